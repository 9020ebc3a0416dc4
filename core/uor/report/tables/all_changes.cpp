// Every change of a side under one head, for programs.
#include "core/uor/report/tables/changes.hpp"
#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

std::vector<Column> change_columns() {
  return {of_trust(),
          of_side(34),
          text("What", 20),
          text("Item", 60),
          text("Unit", 18),
          figures("From", {{Part::value, "From", "baseline"}}),
          figures("To", {{Part::value, "To", "side"}}),
          figures("Change",
                  {{Part::value, "Change"}, {Part::error, "±", "standard error", 10}, {Part::basis, "± is", "", 10}}),
          figures("Size", {{Part::value, "Size", "national spreads"}}),
          text("Verdict", 9)};
}

/// The rows of one trust on one side.
class Rows {
 public:
  Rows(Table& table, std::string trust, std::string side)
      : table_(table), trust_(std::move(trust)), side_(std::move(side)) {}

  void share(const std::string& what, const std::string& item, const analyse::Change& share) {
    table_.add({trust_, side_, what, item, std::string("share of trials"), Share{share.from}, Share{share.to},
                change_of_share(share), std::monostate{}, std::string()});
  }

  void mean(const std::string& what, const std::string& item, const std::string& unit, const analyse::Change& mean,
            int decimals, const Moved* moved = nullptr) {
    const Cell size = moved == nullptr ? Cell() : Cell(Change{moved->standardised, {}, 2});
    table_.add({trust_, side_, what, item, unit, Amount{mean.from, decimals}, Amount{mean.to, decimals},
                change(mean, decimals), size, std::string(verdict(moved == nullptr ? 0 : moved->better))});
  }

 private:
  Table& table_;
  std::string trust_, side_;
};

}  // namespace

Table all_changes(const std::string& trust, const ChangesPart& part) {
  Table table{"changes", "What changed to \u201c" + part.to + "\u201d", "", change_columns()};
  const Changes& changes = part.changes;
  Rows rows(table, trust, part.to);
  for (std::size_t grade = rating_names.size(); grade-- > 0;)
    rows.share("Rating", rating_names[grade], changes.rating[grade]);
  rows.share("Rating", "Good or better", changes.good_or_better);
  rows.mean("Rating", "Expected rating", "1 to 4", changes.expected_rating, 3);
  rows.mean("Latent", "Mean latent, before limits", "", changes.expected_score, 3);
  for (const MovedKloe& kloe : changes.kloes) {
    if (kloe.score) rows.mean("Key line, score", kloe.title, "1 to 4", kloe.score->change, 3, &*kloe.score);
    rows.share("Key line, below good", kloe.title, kloe.below_good);
  }
  for (const Moved& metric : changes.metrics)
    rows.mean("Metric", metric.title, unit_name(metric.unit), metric.change, by_size, &metric);
  for (const MovedRule& rule : changes.rules)
    rows.share(rule.limit ? "Limit" : "Characteristic", rule.title, rule.share);
  return table;
}

}  // namespace uor::report::tables
