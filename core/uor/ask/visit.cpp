#include "core/uor/ask/visit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/uor/analyse/benchmark.hpp"
#include "core/uor/policy/due.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::ask {

namespace {

/// The trust as it was known on that day, where its figures are those that ship; ratings of the day itself are not.
void take_known(model::Inputs& inputs, const Library& library, const Date& date) {
  trust::Trust& trust = inputs.trusts.front();
  if (trust.path == library.trusts_path()) {
    for (trust::Trust& known : library.trusts_known_by(date))
      if (known.code == trust.code) trust = std::move(known);
  }
  trust.published =
      trust::published_ratings(library.assessments(), library.assessments_path(), trust.code, {to_string(date), true});
}

/// The month of which the newest figure is published on that day, by the metric's lag.
std::string newest_month(const policy::Metric& metric, const Date& date) {
  constexpr int months_a_year = 12;
  const int month = date.year * months_a_year + date.month - 1 - metric.lag_months;
  return to_string(Date{month / months_a_year, month % months_a_year + 1, 0});
}

/// What the trust says of a metric, each piece a sentence.
std::string explanation_of(const std::string& metric, const trust::Trust& trust) {
  std::string text;
  for (const trust::Evidence& piece : trust.evidence) {
    const bool explains =
        piece.kind == trust::Evidence::Kind::context || piece.kind == trust::Evidence::Kind::intervention;
    if (explains && piece.about == metric) text += (text.empty() ? "" : " ") + piece.text;
  }
  return text;
}

VisitMetric visit_metric(const policy::Metric& metric, const model::Inputs& inputs, const std::optional<Date>& date) {
  const Quantity* quantity = inputs.catalogue->find("metric." + metric.id);
  VisitMetric out{metric.id, quantity == nullptr ? metric.id : quantity->title, metric.kloe, metric.unit};
  if (date) out.newest = newest_month(metric, *date);
  out.median = metric.median;
  const auto& reported = inputs.trusts.front().reported;
  const auto found = reported.find(metric.id);
  if (found == reported.end()) return out;
  out.value = found->second.value;
  out.source = found->second.source;
  if (!found->second.month.empty()) out.newest = found->second.month;
  out.quarter = analyse::quarter_of(*out.value, metric.polarity, analyse::benchmark_as_stated(metric, {}));
  out.explained = explanation_of(metric.id, inputs.trusts.front());
  return out;
}

double moves_of(const policy::Prompt& prompt, const decide::Sensitivity& study) {
  double most = 0;
  for (const decide::Driver& driver : study.drivers)
    if (std::find(prompt.held_by.begin(), prompt.held_by.end(), driver.id) != prompt.held_by.end())
      most = std::max(most, typical_move(driver.worth_knowing));
  return most;
}

VisitPrompt visit_prompt(const policy::Prompt& prompt, const trust::Trust& trust, const decide::Sensitivity& study) {
  VisitPrompt out{prompt.id, prompt.kloe, prompt.text, prompt.judged};
  if (const auto found = trust.judged.find(prompt.id); found != trust.judged.end())
    out.answer = static_cast<int>(std::lround(found->second.value));
  out.moves = moves_of(prompt, study);
  return out;
}

VisitSession visit_session(const policy::Session& session, const Visit& visit, const model::Inputs& inputs) {
  VisitSession out{session};
  for (const std::string& kloe : session.kloes) {
    for (const policy::Prompt& prompt : inputs.policy.prompts)
      if (prompt.kloe == kloe) out.prompts.push_back(visit_prompt(prompt, inputs.trusts.front(), visit.study));
    for (const VisitMetric& metric : visit.metrics)
      if (metric.kloe == kloe && metric.is_outlier() && metric.explained.empty()) out.outliers.push_back(metric);
  }
  return out;
}

}  // namespace

double typical_move(const study::Figure& worth) { return worth.value > 0 ? std::sqrt(worth.value) : 0; }

Visit visit_of(const Library& library, const DecideRequest& request, const std::optional<Date>& date) {
  model::Inputs inputs = inputs_of(library, request);
  if (date) take_known(inputs, library, *date);
  Visit visit;
  visit.code = inputs.trusts.front().code;
  visit.name = inputs.trusts.front().name;
  visit.date = date;
  visit.published = inputs.trusts.front().published;
  visit.accounts = inputs.trusts.front().figures_year;
  visit.study = worth_of_knowing(inputs, request);
  for (const policy::Arrangement& one : inputs.policy.arrangements) visit.arrangements.push_back(one.text);
  for (const policy::ProcessStep& step : inputs.policy.steps)
    visit.steps.push_back({step, date ? std::optional(policy::due(step, *date)) : std::nullopt});
  for (const policy::Metric& metric : inputs.policy.metrics)
    visit.metrics.push_back(visit_metric(metric, inputs, date));
  for (const policy::Session& session : inputs.policy.sessions)
    visit.sessions.push_back(visit_session(session, visit, inputs));
  return visit;
}

}  // namespace uor::ask
