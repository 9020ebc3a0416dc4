// Odds in closed form of one batch of trials: what the rating stage proposes, integrated over judgement and limiters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/uor/model/plan.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/run/workspace.hpp"
#include "core/uor/tally/tally.hpp"

namespace uor::run {

/// Columns of one batch; memory is reused. Where the plan counts grades instead, only held() is filled.
class BatchOdds {
 public:
  BatchOdds(const model::Plan& plan, const policy::Policy& policy, std::size_t capacity);

  /// Where the proposal of a side puts the latent without judgement, and which conditions of limiters hold; null where
  /// nobody needs it. [trial]
  double* facts(std::size_t side, int month);
  std::uint64_t* held(std::size_t side, int month);
  /// Of the assessment month.
  std::span<const std::uint64_t> held(std::size_t side) const;

  /// After the proposal of a side in the workspace's month; sides in order, the baseline first.
  void find(const Workspace& work, std::size_t side);
  /// The combined rating, where all quality ratings of all trials are given; the answers of the questions are [trial].
  void combine(const Workspace& work, std::size_t side, std::span<const rate::Grade* const> answers);

  /// Adds the first `valid` trials of what find() made.
  void tally(const Workspace& work, std::size_t side, std::size_t valid, std::size_t offset,
             tally::LeafSums& sums) const;
  /// And of what combine() made.
  void tally_combined(std::size_t side, std::size_t valid, std::size_t offset, tally::LeafSums& sums) const;

  /// Chances of a side's limiter rows to fire, were their probabilities these. [row]
  void set_chances(const Workspace& work, std::size_t side, const std::vector<double>& probability,
                   std::vector<double>& chance) const;
  /// Of the assessment month: the side with these chances; its latent is null.
  rate::OddsSide side_with(const Workspace& work, std::size_t side, const std::vector<double>& chance) const;

  /// Probability of a better grade than j + 1, of the assessment month. [trial]
  const double* above(std::size_t side, std::size_t j) const { return struck_.row(side * struck_rows + agreed + j); }

 private:
  // Rows of a side: its facts, the proposed and the agreed odds of better grades, then those that are summed.
  static constexpr std::size_t latent = 0, proposed = 1, agreed = 4, summed = 7;
  static constexpr std::size_t struck_rows = summed + model::OddsColumns::joint;

  bool struck(int month) const { return month == plan_.assessment_month; }
  bool needed(int month) const { return plan_.in_closed_form && (plan_.odds_by_month || struck(month)); }
  double* row(std::size_t side, int month, std::size_t which);
  rate::OddsSide side_of(const Workspace& work, std::size_t side, std::vector<double>& chance);
  void find_joint(const rate::OddsSide& side, std::size_t index, std::size_t count);
  bool all_given(const Workspace& work, std::size_t side) const;

  const model::Plan& plan_;
  const policy::Policy& policy_;
  std::size_t capacity_;
  Columns struck_;                   // [side][struck_rows][trial]
  Columns monthly_;                  // [struck_rows][trial]
  Columns joint_;                    // [side][9][trial]
  std::vector<std::uint64_t> held_;  // [side][trial]
  std::vector<std::uint64_t> month_held_;
  std::vector<double> probability_, baseline_chance_, chance_;    // [limiter]
  rate::OddsSide baseline_{};                                     // of the assessment month
  std::array<std::vector<rate::Grade>, 4> resources_, together_;  // use of resources of one grade; combined with it
  std::vector<const rate::Grade*> grades_;                        // answers of the questions, then use of resources
  std::vector<bool> combined_;                                    // [side]: in closed form
};

}  // namespace uor::run
