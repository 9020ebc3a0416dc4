// What is known of a trust in one run and not, or otherwise, in another; and what else two runs differ in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"
#include "core/uor/tally/result.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::analyse {

/// What a run had of one fact: a figure and where it is from, in words for a reader.
struct KnownFact {
  std::optional<double> value;  // reported or derived; nothing where it is drawn, derived by formulas or not there
  std::string text;             // "7.2", "7.2 ±0.5", "good", "no", "not given", "7.2 (of November 2018)"
  std::string origin;           // "reported", "derived", "drawn", "judged", "not given"
  std::string detail;           // how it was derived or drawn; month and source of a reported figure
};

struct ChangedFact {
  std::string id, title, unit;
  KnownFact from, to;
};

/// Facts of one trust as two runs had them: fields of a trust file (resolved under the policy of each run), judged
/// prompts, whatever a file says of each scheme of the savings programme, name, type and policy year. Only those that
/// differ, in the order of the table of fields. What two runs drew alike is no difference, however they drew it.
std::vector<ChangedFact> changed_facts(const trust::Trust& from, const policy::Policy& from_policy,
                                       const trust::Trust& to, const policy::Policy& to_policy,
                                       const std::vector<trust::Field>& fields);

/// One thing besides facts in which two runs differ: policy, scenario, options, seed, trials, months, benchmarks,
/// points, plugins, program.
struct RunDifference {
  std::string what, from, to;
};

std::vector<RunDifference> run_differences(const model::Header& from, const model::Header& to);

}  // namespace uor::analyse
