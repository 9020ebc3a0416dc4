// What a run came to, as tidy tables.
#pragma once

#include <vector>

#include "core/uor/store/long_table.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::analyse {

/// Each trust on each side: odds of each rating, of good or better, and the expected rating (1 to 4), by measure, with
/// Monte Carlo standard errors.
store::LongTable odds_table(const store::Result& result);
/// The same measures' changes to the baseline, paired by trial; levels only.
store::LongTable changes_table(const store::Result& result);
/// Each summarised quantity of each trust, side and month: mean, sd, quantiles, and the paired change of the mean.
store::LongTable metrics_table(const store::Result& result);
/// All trusts as one: how many hold each rating on each side, and the share of them that is good or better. No rows for
/// a run of one trust.
store::LongTable sector_table(const store::Result& result);

struct NamedTable {
  const char* name;
  store::LongTable (*make)(const store::Result&);
};
inline constexpr NamedTable long_tables[] = {
    {"odds", odds_table}, {"changes", changes_table}, {"metrics", metrics_table}, {"sector", sector_table}};

}  // namespace uor::analyse
