#include "core/uor/report/tables/holding.hpp"

#include <algorithm>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

bool ever_holds(const Holding& holding) {
  return std::any_of(holding.share.begin(), holding.share.end(), [](const auto& share) { return share.value > 0; });
}

std::vector<Column> side_columns(const Figures& run, const TrustFigures& trust, const std::string& what) {
  std::vector<Column> columns = {text(what)};
  for (std::size_t side = 0; side < trust.odds.size(); ++side)
    columns.push_back(figures(run.origin.side_titles[side]).barred());
  return columns;
}

std::vector<Cell> row_of(const Holding& holding) {
  std::vector<Cell> cells = {holding.title};
  for (const analyse::Estimate& share : holding.share) cells.emplace_back(Share{share.value});
  return cells;
}

Cell good_or_better_without(const Study& study, const std::string& id) {
  for (const LimiterCost& limiter : study.limiters)
    if (limiter.id == id) return Share{limiter.without[2] + limiter.without[3], {}, 0, true};
  return std::string();
}

}  // namespace

Table limits(const Figures& run, const TrustFigures& trust) {
  Table table{"limits", "Limits on the rating: percent of trials in which each applies", "",
              side_columns(run, trust, "Limit")};
  if (trust.study) table.columns.push_back(figures("Good or better in the baseline without it"));
  for (const Holding& limit : trust.limiters) {
    if (!ever_holds(limit)) continue;
    std::vector<Cell> cells = row_of(limit);
    if (trust.study) cells.push_back(good_or_better_without(*trust.study, limit.id));
    table.add(std::move(cells));
  }
  return table;
}

Table characteristics(const Figures& run, const TrustFigures& trust, const std::string& rating) {
  Table table{"characteristics", "Typical of " + rating_name(rating) + ": percent of trials", "",
              side_columns(run, trust, "Characteristic")};
  for (const Holding& holding : trust.characteristics)
    if (holding.rating == rating) table.add(row_of(holding));
  return table;
}

}  // namespace uor::report::tables
