// What the sides of a plan change of a trust's drivers, and the groups of drivers that are drawn together.
#include <fmt/format.h>

#include <algorithm>

#include "core/uor/model/driver_builder.hpp"
#include "core/uor/model/sides.hpp"

namespace uor::model {

struct DriverSource::SidesBuilder : DriverSource::Builder {
  using Builder::Builder;
  bool correlated = false;  // what a side draws, with draws of the baseline

  void note_shared(std::size_t quantity, std::vector<std::string>& warnings) const {
    for (const SavingsScheme& scheme : trust.schemes) {
      if (scheme.driver != quantity_of(quantity).id) continue;
      const std::string warning = counted_once(scheme.name, scheme.driver);
      if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) warnings.push_back(warning);
    }
  }

  void add_sides(DriverSource& source) {
    source.changed_.push_back(made.schemes);
    for (std::size_t index = 1; index < plan.sides.size(); ++index) {
      const Side& side = plan.sides[index];
      std::vector<Changed> changed;
      for (const SideDriver& driver : side.drivers) {
        Changed ready{driver.quantity, {}};
        const bool by_scheme = std::any_of(source.changed_[0].begin(), source.changed_[0].end(),
                                           [&](const Changed& effect) { return effect.quantity == driver.quantity; });
        for (const SideDriver::Step& step : driver.steps) {
          if (step.who == nullptr || step.who->holds(trust.code, trust.type))
            ready.steps.push_back(make_step(driver.quantity, step));
        }
        // Where no step is for this trust it keeps its baseline, with what its schemes do.
        if (by_scheme && (driver.steps.empty() || !ready.steps.empty())) {
          ready.from_driver = baseline_index(driver.quantity);
          if (!driver.steps.empty()) note_shared(driver.quantity, source.warnings_);
        }
        changed.push_back(std::move(ready));
      }
      source.changed_.push_back(std::move(changed));
    }
  }

  /// The stream of a driver in a correlation group: what is varied stands for its own.
  std::size_t drawn_by(std::size_t vary, std::size_t q) const { return vary != npos ? vary : own_stream[q]; }

  std::size_t member(const std::string& driver, const std::string& group, const Where& where, bool must_vary) {
    const std::size_t q = require_quantity(plan.wiring, driver, "the correlation group '" + group + "'", where);
    const std::size_t drawn = drawn_by(vary_stream[q], q);
    correlated = correlated || drawn != drawn_by(made.vary_stream[q], q);
    if (drawn != npos) return drawn;
    if (must_vary) {
      throw Error(where, fmt::format("correlation group '{}': driver '{}' does not vary for trust {}, so it cannot be "
                                     "correlated; give it a [[vary]] or leave it out",
                                     group, driver, trust.code));
    }
    return add_stream(driver, Each::run, 0.0, 0.0);  // keeps the order of the Cholesky factor
  }

  sample::Group make_group(const std::string& name, const std::vector<std::string>& drivers,
                           const std::vector<double>& matrix, const Where& where, bool must_vary) {
    sample::Group group{name, {}, Eigen::MatrixXd(drivers.size(), drivers.size())};
    for (const std::string& driver : drivers) group.members.push_back(member(driver, name, where, must_vary));
    const sample::Stream& first = streams[group.members[0]];
    for (std::size_t i = 0; i < drivers.size(); ++i) {
      const sample::Stream& stream = streams[group.members[i]];
      if (stream.each != first.each || stream.persistence != first.persistence) {
        throw Error(where,
                    fmt::format("correlation group '{}': '{}' is drawn each {} and '{}' each {}; members must be "
                                "drawn alike",
                                name, drivers[0], name_of(first.each), drivers[i], name_of(stream.each)));
      }
      for (std::size_t j = 0; j < drivers.size(); ++j) {
        group.correlation(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = matrix[i * drivers.size() + j];
      }
    }
    at_place(where, [&] { sample::cholesky_of(name, group.correlation); });
    return group;
  }

  std::vector<sample::Group> make_groups() {
    std::vector<sample::Group> groups;
    for (const policy::Group& group : inputs.policy.groups) {
      groups.push_back(make_group(group.name, group.drivers, group.matrix, group.where, false));
    }
    for (const scenario::Correlate& group : inputs.scenario.correlations) {
      groups.push_back(make_group(group.name, group.drivers, group.matrix, group.where, true));
    }
    return groups;
  }

  void build(DriverSource& source) {
    add_sides(source);
    std::vector<sample::Group> groups = make_groups();
    source.correlated_ = correlated;
    source.sampler_ = std::make_unique<sample::Sampler>(inputs.scenario.run.seed, trust.code, std::move(streams),
                                                        std::move(groups), inputs.scenario.run.points);
    find_side_streams(source);
  }

  static void find_side_streams(DriverSource& source) {
    std::vector<bool> streams(source.sampler_->stream_count(), false);
    for (std::size_t side = 1; side < source.changed_.size(); ++side) {
      for (const Changed& driver : source.changed_[side]) {
        for (const Step& step : driver.steps)
          if (step.stream != npos) streams[step.stream] = true;
      }
    }
    if (std::find(streams.begin(), streams.end(), true) == streams.end()) return;
    source.side_streams_ = source.sampler_->with_groups(std::move(streams));
  }
};

DriverSource::DriverSource(std::shared_ptr<const Unchanged> unchanged, const Plan& plan, const Inputs& inputs,
                           const trust::Trust& trust)
    : unchanged_(std::move(unchanged)) {
  SidesBuilder(plan, inputs, trust, *unchanged_).build(*this);
}

}  // namespace uor::model
