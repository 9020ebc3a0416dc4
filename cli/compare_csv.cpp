#include "cli/compare_csv.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>

#include "cli/compare_json.hpp"
#include "cli/csv_word.hpp"
#include "cli/text.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::cli {

namespace {

std::string number_cell(double value) { return std::isfinite(value) ? fmt::format("{}", value) : ""; }

/// Rows of one trust, each starting with whom they are of.
class Rows {
 public:
  explicit Rows(std::string of) : of_(std::move(of)) {}

  void add(const char* what, const std::string& item, const std::string& unit, const analyse::Change& change) const {
    fmt::print("{},{},{},{},{},{},{},{},{}\n", of_, what, csv_word(item), csv_text(unit), number_cell(change.from),
               number_cell(change.to), number_cell(change.change), number_cell(change.standard_error),
               name_of(change.basis));
  }

  void add_ratings(const char* what, const analyse::RatingChanges& ratings) const {
    for (std::size_t i = 0; i < 4; ++i) add(what, policy::rating_ids[i], "share", ratings.of[i]);
  }

  /// What was known of a fact, and where it was from: texts, so that a figure with its rounding is as it was given.
  void add_fact(const analyse::ChangedFact& fact) const {
    fmt::print("{},fact,{},{},{},{},{},,\n", of_, csv_text(fact.id), csv_text(fact.unit), csv_text(fact.from.text),
               csv_text(fact.to.text),
               fact.from.value && fact.to.value ? number_cell(*fact.to.value - *fact.from.value) : "");
    fmt::print("{},fact_origin,{},,{},{},,,\n", of_, csv_text(fact.id), csv_text(fact.from.origin),
               csv_text(fact.to.origin));
  }

  void add_warning(const std::string& warning) const { fmt::print("{},warning,{},,,,,,\n", of_, csv_text(warning)); }

  void add_difference(const analyse::RunDifference& difference) const {
    fmt::print("{},run,{},,{},{},,,\n", of_, csv_text(difference.what), csv_text(difference.from),
               csv_text(difference.to));
  }

  void add_pairs(const analyse::FromTo& pairs) const {
    for (std::size_t from = 0; from < 4; ++from)
      for (std::size_t to = 0; to < 4; ++to)
        fmt::print("{},from_to,{} to {},\"trials\",,{},,,\n", of_, policy::rating_ids[from], policy::rating_ids[to],
                   pairs[from][to]);
  }

 private:
  std::string of_;
};

}  // namespace

void print_comparison_csv_head() {
  fmt::print("trust,from,to,what,item,unit,value_from,value_to,change,standard_error,standard_error_is\n");
}

void print_comparison_csv(const ask::ComparedSide& from, const ask::ComparedSide& to, const model::TrustInfo& trust,
                          const analyse::Comparison& comparison, const report::WhatDiffers& differs) {
  const Rows rows(fmt::format("{},{},{}", csv_word(trust.code), csv_text(from.label), csv_text(to.label)));
  rows.add_ratings("rating", comparison.ratings);
  if (comparison.combined_given) rows.add_ratings("combined", comparison.combined_ratings);
  if (comparison.paired) rows.add_pairs(comparison.ratings.pairs);
  rows.add("good_or_better", "", "share", comparison.ratings.good_or_better);
  rows.add("expected_rating", "", "rating 1 to 4", comparison.ratings.mean_rating);
  rows.add("latent", "", "before limits", comparison.expected_score);
  for (const analyse::KloeChange& row : comparison.kloes) {
    rows.add("kloe_score", row.kloe, "score", row.score.mean);
    rows.add("kloe_below_good", row.kloe, "share", row.below_good);
  }
  for (const analyse::QuantityChange& row : comparison.metrics)
    rows.add("metric", row.quantity->id, row.quantity->unit, row.mean);
  for (const analyse::HoldingChange& row : comparison.holdings)
    rows.add(row.limiter ? "limiter" : "characteristic", row.id, "share", row.share);
  for (const std::string& warning : trust.warnings) rows.add_warning(warning);
  for (const analyse::RunDifference& difference : differs.runs) rows.add_difference(difference);
  for (const analyse::ChangedFact& fact : differs.facts) rows.add_fact(fact);
}

void print_sector_comparison_csv(const ask::ComparedSide& from, const ask::ComparedSide& to,
                                 const analyse::SectorComparison& sector) {
  const std::string of = fmt::format("all,{},{}", csv_text(from.label), csv_text(to.label));
  const Rows rows(of);
  for (std::size_t rating = 0; rating < 4; ++rating)
    rows.add("trusts_with", policy::rating_ids[rating], "trusts", sector.ratings[rating].trusts);
  rows.add("good_or_better", "", "share of trusts", sector.good_or_better);
  rows.add("expected_rating", "", "rating 1 to 4", sector.expected_rating);
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      fmt::print("{},from_to,{} to {},\"trusts\",,{},,,\n", of, policy::rating_ids[i], policy::rating_ids[j],
                 sector.pairs[i][j]);
}

}  // namespace uor::cli
