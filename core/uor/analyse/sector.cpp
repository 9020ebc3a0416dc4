#include "core/uor/analyse/sector.hpp"

#include <cmath>

#include "core/uor/analyse/probability.hpp"

namespace uor::analyse {

namespace {

const run::Counts4& counts_of(const run::SideSummary& side, Rated rated) {
  switch (rated) {
    case Rated::quality:
      return side.quality;
    case Rated::combined:
      return side.combined;
    case Rated::use_of_resources:
      break;
  }
  return side.rating;
}

}  // namespace

std::array<ExpectedTrusts, 4> expected_trusts(const std::vector<run::Summary>& summaries, std::size_t side,
                                              Rated rated) {
  std::array<ExpectedTrusts, 4> expected{};
  std::array<double, 4> variance{};
  for (const run::Summary& summary : summaries) {
    const run::Counts4& counts = counts_of(summary.sides.at(side), rated);
    if (total(counts) == 0) continue;
    const std::array<Estimate, 4> probability = probabilities(counts);
    for (std::size_t grade = 0; grade < 4; ++grade) {
      const Estimate& p = probability[grade];
      expected[grade].count += p.value;
      expected[grade].standard_error_together += p.standard_error;
      variance[grade] += p.standard_error * p.standard_error;
    }
  }
  for (std::size_t grade = 0; grade < 4; ++grade) {
    expected[grade].standard_error_independent = std::sqrt(variance[grade]);
  }
  return expected;
}

run::Migration sector_migration(const std::vector<run::Summary>& summaries, std::size_t side) {
  run::Migration sum{};
  for (const run::Summary& summary : summaries) {
    const run::Migration& own = summary.sides.at(side).migration;
    for (std::size_t from = 0; from < 4; ++from) {
      for (std::size_t to = 0; to < 4; ++to) sum[from][to] += own[from][to];
    }
  }
  return sum;
}

}  // namespace uor::analyse
