#include "cli/visit_screen.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/decide_text.hpp"
#include "cli/heading.hpp"
#include "cli/published_screen.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "cli/visit_json.hpp"
#include "core/uor/policy/due.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t most_unknowns = 20;

std::string in_points(double share) { return fmt::format("{:.1f}", 100 * share); }

void print_head(const ask::Visit& visit, const Style& style) {
  fmt::print("{}  {}\n", style.bold(visit.code), visit.name);
  if (visit.date) fmt::print("Visit on {}\n", trust::date_in_words(to_string(*visit.date)));
  if (!visit.accounts.empty()) fmt::print("Newest accounts that are known: {}\n", visit.accounts);
  print_published(visit.published, style);
}

void print_steps(const ask::Visit& visit, const Style& style) {
  print_heading("What is due when", style);
  TextTable table({Align::left, Align::left, Align::left});
  table.head({visit.date ? "date" : "", "lead time", "what"});
  for (const ask::VisitStep& step : visit.steps) {
    const std::string note = step.step.standing == Standing::verified ? "" : " *";
    table.row({step.date ? to_string(*step.date) : "", policy::lead_words(step.step) + note,
               shorten(step.step.title + " (" + step.step.who + ")", 66)});
  }
  print(table.lines(style));
  print(wrap("  ", style.faint("* no source states it; sectors/acute/process.toml has the choice and its reason."), 2));
}

void print_known(const ask::Visit& visit, const Style& style) {
  print_heading("What is known of the initial metrics by then", style);
  TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right});
  table.head({"", "newest", "reported", "national median", "quarter"});
  for (const ask::VisitMetric& metric : visit.metrics)
    table.row({shorten(metric.title, 40), metric.newest,
               metric.value ? report::with_unit(*metric.value, metric.unit) : "not reported",
               report::with_unit(metric.median, metric.unit),
               metric.quarter == 0 ? "" : std::to_string(metric.quarter)});
  print(table.lines(style));
  print(wrap("  ",
             style.faint("Newest: the month of the figure that is published on the day, by the metric's lag. A fresher "
                         "figure of your own counts: give it with its month. Quarter 1 is the best quarter of trusts."),
             2));
}

void print_prompt(const ask::VisitPrompt& prompt, const Style& style) {
  std::string answer = prompt.judged ? "nobody has judged it yet" : "figures answer it";
  if (prompt.answer) answer = "judged " + report::lower(report::rating_name(*prompt.answer));
  if (!prompt.answer && prompt.moves > 0) answer += ", moves the odds by " + in_points(prompt.moves) + " points";
  print(wrap("      - ", prompt.text + " " + style.faint("(" + answer + ")"), 8));
}

void print_outlier(const ask::VisitMetric& metric) {
  print(wrap("      ! ",
             metric.title + ": " + report::with_unit(*metric.value, metric.unit) +
                 " is in the worst quarter of trusts (national median " +
                 report::with_unit(metric.median, metric.unit) + "). Why, and what has been done?",
             8));
}

void print_agenda(const ask::Visit& visit, const Style& style) {
  print_heading("Agenda of the day, and what will be asked", style);
  for (const ask::VisitSession& session : visit.sessions) {
    const policy::Session& row = session.session;
    print(wrap(fmt::format("  {}-{}  ", row.begins, row.ends), style.bold(row.title), 15));
    if (!row.note.empty()) print(wrap("      ", row.note + ".", 6));
    if (!row.attends.empty()) print(wrap("      Attend: ", fmt::format("{}.", fmt::join(row.attends, ", ")), 6));
    for (const ask::VisitMetric& metric : session.outliers) print_outlier(metric);
    for (const ask::VisitPrompt& prompt : session.prompts) print_prompt(prompt, style);
  }
  for (const std::string& text : visit.arrangements) print(wrap("  ", style.faint(text), 2));
}

void print_outliers(const ask::Visit& visit, const Style& style) {
  print_heading("Outliers without an explanation", style);
  const auto is_outlier = [](const ask::VisitMetric& metric) {
    return metric.is_outlier() && metric.explained.empty();
  };
  const auto count = std::count_if(visit.metrics.begin(), visit.metrics.end(), is_outlier);
  for (const ask::VisitMetric& metric : visit.metrics)
    if (is_outlier(metric)) print_outlier(metric);
  if (count == 0) fmt::print("  None among the metrics that are reported.\n");
}

void print_unknowns(const ask::Visit& visit, const Style& style) {
  const decide::Sensitivity& study = visit.study;
  const std::vector<std::size_t> order = unknowns_of(study);
  print_heading("What is worth finding out before the visit", style);
  TextTable table({Align::left, Align::left, Align::right});
  table.head({"what", "driver", "moves the odds by, points"});
  for (std::size_t i = 0; i < std::min(order.size(), most_unknowns); ++i) {
    const decide::Driver& driver = study.drivers[order[i]];
    table.row({shorten(driver.title, 48), driver.id, in_points(ask::typical_move(driver.worth_knowing))});
  }
  print(table.lines(style));
  print(wrap("",
             fmt::format("How far the odds of the ratings typically move once it is known (the root of the expected "
                         "gain in the ranked probability score), over {}. Odds of good or better today: {}.",
                         counted(study.trials, "trial"), odds_text(study.odds.value)),
             0));
}

}  // namespace

void print_visit(const ask::Visit& visit, const Style& style) {
  print_head(visit, style);
  print_steps(visit, style);
  print_known(visit, style);
  print_agenda(visit, style);
  print_outliers(visit, style);
  print_unknowns(visit, style);
}

}  // namespace uor::cli
