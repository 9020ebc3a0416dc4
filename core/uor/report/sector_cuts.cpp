#include "core/uor/report/sector_cuts.hpp"

#include <algorithm>
#include <map>

namespace uor::report {

namespace {

constexpr const char* not_stated = "not stated";

void add_row(SectorCut& cut, const TrustRow& row) {
  ++cut.trusts;
  cut.sides.resize(row.rating.size());
  for (std::size_t side = 0; side < row.rating.size(); ++side)
    for (std::size_t grade = 0; grade < 4; ++grade) cut.sides[side][grade] += row.rating[side][grade].value;
}

}  // namespace

std::vector<SectorCut> cuts_of(const std::vector<TrustRow>& rows, std::string TrustRow::*where) {
  std::map<std::string, SectorCut> named;
  SectorCut rest{not_stated};
  for (const TrustRow& row : rows) add_row(row.*where == "" ? rest : named[row.*where], row);
  std::vector<SectorCut> cuts;
  for (auto& [name, cut] : named) {
    cut.name = name;
    cuts.push_back(std::move(cut));
  }
  if (!cuts.empty() && rest.trusts > 0) cuts.push_back(std::move(rest));
  return cuts;
}

Json json_of(const SectorCut& cut) { return {{"name", cut.name}, {"trusts", cut.trusts}, {"expected", cut.sides}}; }

}  // namespace uor::report
