// Looks for the number of trials that a run needs, before it begins: rates trials and nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/uor/run/reporter.hpp"
#include "core/uor/run/simulator.hpp"
#include "core/uor/run/workers.hpp"

namespace uor::run {

/// What a search found: `trials` is a multiple of look_trials.
struct FoundTrials {
  std::uint64_t trials = 0;
  bool reached = false;  // false: some error is still too large at the last look
};

class TrialSearch {
 public:
  /// All must outlive it; the scenario has until_se.
  TrialSearch(const model::Plan& plan, const model::Inputs& inputs, Workers& workers);
  ~TrialSearch();
  TrialSearch(const TrialSearch&) = delete;
  TrialSearch& operator=(const TrialSearch&) = delete;

  /// The first look at which the error of every rating (stop_rule.hpp), on every side of every trust, is below
  /// until_se; the last look within max_trials when there is none. A trust is simulated only as far as its counts can
  /// still change the answer. `context_of` gives a trust by its index, `progress` is told after each look. Errors as
  /// Engine::run.
  FoundTrials find(const std::function<tally::TrustContext(std::size_t)>& context_of, const Listener& progress,
                   const std::stop_token& stop = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace uor::run
