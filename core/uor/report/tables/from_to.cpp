#include "core/uor/report/tables/from_to.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

std::vector<Column> of_pairs(const std::string& unit) {
  Column from = text("From", 24);
  from.numbers = {{Part::value, "Baseline", "from", 24}};
  std::vector<Column> columns = {of_trust(12), of_side(34).in_numbers(), from};
  for (const char* rating : rating_names)
    columns.push_back(figures(rating, {{Part::value, rating, "to, " + unit, 15}}));
  return columns;
}

Tone tone_of(std::size_t from, std::size_t to, std::uint64_t trials) {
  if (from == to) return Tone::stays;
  if (trials == 0) return Tone::none;
  return to > from ? Tone::better : Tone::worse;
}

std::string from_the_baseline(const std::string& side, const std::string& unit) {
  return fmt::format("From the baseline's rating (rows) to that of \u201c{}\u201d (columns): {}", side, unit);
}

}  // namespace

Table from_to(const analyse::FromTo& pairs, const std::string& caption, const std::string& trust,
              const std::string& side) {
  Table table{"from-to", caption, "", of_pairs("trials")};
  for (std::size_t from = 0; from < pairs.size(); ++from) {
    std::vector<Cell> cells = {trust, side, std::string(rating_names[from])};
    for (std::size_t to = 0; to < pairs.size(); ++to) {
      const auto trials = static_cast<std::uint64_t>(std::llround(pairs[from][to]));
      cells.emplace_back(Count{trials, tone_of(from, to, trials)});
    }
    table.add(std::move(cells));
  }
  return table;
}

Table from_to(const Figures& run, const TrustFigures& trust, std::size_t side) {
  const std::string& title = run.origin.side_titles[side];
  return from_to(trust.odds[side].from_to, from_the_baseline(title, "trials"), trust.code, title);
}

Table sector_from_to(const Figures& run, std::size_t side) {
  const std::string& title = run.origin.side_titles[side];
  Table table{"sector-from-to", from_the_baseline(title, "expected trusts"), "", of_pairs("expected trusts")};
  for (std::size_t from = 0; from < rating_names.size(); ++from) {
    std::vector<Cell> cells = {std::string(), title, std::string(rating_names[from])};
    for (const double trusts : run.sector->from_to[side][from]) cells.emplace_back(Amount{trusts, 1});
    table.add(std::move(cells));
  }
  return table;
}

}  // namespace uor::report::tables
