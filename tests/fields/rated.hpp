// Runs of the whole model in process, with what ships, for tests that change a trust file and look at what it does.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/trust/trust.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::test {

inline const std::string trusts_folder = std::string(UOR_SOURCE_DIR) + "/tests/fields/trusts/";

/// A code that ships, or a file of tests/fields/trusts without ".toml".
trust::Trust trust_named(const std::string& name);

const policy::Policy& shipped_policy();

/// The baseline of one trust with what ships.
model::Inputs inputs_of(const trust::Trust& trust, std::uint64_t trials);

struct Rated {
  tally::Summary summary;
  std::map<std::string, double> mean;  // of watched quantities: scores in the assessment month, others over all months
  std::map<std::string, double> at_rating;                  // the same, all in the assessment month
  std::vector<std::map<std::string, double>> mean_of_side;  // [side], the baseline first

  const tally::SideSummary& side(std::size_t number = 0) const { return summary.sides[number]; }
  /// Share of trials with this grade, 1 to 4, or better.
  double at_least(int grade, std::size_t side = 0) const;
  double share(int grade, std::size_t side = 0) const;
};

Rated rate(model::Inputs inputs, const std::vector<std::string>& watched = {});

/// What the final and monthly ratings, combined and quality ratings, scores and limits of a run are counted as.
bool same_odds(const Rated& a, const Rated& b);

}  // namespace uor::test
