// Support needs: finance score and rating read beside each other, and what triggers a closer look, by rules of
// policies/support_needs.toml. No sentence is invented, and none moves the odds.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/report/json.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::report {

/// What the rules look at, of one trust at one time.
struct SupportFacts {
  struct Score {
    std::string id, title;
    double mean = 0;  // of a key line 1 to 4 best, of a finance metric 1 best to 4
    std::string value = {};
  };
  struct Outlier {
    std::string id, title, value, median;  // with units
    int quarter = 0;                       // national, 4 worst; 0 not known or drawn
    std::string change = {};               // "deteriorated from 7.0 to 9.5"; empty unless it deteriorated
  };
  std::array<double, 4> rating{};   // inadequate to outstanding, shares
  std::array<double, 4> finance{};  // 1 best to 4 worst, shares; all 0: there is no such score
  std::vector<Score> kloes, finance_metrics;
  std::vector<Outlier> metrics;
  trust::PublishedRatings last;
};

struct SupportRule {
  enum class Measure {
    finance_score,
    finance_metric,
    below_good,
    kloe_score,
    metric_quarter,
    deteriorated,
    below_last
  };
  std::string id, area;
  Measure measure = Measure::finance_score;
  double from = 0, from_percent = 0;
  std::string sentence, standing, source;
};

struct SupportRules {
  struct Reading {
    bool poor_finance = false, below_good = false;
    std::string sentence;
  };
  std::string theme;
  std::vector<Reading> together;  // one of each kind
  std::vector<SupportRule> triggers;
};

struct SupportNeed {
  std::string rule, area, words, standing, source;
  std::string about;            // id of the metric, finance metric or key line; empty of the whole trust
  std::optional<double> share;  // of trials, of what has odds
};

struct SupportNeeds {
  std::string theme;
  std::string together;            // empty where there is no finance score
  std::string since;               // the last published rating beside the odds now; empty where none was published
  std::vector<SupportNeed> needs;  // in the order of the rules
};

/// Error naming file:line:column, value and a likely fix.
SupportRules read_support_rules(const std::string& path);

SupportNeeds support_needs(const SupportFacts& facts, const SupportRules& rules);

Json json_of(const SupportNeeds& needs);

}  // namespace uor::report
