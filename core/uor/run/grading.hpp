// The rating stage of one batch: proposed rating each month, quality and combined rating when the rating is struck.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/uor/model/plan.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/run/batch_odds.hpp"
#include "core/uor/run/batch_range.hpp"
#include "core/uor/run/workspace.hpp"
#include "core/uor/tally/tally.hpp"

namespace uor::run {

/// Grades of one batch; memory is reused. Shapes: [side][month][trial] and [side][trial].
class Grading {
 public:
  Grading(const model::Plan& plan, const policy::Policy& policy, std::size_t capacity);

  /// Grades one side in the workspace's month; sides in order, the baseline first.
  void grade(const Workspace& work, std::size_t side);
  /// After the assessment month of all sides: quality, given on the side or drawn by the baseline's latent, then
  /// combined.
  void combine(const Workspace& work);

  const rate::Grade* rating(std::size_t side, int month) const;
  const rate::Grade* combined(std::size_t side) const { return combined_.data() + side * capacity_; }
  const rate::Grade* quality() const { return quality_.data(); }
  /// The latent of the assessment month. [trial]
  const double* latent(std::size_t side) const { return latent_.row(side); }
  /// Odds in closed form, and which conditions of limiters held.
  const BatchOdds& odds() const { return odds_; }
  BatchRange& range() { return range_; }

  /// Counts trials first .. first + count - 1 of a side.
  void count(std::size_t side, std::size_t first, std::size_t count, tally::SideCounts& counts) const;
  /// Counts what only this month's columns show: the score beside the rating each month; KLOE scores, limiters and
  /// characteristics in the assessment month. Call after grade().
  void count_month(const Workspace& work, std::size_t side, std::size_t first, std::size_t count,
                   tally::SideCounts& counts);

 private:
  rate::Grade* rating_row(std::size_t side, int month);
  void agree(const Workspace& work, std::size_t side);
  /// What a test of a limiter reads: a quantity, or less of it where its line is drawn.
  const double* limited(const Workspace& work, std::size_t side, std::size_t limiter, std::size_t test);
  void combine(const Workspace& work, std::size_t side);
  /// What a test of a characteristic reads: a quantity, or its difference to another.
  const double* tested_column(const Workspace& work, std::size_t side, const model::PlannedCharacteristic& row,
                              std::size_t test);

  const model::Plan& plan_;
  const policy::Policy& policy_;
  std::size_t capacity_;
  std::vector<rate::Grade> rating_, combined_, quality_;
  std::vector<std::array<double, 3>> quality_cuts_;  // of each question's latent
  std::vector<double> own_share_;                    // sqrt(1 - correlation^2)
  std::vector<const double*> scores_;                // columns of the month, by key line
  std::vector<const rate::Grade*> grades_;           // by question, then use of resources
  std::vector<std::uint8_t> fired_;                  // [limiter][trial]
  std::vector<std::uint8_t*> fired_rows_;
  std::vector<rate::LimiterColumns> limiters_;  // columns are set month by month
  std::vector<rate::IndicatorColumn> indicators_;
  std::vector<const double*> tested_;  // columns of one characteristic
  BatchOdds odds_;
  BatchRange range_;
  Columns latent_;                       // [side][trial], assessment month
  Columns monthly_latent_;               // one row
  Columns question_latent_;              // one row
  Columns difference_;                   // [test of one characteristic][trial]
  Columns lines_;                        // [test of all limiters][trial]
  std::vector<std::size_t> first_line_;  // of each limiter
  std::vector<rate::Grade> question_;    // [question][trial]
};

}  // namespace uor::run
