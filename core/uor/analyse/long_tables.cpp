#include "core/uor/analyse/long_tables.hpp"

#include <limits>
#include <string>
#include <utility>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/odds.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::analyse {

namespace {

/// Columns that fill row by row.
class TableRows {
 public:
  TableRows(std::string name, std::string title) : table_{std::move(name), std::move(title), {}} {}

  void text(const char* name, const std::string& value, const char* title = "") { add(name, value, title); }
  void number(const char* name, double value, const char* title = "") { add(name, value, title); }
  void end_row() { next_ = 0; }
  store::LongTable table() && { return std::move(table_); }

 private:
  template <typename Value>
  void add(const char* name, const Value& value, const char* title) {
    if (next_ == table_.columns.size()) table_.columns.push_back({name, title, std::vector<Value>()});
    std::get<std::vector<Value>>(table_.columns[next_++].values).push_back(value);
  }

  store::LongTable table_;
  std::size_t next_ = 0;
};

void add_place(TableRows& rows, const model::Header& header, const tally::Summary& summary, std::size_t side) {
  const model::TrustInfo& trust = header.trusts[summary.trust];
  rows.text("trust", trust.code, "Trust, by its ODS code");
  rows.text("trust_type", trust.type, "Type of trust");
  rows.text("scenario", header.sides[side], "Scenario: the baseline, then the variants");
}

void add_measure(TableRows& rows, const std::string& measure, const Estimate& estimate) {
  rows.text("measure", measure, "A rating's share of trials, good_or_better, or expected_rating (1 to 4)");
  rows.number("value", estimate.value);
  rows.number("standard_error", estimate.standard_error, "Monte Carlo standard error");
  rows.end_row();
}

/// Each of the six measures of one trust and side.
template <typename Add>
void each_measure(const Odds4& odds, const Estimate& good, const Estimate& expected, Add add) {
  for (std::size_t rating = 0; rating < odds.size(); ++rating) add(policy::rating_ids[rating], odds[rating]);
  add("good_or_better", good);
  add("expected_rating", expected);
}

double at_or_unknown(const std::vector<double>& values, std::size_t at) {
  return at < values.size() ? values[at] : std::numeric_limits<double>::quiet_NaN();
}

void add_quantity(TableRows& rows, const Quantity& quantity, int month, const tally::SideSummary& side,
                  std::size_t at) {
  const tally::Moments& moments = side.moments[at];
  rows.text("quantity", quantity.id, "Metric, score or other quantity");
  rows.text("unit", quantity.unit);
  rows.number("month", month, "Month of the run; 1 is April of the first year");
  rows.number("mean", moments.mean);
  rows.number("sd", moments.sd);
  constexpr const char* names[] = {"q05", "q25", "q50", "q75", "q95"};
  for (std::size_t i = 0; i < moments.quantiles.size(); ++i) rows.number(names[i], moments.quantiles[i]);
  rows.number("mean_change", at_or_unknown(side.mean_change, at), "Mean paired difference to the baseline");
  rows.number("mean_change_standard_error", at_or_unknown(side.mean_change_se, at));
  rows.end_row();
}

template <typename Add>
store::LongTable of_sides(const store::Result& result, TableRows rows, std::size_t first_side, Add add) {
  for (const tally::Summary& summary : result.summaries)
    for (std::size_t side = first_side; side < summary.sides.size(); ++side) add(rows, summary, side);
  return std::move(rows).table();
}

}  // namespace

store::LongTable odds_table(const store::Result& result) {
  return of_sides(result, {"odds", "Odds of ratings at the assessment month"}, 0,
                  [&](TableRows& rows, const tally::Summary& summary, std::size_t at) {
                    const tally::SideSummary& side = summary.sides[at];
                    each_measure(rating_odds(side), good_or_better(side), expected_rating(side),
                                 [&](const std::string& measure, const Estimate& estimate) {
                                   add_place(rows, result.header, summary, at);
                                   add_measure(rows, measure, estimate);
                                 });
                  });
}

store::LongTable changes_table(const store::Result& result) {
  return of_sides(result, {"changes", "Changes of odds to the baseline, paired by trial"}, 1,
                  [&](TableRows& rows, const tally::Summary& summary, std::size_t at) {
                    const tally::SideSummary& side = summary.sides[at];
                    each_measure(odds_change(side, at), good_or_better_change(side, at),
                                 expected_rating_change(side, at),
                                 [&](const std::string& measure, const Estimate& estimate) {
                                   add_place(rows, result.header, summary, at);
                                   add_measure(rows, measure, estimate);
                                 });
                  });
}

store::LongTable metrics_table(const store::Result& result) {
  const model::Header& header = result.header;
  return of_sides(result, {"metrics", "Quantities by month"}, 0,
                  [&](TableRows& rows, const tally::Summary& summary, std::size_t side) {
                    const auto months = static_cast<std::size_t>(header.months);
                    for (std::size_t q = 0; q < header.summarised.size(); ++q) {
                      for (std::size_t month = 0; month < months; ++month) {
                        add_place(rows, header, summary, side);
                        add_quantity(rows, header.summarised[q], static_cast<int>(month) + 1, summary.sides[side],
                                     q * months + month);
                      }
                    }
                  });
}

store::LongTable sector_table(const store::Result& result) {
  TableRows rows("sector", "Number of trusts that hold each rating at the assessment month");
  if (!result.sector) return std::move(rows).table();
  for (std::size_t side = 0; side < result.sector->sides.size(); ++side) {
    const tally::SectorSide& of = result.sector->sides[side];
    for (std::size_t rating = 0; rating < 4; ++rating) {
      const tally::CountSpread spread = tally::spread_of(of, rating);
      rows.text("scenario", result.header.sides[side], "Scenario: the baseline, then the variants");
      rows.text("rating", policy::rating_ids[rating]);
      rows.number("mean", spread.mean, "Mean number of trusts");
      rows.number("mean_standard_error", of.mean_se[rating]);
      rows.number("sd", spread.sd, "From trial to trial");
      constexpr const char* names[] = {"q05", "q25", "q50", "q75", "q95"};
      for (std::size_t i = 0; i < spread.quantiles.size(); ++i) rows.number(names[i], spread.quantiles[i]);
      rows.number("trusts", static_cast<double>(result.sector->trusts), "Trusts of the run");
      rows.end_row();
    }
  }
  return std::move(rows).table();
}

}  // namespace uor::analyse
