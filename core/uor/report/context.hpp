// What stands beside a result file for its report: the policy and the trusts it was run with, read from the file's own
// texts, and what is worked out from the data that ship.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/savings_scheme.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::report {

/// A savings programme: what each scheme's share of the plan is.
struct Programme {
  struct Scheme {
    std::string name, category;  // category: pay, nonpay, income, not_cash, through_driver
    double share_percent = 0;    // of the year's plan
  };
  bool typical = false;  // the trust stated none: a typical one stands in
  std::vector<Scheme> schemes;
};

/// The trusts of its choice, or nearest by scale and casemix, and their medians.
struct Peers {
  std::vector<std::string> codes, names;
  bool chosen = false;
  std::map<std::string, double> medians;  // by metric, without "metric."
};

/// An unknown, and the share of the variance of the score on which the rating is struck that it explains.
struct UnknownWorth {
  std::string title;  // in plain words
  std::string where;  // the field or driver to give
  double share = 0, standard_error = 0;
  std::string drawn = {};  // of a prompt that nobody has judged: how it is drawn, in words
};

/// A limit on the rating that fires, and the odds (inadequate..outstanding, shares of trials) without it.
struct LimiterCost {
  std::string id;
  std::array<double, 4> without{};
};

/// What a study of the baseline adds: see `uor rate`.
struct Study {
  std::uint64_t trials = 0;
  std::optional<std::array<double, 4>> today;  // inadequate..outstanding: rated now, on what is reported
  std::string today_is;                        // "last year's outturn as reported, to March 2018; no month is closed"
  std::vector<UnknownWorth> unknowns;          // worth most first
  std::vector<LimiterCost> limiters;           // costliest first
  std::array<double, 4> without_limiters{};
};

struct TrustContext {
  std::optional<trust::Trust> trust;  // nothing when its text could not be read back
  Peers peers;
  std::vector<Programme> programmes;  // [side]; empty: not known
  std::optional<Study> study;
};

struct Context {
  policy::Policy policy;
  std::vector<trust::Field> fields;
  std::vector<TrustContext> trusts;  // in the header's order; may be fewer: nothing is known of the others
  std::vector<std::string> notes;    // why something is left out
};

}  // namespace uor::report
