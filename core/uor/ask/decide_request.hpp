// Questions about one trust, as somebody asks them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/uor/ask/compared_sides.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/decide/actions.hpp"
#include "core/uor/decide/attribute.hpp"
#include "core/uor/decide/discover.hpp"
#include "core/uor/decide/sensitivity.hpp"
#include "core/uor/decide/solve.hpp"

namespace uor::ask {

inline constexpr std::uint64_t fewest_decide_trials = 1024, most_decide_trials = 65536;

struct DecideRequest {
  std::string subject;                  // a code or file of one trust, or a result file of one
  std::optional<std::string> scenario;  // of a plan: name of one that ships, or a path
  std::optional<std::uint64_t> trials, seed;
  decide::Goal goal = decide::Goal::good;
  bool any_scope = false;
  bool no_shipped_facts = false;
  ModelRequest model;
};

/// What a result file of one trust was run with; else the baseline of the trust, as `uor run baseline` has it. Error of
/// several trusts, and as of the files.
model::Inputs inputs_of(const Library& library, const DecideRequest& request);

/// The same with the options of the scenario, of the workbook that is the subject, or of the result file. Error when
/// there is none.
model::Inputs inputs_of_plan(const Library& library, const DecideRequest& request);
/// What is asked for, else what the file has, else what is usual.
std::uint64_t trials_of(const DecideRequest& request, const model::Inputs& inputs);

decide::Sensitivity sensitivity(const Library& library, const DecideRequest& request);
/// What each driver is worth knowing, without totals and tornado.
decide::Sensitivity worth_of_knowing(const model::Inputs& inputs, const DecideRequest& request);
decide::Discovery discovery(const Library& library, const DecideRequest& request, const std::string& when);
/// What `rule` says of goal and trials comes from the request.
decide::Solution solution(const Library& library, const DecideRequest& request, decide::SolveRule rule);
/// Between two sides of result files of one trust. Error where they rest on different models, months or points.
decide::Attributed attribution(const Library& library, const ComparedSide& from, const ComparedSide& to,
                               decide::Goal goal);

}  // namespace uor::ask
