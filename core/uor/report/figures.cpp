#include "core/uor/report/figures.hpp"

#include <algorithm>

#include "core/uor/base/error.hpp"

namespace uor::report {

namespace {

std::size_t index_of(const store::Result& result, const std::string& code) {
  const auto& trusts = result.header.trusts;
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < trusts.size(); ++i) {
    if (trusts[i].code == code) return i;
    codes.push_back(trusts[i].code);
  }
  throw Error("'" + result.path + "' has no trust '" + code + "'." + did_you_mean(code, codes) +
              " `uor inspect --trusts` lists those it has");
}

void add_where_they_are(Figures& figures, const Context& context) {
  figures.regions = cuts_of(figures.rows, &TrustRow::region);
  figures.stps = cuts_of(figures.rows, &TrustRow::stp);
  std::vector<trust::Trust> trusts;
  for (const TrustContext& about : context.trusts)
    if (about.trust) trusts.push_back(*about.trust);
  figures.practice = practice_of(trusts, context.policy, context.fields);
}

}  // namespace

std::vector<std::size_t> full_trusts(const store::Result& result, const std::vector<std::string>& codes) {
  std::vector<std::size_t> indices;
  for (const std::string& code : codes) {
    const std::size_t index = index_of(result, code);
    if (std::find(indices.begin(), indices.end(), index) != indices.end())
      throw Error("the trust '" + code + "' is named twice, name it once");
    indices.push_back(index);
  }
  if (codes.empty() && result.summaries.size() <= most_full_trusts)
    for (std::size_t i = 0; i < result.summaries.size(); ++i) indices.push_back(i);
  return indices;
}

Figures figures_of(const store::Result& result, const Context& context, const Rules& rules,
                   const std::vector<std::string>& codes) {
  Figures figures;
  figures.origin = origin_of(result, context.policy);
  for (const std::size_t trust : full_trusts(result, codes))
    figures.trusts.push_back(figures_of_trust({result.header, result.summaries[trust]}, context, rules));
  if (result.summaries.size() > 1) figures.rows = trust_rows(result.header, result.summaries);
  if (result.summaries.size() > 1) add_where_they_are(figures, context);
  if (result.sector) figures.sector = figures_of_sector(*result.sector);
  figures.left_out = context.notes;
  return figures;
}

namespace {

Json json_of_practice(const std::vector<Practice>& practice) {
  Json list = Json::array();
  for (const Practice& one : practice) list.push_back(json_of(one, shown_best));
  return list;
}

/// Differences of equal figures may carry the sign of the subtraction: a reader has no use for a minus nought.
Json without_minus_nought(Json json) {
  if (json.is_structured()) {
    for (auto& item : json) item = without_minus_nought(std::move(item));
  } else if (json.is_number_float() && json.get<double>() == 0) {
    json = 0.0;
  }
  return json;
}

}  // namespace

Json json_of(const Figures& figures) {
  return without_minus_nought({{"format", "uor-figures"},
                               {"version", figures_version},
                               {"run", json_of(figures.origin)},
                               {"trusts", json_list(figures.trusts)},
                               {"rows", json_list(figures.rows)},
                               {"sector", figures.sector ? json_of(*figures.sector) : Json()},
                               {"regions", json_list(figures.regions)},
                               {"stps", json_list(figures.stps)},
                               {"practice", json_of_practice(figures.practice)},
                               {"left_out", figures.left_out},
                               {"against_first", figures.against_first ? json_of(*figures.against_first) : Json()}});
}

}  // namespace uor::report
