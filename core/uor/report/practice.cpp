#include "core/uor/report/practice.hpp"

#include <algorithm>
#include <map>

#include "core/uor/base/sorted_quantile.hpp"

namespace uor::report {

namespace {

double median_of(const std::vector<PracticeTrust>& trusts) {
  std::vector<double> values;
  for (const PracticeTrust& trust : trusts) values.push_back(trust.value);
  std::sort(values.begin(), values.end());
  return sorted_quantile(values, 0.5);
}

void rank(std::vector<PracticeTrust>& trusts, int polarity) {
  std::sort(trusts.begin(), trusts.end(), [&](const PracticeTrust& a, const PracticeTrust& b) {
    if (a.value != b.value) return polarity > 0 ? a.value > b.value : a.value < b.value;
    return a.code < b.code;
  });
}

std::vector<PracticeRegion> regions_of(const Practice& practice) {
  std::map<std::string, std::vector<PracticeTrust>> by_region;  // each in the order of the ranking
  for (const PracticeTrust& trust : practice.ranking)
    if (!trust.region.empty()) by_region[trust.region].push_back(trust);
  std::vector<PracticeRegion> regions;
  for (const auto& [name, trusts] : by_region) regions.push_back({name, trusts.size(), median_of(trusts), trusts[0]});
  std::stable_sort(regions.begin(), regions.end(), [&](const PracticeRegion& a, const PracticeRegion& b) {
    return practice.polarity > 0 ? a.median > b.median : a.median < b.median;
  });
  return regions;
}

std::string title_of_field(const std::vector<trust::Field>& fields, const std::string& id) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const trust::Field& one) { return one.id == id; });
  return found == fields.end() ? id : found->title;
}

Json json_of_trust(const PracticeTrust& trust) {
  return {{"trust", trust.code}, {"name", trust.name},   {"region", trust.region},
          {"stp", trust.stp},    {"value", trust.value}, {"source", trust.source}};
}

}  // namespace

std::vector<Practice> practice_of(const std::vector<trust::Trust>& trusts, const policy::Policy& policy,
                                  const std::vector<trust::Field>& fields) {
  std::vector<Practice> all;
  for (const policy::Metric& metric : policy.metrics) {
    Practice practice{metric.id, title_of_field(fields, metric.id), metric.unit, metric.polarity, {}, 0, {}};
    for (const trust::Trust& trust : trusts) {
      const auto found = trust.reported.find(metric.id);
      if (found == trust.reported.end() || found->second.carried) continue;
      practice.ranking.push_back(
          {trust.code, trust.name, trust.region, trust.stp, found->second.value, found->second.source});
    }
    if (practice.ranking.size() < 2 || metric.polarity == 0) continue;
    rank(practice.ranking, metric.polarity);
    practice.median = median_of(practice.ranking);
    practice.regions = regions_of(practice);
    all.push_back(std::move(practice));
  }
  return all;
}

Json json_of(const Practice& practice, std::size_t best) {
  Json ranking = Json::array(), regions = Json::array();
  for (std::size_t i = 0; i < std::min(best, practice.ranking.size()); ++i)
    ranking.push_back(json_of_trust(practice.ranking[i]));
  for (const PracticeRegion& region : practice.regions)
    regions.push_back({{"region", region.name},
                       {"trusts", region.trusts},
                       {"median", region.median},
                       {"best", json_of_trust(region.best)}});
  return {{"metric", practice.metric}, {"title", practice.title},
          {"unit", practice.unit},     {"trusts", practice.ranking.size()},
          {"median", practice.median}, {"best", ranking},
          {"regions", regions}};
}

}  // namespace uor::report
