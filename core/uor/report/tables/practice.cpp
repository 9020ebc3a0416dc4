#include "core/uor/report/tables/practice.hpp"

#include <algorithm>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

std::string named(const PracticeTrust& trust, const std::string& unit) {
  return trust.code + " " + with_unit(trust.value, unit);
}

std::string best_of(const Practice& practice) {
  std::string words;
  for (std::size_t i = 0; i < std::min(shown_best, practice.ranking.size()); ++i)
    words += (i == 0 ? "" : ", ") + named(practice.ranking[i], practice.unit);
  return words;
}

}  // namespace

Table practice(const Figures& run) {
  Table table{"practice",
              "The best by metric, of the trusts that report it",
              "",
              {text("Metric", 44), figures("Trusts"), text("Their median"), text("The best", 60)}};
  for (const Practice& one : run.practice)
    table.add({one.title, Count{one.ranking.size()}, with_unit(one.median, one.unit), best_of(one)});
  return table;
}

Table practice_by_region(const Figures& run) {
  Table table{"practice-regions",
              "By metric and region, the best median first",
              "",
              {text("Metric", 44), text("Region"), figures("Trusts"), text("Their median"), text("The best of them")}};
  for (const Practice& one : run.practice)
    for (const PracticeRegion& region : one.regions)
      table.add({one.title, region.name, Count{region.trusts}, with_unit(region.median, one.unit),
                 named(region.best, one.unit)});
  return table;
}

}  // namespace uor::report::tables
