#include "core/uor/report/tables/odds.hpp"

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

constexpr double trust_width = 12, side_width = 34;

Table by_side(std::string id, std::string caption) {
  Table table{std::move(id), std::move(caption)};
  table.columns =
      joined({of_trust(trust_width), of_side(side_width)}, of_ratings_with_errors("share of trials", "standard error"));
  return table;
}

Table odds_of(const Figures& run, const TrustFigures& trust, Odds4 Odds::*of, Table table) {
  for (std::size_t side = 0; side < trust.odds.size(); ++side) {
    std::vector<Cell> cells = {trust.code, run.origin.side_titles[side]};
    for (const analyse::Estimate& odds : trust.odds[side].*of) cells.push_back(share(odds, trust.trials));
    table.add(std::move(cells));
  }
  return table;
}

std::vector<Column> columns_of_one_number() {
  return {of_trust(trust_width),
          of_side(side_width),
          figures("Good or better, % of trials", with_error("Good or better", "share of trials", "")),
          figures("Change in points", with_error("Change", "paired", "of change")),
          figures("Expected rating, 1 to 4", with_error("Expected rating", "1 to 4", "")),
          figures("Change", with_error("Change", "paired", "of change")),
          text("Likeliest rating").in_numbers(),
          figures("Latent", {{Part::value, "Latent", "before limits"}}).in_numbers(),
          figures("Latent, before limits", {{Part::value, "Latent in words"}})};
}

}  // namespace

Table rating_odds(const Figures& run, const TrustFigures& trust) {
  return odds_of(run, trust, &Odds::rating,
                 by_side("odds", "Use of resources rating: percent of trials, ± standard error"));
}

Table combined_odds(const Figures& run, const TrustFigures& trust) {
  return odds_of(run, trust, &Odds::combined,
                 by_side("combined-odds", "Combined with CQC's quality ratings: percent of trials, ± standard error"));
}

Table quality_odds(const Figures& run, const TrustFigures& trust) {
  return odds_of(run, trust, &Odds::quality,
                 by_side("quality-odds", "CQC's quality rating: percent of trials, ± standard error"));
}

Table odds_changes(const Figures& run, const TrustFigures& trust) {
  Table table = by_side("odds-changes", "Change of the odds to the baseline, paired by trial: percentage points");
  for (std::size_t side = 1; side < trust.odds.size(); ++side) {
    std::vector<Cell> cells = {trust.code, run.origin.side_titles[side]};
    for (const analyse::Estimate& change : trust.odds[side].change) cells.push_back(change_of_share(change));
    table.add(std::move(cells));
  }
  return table;
}

namespace {

std::vector<Column> columns_of_fit_ranges() {
  std::vector<Column> columns = {
      of_trust(trust_width),
      of_side(side_width),
      figures("Good or better, % of trials", {{Part::value, "Good or better", "share of trials"}}),
      figures("from", {{Part::value, "from", "5 % of draws"}}),
      figures("to", {{Part::value, "to", "95 % of draws"}}),
      figures("Change in points", {{Part::value, "Change", "paired"}}),
      figures("from", {{Part::value, "from", "5 % of draws"}}),
      figures("to", {{Part::value, "to", "95 % of draws"}})};
  for (const char* rating : rating_names) {
    columns.push_back(figures(std::string(rating) + ", from", {{Part::value, rating, "from", 15}}));
    columns.push_back(figures("to", {{Part::value, "to", "", 9}}));
  }
  return columns;
}

Cell points(double change) { return Change{change, {}, 1, true}; }

}  // namespace

Table fit_ranges(const Figures& run, const TrustFigures& trust) {
  Table table{
      "fit-ranges", "Allowing for the fit: what 90 % of the draws around the fitted numbers lie between",
      "The rating's weights, cuts, limits and indicators were fitted to published ratings, which leave them open "
      "within limits; the odds are found anew under 256 draws of them. A change is that of both sides under the "
      "same draw.",
      columns_of_fit_ranges()};
  for (std::size_t side = 0; side < trust.odds.size(); ++side) {
    const Odds& odds = trust.odds[side];
    if (!odds.fit_range) continue;
    const analyse::Range& good = odds.fit_range->good_or_better;
    std::vector<Cell> cells = {trust.code, run.origin.side_titles[side], Share{odds.good_or_better.value},
                               Share{good.low}, Share{good.high}};
    if (odds.fit_range_of_change)
      cells = joined(cells, {points(odds.good_or_better_change.value), points(odds.fit_range_of_change->low),
                             points(odds.fit_range_of_change->high)});
    else
      cells.resize(cells.size() + 3);
    for (const analyse::Range& range : odds.fit_range->rating)
      cells = joined(cells, {Share{range.low}, Share{range.high}});
    table.add(std::move(cells));
  }
  return table;
}

Table one_number(const Figures& run, const TrustFigures& trust) {
  Table table{"one-number", "Good or better and the mean rating, ± standard error; changes are paired trial by trial",
              "Expected rating: the mean of 1 inadequate to 4 outstanding as trials are rated. The latent is what the "
              "rating is struck from before limits apply, beside the rating that begins next.",
              columns_of_one_number()};
  for (std::size_t side = 0; side < trust.odds.size(); ++side) {
    const Odds& odds = trust.odds[side];
    const bool baseline = side == 0;
    table.add({trust.code, run.origin.side_titles[side], share(odds.good_or_better, trust.trials),
               change_of_share(odds.good_or_better_change, baseline), amount(odds.expected_rating, 3),
               change_of_rating(odds.expected_rating_change, baseline), rating_name(odds.likeliest),
               Amount{odds.expected_score, 3}, odds.latent});
  }
  return table;
}

}  // namespace uor::report::tables
