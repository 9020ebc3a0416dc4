// The columns of one batch of trials on all sides: current month, as much of the past as is read, month 0, and views.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/uor/base/column.hpp"
#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/run/baseline.hpp"
#include "core/uor/tally/kernels.hpp"

namespace uor::run {

class MovingBenchmarks;

/// One thread's memory, used for batch after batch; allocates in its constructor, in bind(), and in the first
/// compare_with() that names a trust's moving benchmarks.
class Workspace {
 public:
  /// In `memory` where it is large enough: what an earlier one had, whatever it holds.
  Workspace(const model::Plan& plan, const policy::Policy& policy, std::size_t capacity, Columns memory = {});
  /// For another one; this one serves no more.
  Columns take_memory() { return std::move(pool_); }

  /// Serve another trust from now on; `peers` are the peer medians of Plan::published.
  void bind(const model::DriverSource& source, const std::string& trust_code, const std::vector<double>& peers);
  /// From now on benchmarks are those that `moving` has for the trust at this position; null: constants.
  void compare_with(const MovingBenchmarks* moving, std::size_t trust);

  /// Start trials first_trial .. first_trial + count - 1 (multiples of 8): draws what is drawn once a run.
  void start(std::uint64_t first_trial, std::size_t count);
  /// The same with every z at 0: each driver at its median.
  void start_at_median(std::size_t count);
  /// Fill drivers and profiles of the next month, on all sides. Error when a driver leaves its range.
  void advance(int month);
  /// Instead of start() and the anchors, and of advance() and the baseline's nodes: the baseline's columns come from
  /// `held`, and only what the sides draw is drawn.
  void start_from(const Baseline& held, std::uint64_t first_trial, std::size_t count);
  void advance_from(const Baseline& held, int month);
  /// Puts the baseline's columns of the month that is current into `held`.
  void leave_in(Baseline& held) const;
  /// With Plan::on_outturn(), after the anchors: month 0 is current, and nodes write beside the anchors.
  void open_outturn();
  /// The column that an access shows at month 0: the anchor, or the sum of its months with their seasons.
  const double* read_outturn(std::size_t access);
  /// Where a node writes at month 0: an anchor that there is stays.
  double* outturn_output(std::size_t quantity, bool anchored) {
    return anchored ? spare_.row(0) : anchor_output(quantity);
  }
  /// Month 0 is what month 1 shows, on all sides.
  void close_outturn();
  /// Metrics that are not of the accounts stand as they are reported, whatever phase 1 made of them: on the day, with
  /// months closed.
  void stand_as_reported(std::size_t side);
  /// Make a month current again that advance() has reached, drawing nothing: what is then read is as much of the past
  /// as the columns still hold. For parts.hpp.
  void revisit(int month);
  /// Fill published.*, published_year_ago.* and benchmark.* of one side, after phase 1.
  void publish(std::size_t side);

  std::uint64_t first_trial() const { return first_trial_; }
  std::size_t count() const { return count_; }
  int month() const { return month_; }

  /// The column that an access shows on a side this month (anchor nodes: month 0).
  const double* read(std::size_t side, std::size_t access);
  const double* read_anchor(std::size_t access) const;
  /// Whether read() has something to compute each month; else it says where a column is, every batch the same place.
  bool computes(std::size_t side, std::size_t access) const;
  /// Where a node writes this month / at month 0.
  double* output(std::size_t side, std::size_t quantity) { return row(side, quantity, month_); }
  double* anchor_output(std::size_t quantity) { return pool_.row(anchor_row_[quantity]); }

  /// This month's value of a quantity on a side; the baseline's where the side cannot differ.
  const double* current(std::size_t side, std::size_t quantity) const;
  /// What a result keeps for this month: as current(), and month 0 of what no node writes afterwards.
  const double* kept(std::size_t side, std::size_t quantity) const {
    return plan_.only_anchored[quantity] ? pool_.row(anchor_row_[quantity]) : current(side, quantity);
  }
  /// What the side makes of a driver's value on the baseline this month, where it draws nothing.
  model::DriverSource::Linear linear(std::size_t side, std::size_t quantity) const {
    if (plan_.on_outturn() || !plan_.sides[side].changed[quantity]) return {};
    return source_->linear(side, quantity, month_);
  }
  /// The policy's cost index this month.
  const double* price_index(std::size_t side) const { return index_in(side, month_); }
  /// A benchmark in the prices of this month: those of benchmark.* are blended like what is published. In `scratch`
  /// ([count]) or where it stands already. `metric` is into Plan::published.
  const double* benchmark_now(std::size_t side, std::size_t metric, std::size_t statistic, double* scratch) const;
  const double* z(std::size_t stream) const { return window_->z(stream); }

 private:
  struct View {
    int month = -1;  // that it was made for
    const double* column = nullptr;
  };
  std::size_t reserve(std::size_t rows);
  void forget_views();
  void list_what_is_taken();
  void lay_out();
  std::size_t slots(std::size_t quantity) const;
  double* row(std::size_t side, std::size_t quantity, int month);
  const double* row(std::size_t side, std::size_t quantity, int month) const;
  std::size_t owner(std::size_t side, std::size_t quantity) const {
    return plan_.sides[side].changed[quantity] ? side : 0;
  }
  double profile_of(std::size_t quantity, int month) const;
  const double* past(std::size_t quantity, int month, double* scratch) const;
  /// Where the window's sum is: `sum`, or `out`.
  const double* sum_window(std::size_t side, const model::Access& access, bool goes_on, double* sum, double* out);
  void fill_held();
  void fill_profiles();
  void change_drivers(std::size_t side);
  void fill_baseline(const model::DriverSource::Baseline& driver, double* out) const;
  void fill_anchor(const model::DriverSource::Baseline& driver);
  void check_range(std::size_t side, std::size_t quantity, const double* column) const;
  void publish_metric(std::size_t side, std::size_t position);
  void publish_today(std::size_t side, std::size_t position);
  void publish_benchmarks(std::size_t side, std::size_t position, const double* index_known, const double* index_own,
                          double fresh);
  /// What `quantity` of the host is written to: this month's row, or at month 0 its anchor. Null where nobody reads it
  /// on this side.
  double* host_output(std::size_t side, std::size_t quantity);
  const double* year_ago(std::size_t position) const;
  void fill_year_ago();
  /// With the road from the year-ago fact to the anchor before month 1.
  tally::MetricView metric_in(std::size_t side, std::size_t position, int month) const;
  const double* index_in(std::size_t side, int month) const;  // the cost index

  const model::Plan& plan_;
  const policy::Policy& policy_;
  std::size_t capacity_;
  const model::DriverSource* source_ = nullptr;
  std::string trust_code_;
  std::vector<double> peers_;
  const MovingBenchmarks* moving_ = nullptr;
  std::size_t trust_ = 0;  // with moving_
  Columns tile_;           // with moving_
  std::optional<sample::Sampler::Window> window_;
  Columns pool_;
  Columns ones_;   // one row: the cost index at month 0 and before
  Columns spare_;  // one row
  std::size_t rows_ = 0;
  std::vector<std::vector<std::size_t>> first_row_;     // [side][quantity]; npos: not owned
  std::vector<std::size_t> anchor_row_;                 // [quantity]
  std::vector<std::vector<std::size_t>> view_row_;      // [side][access]: sums and seasonal past
  std::vector<std::vector<View>> views_;                // [side][access]: of windows
  std::vector<const std::array<double, 12>*> profile_;  // [quantity]; null: flat
  std::vector<std::size_t> year_ago_row_;               // [published]: at this year's prices; npos: as the fact
  ReadOfBaseline read_;                                 // of a baseline that is held: see advance_from()
  std::uint64_t first_trial_ = 0;
  std::size_t count_ = 0;
  int month_ = 0;
  bool median_ = false;
};

}  // namespace uor::run
