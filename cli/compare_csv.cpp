#include "cli/compare_csv.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>

#include "cli/compare_json.hpp"
#include "cli/csv_word.hpp"
#include "cli/text.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/run/sector.hpp"

namespace uor::cli {

namespace {

std::string cell(double value) { return std::isfinite(value) ? fmt::format("{}", value) : ""; }

/// Rows of one trust, each starting with whom they are of.
class Rows {
 public:
  explicit Rows(std::string of) : of_(std::move(of)) {}

  void add(const char* what, const std::string& item, const std::string& unit, const analyse::Change& change) const {
    fmt::print("{},{},{},{},{},{},{},{},{}\n", of_, what, csv_word(item), csv_text(unit), cell(change.from),
               cell(change.to), cell(change.change), cell(change.standard_error), name_of(change.basis));
  }

  void add_ratings(const char* what, const run::Migration& pairs) const {
    const auto before = analyse::probabilities(analyse::counts_before(pairs));
    const auto after = analyse::probabilities(analyse::counts_after(pairs));
    for (std::size_t i = 0; i < 4; ++i) {
      const analyse::Estimate moved = analyse::change_of(pairs, static_cast<int>(i) + 1);
      add(what, policy::rating_ids[i], "share", {before[i].value, after[i].value, moved.value, moved.standard_error});
    }
  }

  void add_pairs(const run::Migration& pairs) const {
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

void print_comparison_csv(const ComparedSide& from, const ComparedSide& to, const run::TrustInfo& trust,
                          const analyse::Comparison& comparison) {
  const Rows rows(fmt::format("{},{},{}", csv_word(trust.code), csv_text(from.label), csv_text(to.label)));
  rows.add_ratings("rating", comparison.rating);
  if (comparison.combined_given) rows.add_ratings("combined", comparison.combined);
  rows.add_pairs(comparison.rating);
  rows.add("good_or_better", "", "share", comparison.good_or_better);
  rows.add("expected_rating", "", "rating 1 to 4", comparison.expected_rating);
  rows.add("latent", "", "before limits", comparison.expected_score);
  for (const analyse::KloeChange& row : comparison.kloes) {
    rows.add("kloe_score", row.kloe, "score", row.score.mean);
    rows.add("kloe_below_good", row.kloe, "share", row.below_good);
  }
  for (const analyse::QuantityChange& row : comparison.metrics)
    rows.add("metric", row.quantity->id, row.quantity->unit, row.mean);
  for (const analyse::HoldingChange& row : comparison.holdings)
    rows.add(row.limiter ? "limiter" : "characteristic", row.id, "share", row.share);
}

void print_sector_comparison_csv(const ComparedSide& from, const ComparedSide& to,
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
                 run::expected_trusts(sector.pairs[i][j], sector.trials));
}

}  // namespace uor::cli
