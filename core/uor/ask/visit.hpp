// What a trust should know of an assessment visit: what is due when, what is published by then, the agenda with its
// questions, outliers, and what is worth finding out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/ask/decide_request.hpp"
#include "core/uor/base/date.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::ask {

/// An initial metric on the day of the visit.
struct VisitMetric {
  std::string id, title, kloe, unit;
  std::string newest = {};           // month that the newest published figure is of, "2018-03"; empty without a date
  std::optional<double> value = {};  // as reported
  std::string source = {};           // who says so, where the trust says
  double median = 0;                 // national, as stated
  int quarter = 0;                   // national, 1 best to 4 worst; 0 not reported
  std::string explained = {};        // what the trust says of it: context, interventions; empty: nothing

  bool is_outlier() const { return quarter == 4; }
};

struct VisitPrompt {
  std::string id, kloe, text;
  bool judged = false;             // people judge it; else figures answer it
  std::optional<int> answer = {};  // 1 to 4, where somebody has judged it
  double moves = 0;                // how far the odds typically move once it is known, a share
};

struct VisitSession {
  policy::Session session;
  std::vector<VisitPrompt> prompts = {};
  std::vector<VisitMetric> outliers = {};  // of its key lines, in the worst national quarter, that nobody explains
};

struct VisitStep {
  policy::ProcessStep step;
  std::optional<Date> date;
};

struct Visit {
  std::string code, name;
  std::optional<Date> date;
  std::vector<VisitStep> steps;
  std::vector<VisitSession> sessions;
  std::vector<std::string> arrangements;
  std::vector<VisitMetric> metrics;
  trust::PublishedRatings published;  // before the day of the visit
  std::string accounts;  // newest financial year of the accounts that are known, "2017/18"; empty: nobody says
  decide::Sensitivity study;
};

/// How far the odds typically move once it is known: the root of the expected gain in the ranked probability score.
double typical_move(const study::Figure& worth);

/// With a date, a trust that ships is as it was known on that day. Error as worth_of_knowing().
Visit visit_of(const Library& library, const DecideRequest& request, const std::optional<Date>& date);

}  // namespace uor::ask
