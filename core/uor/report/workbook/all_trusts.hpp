// Tables of all trusts of a run, one under the other.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/shape.hpp"

namespace uor::report::book {

/// Of each trust in full by `table_of(figures, trust)`; of a run without one the columns alone.
template <typename TableOf>
tables::Table of_all_trusts(const Figures& figures, TableOf table_of) {
  std::vector<tables::Table> parts = {table_of(figures, TrustFigures())};
  for (const TrustFigures& trust : figures.trusts) parts.push_back(table_of(figures, trust));
  return stacked(std::move(parts));
}

}  // namespace uor::report::book
