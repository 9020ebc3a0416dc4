#include "cli/visit_json.hpp"

#include <algorithm>

#include "core/uor/policy/due.hpp"
#include "core/uor/report/published_json.hpp"

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

Json date_or_null(const std::optional<Date>& date) { return date ? Json(to_string(*date)) : Json(); }

Json json_of_step(const ask::VisitStep& step) {
  return {{"id", step.step.id},
          {"title", step.step.title},
          {"owner", step.step.who},
          {"lead", policy::lead_words(step.step)},
          {"date", date_or_null(step.date)},
          {"standing", name_of(step.step.standing)},
          {"source", step.step.source}};
}

Json json_of_metric(const ask::VisitMetric& metric) {
  return {{"id", metric.id},
          {"title", metric.title},
          {"kloe", metric.kloe},
          {"unit", metric.unit},
          {"newest_published", metric.newest.empty() ? Json() : Json(metric.newest)},
          {"value", metric.value ? Json(*metric.value) : Json()},
          {"source", metric.source},
          {"national_median", metric.median},
          {"quarter", metric.quarter},
          {"explained", metric.explained}};
}

Json json_of_prompt(const ask::VisitPrompt& prompt) {
  return {{"id", prompt.id},
          {"kloe", prompt.kloe},
          {"text", prompt.text},
          {"judged", prompt.judged},
          {"answer", prompt.answer ? Json(*prompt.answer) : Json()},
          {"typical_move", prompt.moves}};
}

template <typename Items, typename Describe>
Json visit_list(const Items& items, Describe describe) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(describe(item));
  return list;
}

Json json_of_session(const ask::VisitSession& session) {
  return {{"from", session.session.begins},
          {"to", session.session.ends},
          {"title", session.session.title},
          {"what", session.session.note},
          {"kloes", session.session.kloes},
          {"attend", session.session.attends},
          {"prompts", visit_list(session.prompts, json_of_prompt)},
          {"outliers", visit_list(session.outliers, json_of_metric)}};
}

Json json_of_unknown(const decide::Driver& driver) {
  return {{"id", driver.id},
          {"title", driver.title},
          {"worth", std::max(0.0, driver.worth_knowing.value)},
          {"standard_error", driver.worth_knowing.error},
          {"typical_move", ask::typical_move(driver.worth_knowing)}};
}

}  // namespace

std::vector<std::size_t> unknowns_of(const decide::Sensitivity& study) {
  std::vector<std::size_t> order;
  for (std::size_t d = 0; d < study.drivers.size(); ++d)
    if (study.drivers[d].kind == decide::Kind::unknown) order.push_back(d);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return study.drivers[a].worth_knowing.value > study.drivers[b].worth_knowing.value;
  });
  return order;
}

Json json_of_visit(const ask::Visit& visit) {
  Json unknowns = Json::array();
  for (const std::size_t d : unknowns_of(visit.study)) unknowns.push_back(json_of_unknown(visit.study.drivers[d]));
  return {{"trust", visit.code},
          {"name", visit.name},
          {"date", date_or_null(visit.date)},
          {"odds", visit.study.odds.value},
          {"trials", visit.study.trials},
          {"steps", visit_list(visit.steps, json_of_step)},
          {"newest_accounts", visit.accounts},
          {"last_published", report::json_of_published(visit.published)},
          {"metrics", visit_list(visit.metrics, json_of_metric)},
          {"sessions", visit_list(visit.sessions, json_of_session)},
          {"arrangements", visit.arrangements},
          {"worth_knowing", unknowns}};
}

}  // namespace uor::cli
