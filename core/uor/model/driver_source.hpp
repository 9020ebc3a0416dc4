// Where the values of every driver of one trust come from: streams of z, maps, and what each side changes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/model/facts.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/sample/marginal.hpp"
#include "core/uor/sample/sampler.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::model {

/// Immutable after construction, shared by threads.
class DriverSource {
 public:
  struct Unchanged;  // what no side changes of a trust's drivers, made once for all sides
  /// `plan` may have any sides. Error: a unit of a driver that differs from its fact's.
  static std::shared_ptr<const Unchanged> unchanged(const Plan& plan, const Inputs& inputs, const trust::Trust& trust);
  /// With the sides of `plan`, at the cost of what they change. Error: correlated drivers that do not vary alike.
  DriverSource(std::shared_ptr<const Unchanged> unchanged, const Plan& plan, const Inputs& inputs,
               const trust::Trust& trust);
  DriverSource(const Plan& plan, const Inputs& inputs, const trust::Trust& trust)
      : DriverSource(unchanged(plan, inputs, trust), plan, inputs, trust) {}

  /// One used driver at the baseline.
  struct Baseline {
    std::size_t quantity;
    std::size_t stream = npos;  // npos: constant
    Each each = Each::run;
    std::optional<sample::Marginal> marginal;
    double constant = 0;          // when there is no stream; NaN is unknown
    std::size_t ratio_of = npos;  // quantity that multiplies the draw
    double lower, upper;          // of the product, from the field; the run fails outside
  };

  /// A step of a side's driver, ready to apply.
  struct Step {
    Operation operation;
    double value;
    std::size_t stream = npos;
    std::optional<sample::Marginal> marginal;
    int from_month, to_month;
    scenario::Hold hold = scenario::Hold::no;  // the operand is a cap or a floor
    double offset = 0.0, slope = 1.0;          // the operand is offset + slope x what is drawn
  };
  struct Changed {
    std::size_t quantity;
    std::vector<Step> steps;
    /// Index into baseline() where the steps start from the driver itself and not from the baseline side: on the
    /// baseline side, and where the trust's schemes act through the driver but shall not on this side.
    std::size_t from_driver = npos;
  };

  struct Unchanged {
    std::vector<Baseline> drivers;
    std::vector<Changed> schemes;  // what the trust's own schemes change, on the baseline
    std::vector<sample::Stream> streams;
    std::vector<std::size_t> own_stream;   // per quantity
    std::vector<std::size_t> vary_stream;  // per quantity: the last one made for a [[vary]]
    std::vector<Fact> assumed;
    int metrics_reported = 0, now = 0;
    std::vector<int> figure_month;
  };

  const std::vector<Baseline>& baseline() const { return unchanged_->drivers; }  // ratios after what they multiply
  /// Drivers that are changed on a side; on the baseline (0) by the trust's own schemes.
  const std::vector<Changed>& changed(std::size_t side) const { return changed_[side]; }
  const sample::Sampler& sampler() const { return *sampler_; }
  const std::vector<Fact>& assumed() const { return unchanged_->assumed; }
  const std::vector<std::string>& warnings() const { return warnings_; }
  int metrics_reported() const { return unchanged_->metrics_reported; }
  /// The month that the trust's own figure of each of Plan::published is of; `never` where it gave none.
  const std::vector<int>& figure_month() const { return unchanged_->figure_month; }
  /// The month that is now for the trust.
  int now() const { return unchanged_->now; }

  /// Whether the baseline is as it would be without the sides, and they start from its drivers: no side draws what is
  /// correlated with a draw of the baseline, or starts from what a driver was before the trust's own schemes.
  bool leaves_baseline() const;
  /// Streams that the sides need when the baseline's drivers are at hand. [stream]; none: empty.
  const std::vector<bool>& side_streams() const { return side_streams_; }

  /// Whether the driver has a new value each month on some side.
  bool monthly(std::size_t quantity) const;
  /// Whether the driver is more than one constant over all sides and trials.
  bool varies(std::size_t quantity) const;

  /// What the steps of a side that act in a month make of the driver's value on the baseline, where they draw nothing.
  struct Linear {
    double shift = 0, scale = 1;
  };
  Linear linear(std::size_t side, std::size_t quantity, int month) const;

  /// out[i] = step applied to value[i], with z of the step's stream. out may be value. [count]
  static void apply(const Step& step, const double* z, const double* value, double* out, std::size_t count);

 private:
  struct Builder;
  struct SidesBuilder;
  struct UnchangedBuilder;
  std::shared_ptr<const Unchanged> unchanged_;
  std::vector<std::vector<Changed>> changed_;  // [side]
  std::unique_ptr<sample::Sampler> sampler_;
  std::vector<bool> side_streams_;
  bool correlated_ = false;  // what a side draws, with draws of the baseline
  std::vector<std::string> warnings_;
};

}  // namespace uor::model
