// How much of what is shown of a trust is its own, in words: rows of policies/report.toml.
#pragma once

#include <string>
#include <vector>

#include "core/uor/model/known_metrics.hpp"
#include "core/uor/report/json.hpp"

namespace uor::report {

/// From which share of the initial metrics known, reported or derived from what is reported, the words hold. In
/// `sentence` {reported}, {all} and {drawn} stand for the numbers of metrics, and {derived} for the words ", 5 derived
/// from other reported figures", or for nothing.
struct KnownRule {
  double from_percent = 0;
  std::string name, sentence;
};

/// "Illustrative", "2 of 22 metrics reported; the others are drawn from national figures."
struct Known {
  model::KnownMetrics metrics;
  std::string name, sentence;

  /// Both as one: "Illustrative: 2 of 22 metrics reported; ...".
  std::string words() const { return name + ": " + sentence; }
};

/// Of the rule with the highest share that is reached; rules are sorted, the highest first, and the last is from 0.
Known known_of(const std::vector<KnownRule>& rules, const model::KnownMetrics& metrics);

Json json_of(const Known& known);

}  // namespace uor::report
