#include "core/uor/report/tables/changes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

std::string side_words(const ChangesPart& part) {
  return fmt::format("from \u201c{}\u201d to \u201c{}\u201d", part.from, part.to);
}

std::vector<Cell> shares(const analyse::Change& share) {
  return {Share{share.from}, Share{share.to}, change_of_share(share)};
}

std::vector<Cell> amounts(const analyse::Change& mean, int decimals, int of_change) {
  return {Amount{mean.from, decimals}, Amount{mean.to, decimals}, change(mean, of_change)};
}

std::vector<Cell> metric_cells(const Moved& moved) {
  return joined({moved.title + ", " + unit_name(moved.unit)}, amounts(moved.change, by_size, by_size));
}

}  // namespace

Table changed_odds(const std::vector<ChangesPart>& parts) {
  Table table{"changed-odds",
              fmt::format("Change of the odds from \u201c{}\u201d, percentage points, ± paired standard error",
                          parts.front().from)};
  table.columns = {text("To")};
  for (const char* rating : rating_names) table.columns.push_back(figures(rating));
  table.columns = joined(table.columns, {figures("Good or better"), figures("Expected rating")});
  for (const ChangesPart& part : parts) {
    std::vector<Cell> cells = {part.to};
    for (const analyse::Change& share : part.changes.rating) cells.push_back(change_of_share(share));
    table.add(joined(cells, {change_of_share(part.changes.good_or_better), change(part.changes.expected_rating, 3)}));
  }
  return table;
}

Table changed_ratings(const ChangesPart& part) {
  Table table{"changed-ratings",
              "Odds of each rating, percent of trials, " + side_words(part),
              "",
              {text("Rating"), figures("From"), figures("To"), figures("Change in points, paired")}};
  for (std::size_t grade = rating_names.size(); grade-- > 0;)
    table.add(joined({std::string(rating_names[grade])}, shares(part.changes.rating[grade])));
  return table.add(joined({std::string("Good or better")}, shares(part.changes.good_or_better)));
}

Table changed_kloes(const ChangesPart& part) {
  Table table{"changed-kloes",
              "Key lines of enquiry, what moved most first, " + side_words(part),
              "",
              {text("Key line of enquiry"), figures("Mean score, from"), figures("To"), figures("Change"),
               figures("Below good, % of trials, from"), figures("To"), figures("Change in points")}};
  for (const MovedKloe& kloe : part.changes.kloes) {
    const std::vector<Cell> score =
        kloe.score ? amounts(kloe.score->change, 2, 3) : std::vector<Cell>(3, std::monostate{});
    table.add(joined(joined({kloe.title}, score), shares(kloe.below_good)));
  }
  return table;
}

Table changed_metrics(const ChangesPart& part) {
  Table table{"changed-metrics",
              "Metrics, mean of trials, what moved most against how far trusts lie apart first, " + side_words(part),
              "",
              {text("Metric"), figures("From"), figures("To"), figures("Change"),
               figures("In distances between national quartiles"), figures("")}};
  for (const Moved& moved : part.changes.metrics)
    table.add(joined(metric_cells(moved), {Change{moved.standardised, {}, 2}, std::string(verdict(moved.better))}));
  return table;
}

Table changed_rules(const ChangesPart& part) {
  Table table{"changed-rules",
              "Limits and characteristics that hold in other trials, percent of trials, " + side_words(part),
              "",
              {text("Rule"), figures("From"), figures("To"), figures("Change in points")}};
  for (const MovedRule& rule : part.changes.rules)
    table.add(joined({(rule.limit ? "Limit: " : "") + rule.title}, shares(rule.share)));
  return table;
}

std::vector<Table> tables_of_changes(const ChangesPart& part) {
  std::vector<Table> tables;
  for (Table& table :
       std::vector<Table>{changed_ratings(part), changed_kloes(part), changed_metrics(part), changed_rules(part)})
    if (!table.empty()) tables.push_back(std::move(table));
  return tables;
}

Table movers(const Changes& changes) {
  constexpr std::size_t most = 6;
  Table table{"movers",
              "Metrics that move most, against how far trusts lie apart: mean of trials",
              "",
              {text("Metric"), figures("Baseline"), figures("Scenario"), figures("Change ± error"), figures("")}};
  for (std::size_t i = 0; i < std::min(changes.metrics.size(), most); ++i)
    table.add(joined(metric_cells(changes.metrics[i]), {std::string(verdict(changes.metrics[i].better))}));
  return table;
}

}  // namespace uor::report::tables
