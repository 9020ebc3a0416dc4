// What changed from one side of a run to another: odds, key lines, metrics and rules, what moved most first.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/compare.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/odds.hpp"
#include "core/uor/report/view.hpp"

namespace uor::report {

/// A mean at the assessment month, in `unit`.
struct Moved {
  std::string id, title, unit;
  analyse::Change change;
  double standardised = 0;  // analyse::size_of_change(): of a metric in distances between national quartiles
  int better = 0;           // +1 for the better, -1 for the worse, 0 neither
};

struct MovedKloe {
  std::string id, title;
  std::optional<Moved> score;  // its mean; nothing where a file has no summary of it
  analyse::Change below_good;  // share of trials whose score rounds to less than good
};

/// A limit that applies or a characteristic that holds: shares of trials.
struct MovedRule {
  std::string id, title;
  bool limit = false;
  analyse::Change share;
};

struct Changes {
  std::uint64_t trials = 0;
  std::array<analyse::Change, 4> rating{};  // shares of trials, inadequate .. outstanding, paired
  analyse::Change good_or_better;           // likewise
  analyse::Change expected_rating;          // mean rating after limits, paired
  analyse::Change expected_score;           // of the latent, before limits
  analyse::FromTo from_to{};                // expected trials from each rating to each
  std::vector<MovedKloe> kloes;             // all, what moved most first
  std::vector<Moved> metrics;               // those that changed, likewise
  std::vector<MovedRule> rules;             // those that changed, the largest change first
};

/// In the words of `policy`, and of the plugins of the run that `header` is of.
Changes changes_of(const analyse::Comparison& comparison, const model::Header& header, const policy::Policy& policy);

/// From the baseline to each other side of a trust: [side - 1]. Errors of ratings are those of `odds`.
std::vector<Changes> changes_of(const View& view, const std::vector<Odds>& odds, const policy::Policy& policy);

/// "better", "worse", or "" of a Moved::better.
const char* verdict(int better);

/// {from, to, change, standard_error, standard_error_is}.
Json json_of(const analyse::Change& change);
Json json_of(const Moved& moved);
Json json_of(const MovedKloe& kloe);
Json json_of(const MovedRule& rule);
Json json_of(const Changes& changes);

}  // namespace uor::report
