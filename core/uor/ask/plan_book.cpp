#include "core/uor/ask/plan_book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/report/tables/pounds.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/report/workbook/sheet.hpp"

namespace uor::ask {

namespace {

using report::book::Sheet;
using report::tables::Amount;
using report::tables::Cell;
using report::tables::Change;
using report::tables::figures;
using report::tables::Share;
using report::tables::Table;
using report::tables::text;
using report::tables::with_error;

Cell points(const study::Figure& change) { return Change{change.value, change.error, report::tables::by_size, true}; }
Cell odds(const study::Figure& figure) { return Share{figure.value, figure.error}; }
Cell month(int value) { return value > 0 ? Cell(Amount{static_cast<double>(value), 0}) : Cell(); }
Cell amount(const std::optional<double>& value) { return report::tables::amount_or_none(value); }

std::string rating_words(decide::Goal goal) { return report::lower(report::rating_name(std::string(name_of(goal)))); }

void add_action(Table& table, const std::string& option, const decide::ActionAlone& action) {
  const decide::PlannedAction& planned = action.planned;
  const bool costs = planned.cost && planned.cost->known;
  const auto cost = [&](double gbp_m) { return costs ? Cell(Amount{gbp_m, 2}) : Cell(); };
  const auto published = static_cast<double>(planned.published.in_time.size());
  table.add({option, planned.name, planned.title, planned.driver, amount(planned.today), planned.unit, planned.change,
             planned.acts ? month(planned.from_month) : Cell(), month(planned.published.first_month),
             Amount{published, 0}, Amount{published + static_cast<double>(planned.published.too_late.size()), 0},
             planned.owner, cost(costs ? planned.cost->one_off_gbp_m : 0), cost(costs ? planned.cost->yearly_gbp_m : 0),
             points(action.change), points(action.share)});
}

void write_plan(workbook::BookWriter& book, const PlanBook& answers) {
  Table table{
      "plan",
      "",
      "",
      {text("Option", 16), text("Action", 16), text("Title", 36), text("Lever", 32), figures("Today"), text("Unit", 18),
       text("Does", 30), figures("From month"), figures("First seen"), figures("Metrics published in time"),
       figures("Metrics moved"), text("Owner", 24), figures("One-off cost, £m"), figures("Yearly cost, £m"),
       figures("Alone", with_error("Alone", "change of odds")),
       figures("Share of all", with_error("Share of all", "change of odds"))}};
  for (const PlanAnswer& plan : answers.plans)
    for (const decide::ActionAlone& action : plan.study.actions) add_action(table, plan.study.name, action);
  const decide::PlanStudy& first = answers.plans.front().study;
  std::string about = fmt::format("{}: odds of {} or better without the plan {:.1f} %", answers.code,
                                  rating_words(first.goal), 100 * first.today.value);
  for (const PlanAnswer& plan : answers.plans)
    about += fmt::format(", with {} {:.1f} %", plan.study.name, 100 * plan.study.together.value);
  Sheet out(book, "Plan", "The plan", about + ". Months count from April.", table);
  out.whole(table, "plan", 2);
}

void write_pounds(workbook::BookWriter& book, const PlanBook& answers) {
  std::vector<std::pair<std::string, report::Pounds>> changes;
  for (const PlanAnswer& plan : answers.plans) {
    for (std::size_t i = 0; i < plan.study.actions.size(); ++i) {
      changes.emplace_back(plan.study.name + ": " + plan.study.actions[i].planned.label(), plan.alone[i]);
    }
    changes.emplace_back(plan.study.name + ": all together", plan.together);
  }
  const Table table = report::tables::pounds(answers.code, changes);
  if (table.empty()) return;
  Sheet out(book, "Pounds", "What it brings in pounds", "Against the baseline, £m, mean of trials. " + table.note,
            table);
  out.whole(table, "pounds", 3);
}

void write_reach(workbook::BookWriter& book, const decide::Solution& solution) {
  Table alone{"alone",
              "Each lever by itself",
              "",
              {text("Lever", 36), figures("Today"), figures("Limit"), figures("Needed"), text("Unit", 18),
               figures("Months to act"), figures("Best odds", with_error("Best odds", "")),
               figures("Change", with_error("Change", "of odds")), text("What it costs", 40)}};
  for (const decide::LeverAlone& one : solution.alone)
    alone.add({one.lever.id, Amount{one.lever.today}, Amount{one.limit}, amount(one.needed), one.lever.unit,
               Amount{static_cast<double>(one.lever.lead_months), 0}, odds(one.best), points(one.change),
               one.lever.delivery_cost});
  Table together{"together",
                 "The least that reaches it together",
                 "",
                 {text("Lever", 36), figures("Today"), figures("Set to"), figures("Of the way")}};
  for (const decide::LeverSet& one : solution.together)
    together.add({one.lever.id, Amount{one.lever.today}, Amount{one.value}, Share{one.intensity}});
  const std::string rating = rating_words(solution.rule.goal);
  const std::string verdict = solution.reached
                                  ? fmt::format("reached: {:.1f} % on another seed", 100 * solution.odds.value)
                                  : "cannot: " + solution.why_not;
  Sheet out(book, "To reach " + rating, "To reach " + rating,
            fmt::format("Odds asked {:.1f} %, today {:.1f} %; {}.", 100 * solution.rule.odds,
                        100 * solution.today.value, verdict),
            alone);
  if (!together.empty()) {
    out.headings(together, together.caption);
    out.name("together", out.rows(together), 1, 4);
    out.space();
  }
  out.headings(alone, alone.caption);
  out.name("alone", out.rows(alone), 1, 11);
}

/// What a bar of the tornado reaches to either side.
void draw_tornado(Sheet& out, const Table& table, int first) {
  constexpr int low = 5, high = 9;  // columns of the changes
  const int last = out.next() - 1;
  workbook::Chart chart;
  chart.kind = workbook::Chart::Kind::stacked_bars;
  chart.title = "Each lever over its likely range";
  chart.across = "change of the odds";
  chart.number_format = "0%";
  const workbook::Range names{{first, 1}, {last, 1}};
  chart.series = {
      {"at the low end", out.sheet().name(), names, {{first, low}, {last, low}}, workbook::colour::blue},
      {"at the high end", out.sheet().name(), names, {{first, high}, {last, high}}, workbook::colour::dark_blue}};
  chart.height_pixels = 120 + 18 * static_cast<double>(table.rows.size());
  out.sheet().chart({out.next() + 1, 1}, chart);
}

void write_sensitivity(workbook::BookWriter& book, const decide::Sensitivity& study) {
  Table table{"tornado",
              "",
              "",
              {text("Lever", 36), figures("Today"), figures("From"), figures("Odds there"),
               figures("Change there", with_error("Change there", "of odds")), figures("To"), figures("Odds there"),
               figures("Change there", with_error("Change there", "of odds"))}};
  for (const decide::TornadoBar& bar : study.tornado)
    table.add({bar.lever.id, Amount{bar.lever.today}, Amount{bar.lever.low}, Share{bar.odds_low.value},
               points(bar.change_low), Amount{bar.lever.high}, Share{bar.odds_high.value}, points(bar.change_high)});
  Sheet out(
      book, "Sensitivity", "Each lever over its likely range",
      fmt::format(
          "Odds of {} or better, today {:.1f} %; each lever from the month in which it can act, the widest first.",
          rating_words(study.goal), 100 * study.odds.value),
      table);
  const int first = out.next() + 1;
  out.whole(table, "tornado", 1);
  draw_tornado(out, table, first);
}

void write_visit(workbook::BookWriter& book, const decide::Sensitivity& study) {
  Table table{
      "visit",
      "",
      "",
      {text("What", 48), text("Driver", 36), figures("Worth", with_error("Worth", "ranked probability score"))}};
  std::vector<const decide::Driver*> unknowns;
  for (const decide::Driver& driver : study.drivers)
    if (driver.kind == decide::Kind::unknown) unknowns.push_back(&driver);
  std::stable_sort(unknowns.begin(), unknowns.end(), [](const decide::Driver* a, const decide::Driver* b) {
    return a->worth_knowing.value > b->worth_knowing.value;
  });
  for (const decide::Driver* driver : unknowns)
    table.add(
        {driver->title, driver->id,
         Amount{std::max(0.0, driver->worth_knowing.value), report::tables::by_size, driver->worth_knowing.error}});
  Sheet out(
      book, "Visit", "What is worth finding out before the visit",
      "Facts that are not reported, or rounded, and prompts that nobody has judged: the expected gain in the ranked "
      "probability score once each is known.",
      table);
  out.whole(table, "visit", 1);
}

}  // namespace

PlanBook plan_book(const Library& library, const DecideRequest& request, double odds) {
  decide::SolveRule rule;
  rule.odds = odds;
  return {inputs_of(library, request).trusts.front().code, plans(library, request), solution(library, request, rule),
          sensitivity(library, request)};
}

std::string write_plan_book(PartialFile file, const PlanBook& answers) {
  workbook::BookWriter writer(std::move(file));
  writer.mark_as_report();
  writer.properties("Use of resources: a plan for " + answers.code, answers.plans.front().study.title);
  write_plan(writer, answers);
  write_pounds(writer, answers);
  write_reach(writer, answers.solution);
  write_sensitivity(writer, answers.sensitivity);
  write_visit(writer, answers.sensitivity);
  return writer.finish();
}

}  // namespace uor::ask
