// The odds of any sides of one trust, trial by trial and on the same trials each time: what solving, attribution and
// tornados ask again and again.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/uor/decide/goal.hpp"
#include "core/uor/run/simulate.hpp"
#include "core/uor/study/column.hpp"

namespace uor::decide {

using Variants = std::vector<scenario::Variant>;

/// Odds of a goal in each trial: in closed form, or 0 and 1 where the model counts grades.
using Odds = std::vector<double>;

class SideOdds {
 public:
  /// Of the first trust of the inputs, whose own variants are left aside. Error as model::Model. The workers must
  /// outlive it.
  SideOdds(model::Inputs inputs, std::uint64_t trials, run::Workers& workers);

  /// Keeps what sides that reach no further than these read of the baseline, where a model allows it: such sides then
  /// cost what they change. Results are the same either way.
  void hold_baseline(const Variants& widest);

  /// [variant]. Error as model::Model::compile and run::simulate.
  std::vector<Odds> of(const Variants& variants, Goal goal) const;
  Odds of(const scenario::Variant& variant, Goal goal) const { return of(Variants{variant}, goal).front(); }
  Odds of_baseline(Goal goal) const;

  /// With the error that the points have: of spread ones from their replicates.
  study::Figure mean(const Odds& odds) const;
  /// Of to - from, paired by trial.
  study::Figure change(const Odds& from, const Odds& to) const;

  const model::Model& model() const { return model_; }
  std::uint64_t trials() const { return trials_; }

 private:
  std::vector<Odds> of_some(const Variants& variants, Goal goal) const;

  model::Model model_;
  std::uint64_t trials_;
  run::Workers& workers_;
  std::optional<run::Baseline> baseline_;
};

}  // namespace uor::decide
