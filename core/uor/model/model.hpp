// Policy, plugins and trusts, wired; and the sides of a question, compiled for them. Both are immutable and cheap to
// copy, so that threads, requests and ranks share them.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/inputs.hpp"
#include "core/uor/model/parameters.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/model/wanted.hpp"

namespace uor::model {

/// One trust, whatever the sides.
struct TrustModel {
  ParameterTable parameters;
  std::vector<double> peers;  // peer median of each of Plan::published
  std::shared_ptr<const DriverSource::Unchanged> drivers;
};

/// In the order of the trusts.
using Sources = std::vector<std::unique_ptr<DriverSource>>;

class Sides;

/// No sides, no threads, no trials: of the scenario, its variants and its number of trials are left aside.
class Model {
 public:
  /// Error: what make_plan, DriverSource and parameter_table refuse.
  explicit Model(Inputs inputs);

  const Inputs& inputs() const { return state_->inputs; }
  const TrustModel& trust(std::size_t index) const { return state_->trusts[index]; }

  /// Costs what the variants change (for one change of one trust, bench/sides_bench.cpp: below 1 ms). Of the inputs,
  /// what they keep is left aside too. Error as make_sides, DriverSource and want say.
  Sides compile(const std::vector<scenario::Variant>& variants, const Wanted& wanted = {}) const;

 private:
  friend class Sides;
  struct State {
    Inputs inputs;
    Plan plan;  // the baseline alone
    std::vector<TrustModel> trusts;
  };
  std::shared_ptr<const State> state_;
};

/// The baseline and one side a variant. Holds its model.
class Sides {
 public:
  const Inputs& inputs() const { return state_->model->inputs; }
  const TrustModel& trust(std::size_t index) const { return state_->model->trusts[index]; }
  const Plan& plan() const { return state_->plan; }
  const Sources& sources() const { return *state_->sources; }
  /// The same for a consumer that wants this: nothing is compiled again.
  Sides wanting(const Wanted& wanted) const;
  /// The same with these drivers, and those correlated with them, drawn anew; all others as they were.
  Sides redrawing(const std::vector<std::size_t>& drivers) const;
  /// The plan as what keeps it and all that it reads alive; the same pointer for copies of these sides alone.
  std::shared_ptr<const Plan> held_plan() const { return {state_, &state_->plan}; }

 private:
  friend class Model;
  struct State {
    std::shared_ptr<const Model::State> model;
    std::vector<scenario::Variant> variants;  // which the plan points into
    Plan plan;
    std::shared_ptr<const Sources> sources;
    std::shared_ptr<const State> compiled;  // whose variants a plan that was copied points into

    void want(const Wanted& wanted);
  };
  std::shared_ptr<const State> state_;
};

}  // namespace uor::model
