#include "cli/result_json.hpp"

#include "cli/forecast_block.hpp"
#include "cli/plan_lines.hpp"
#include "cli/pounds_block.hpp"
#include "cli/sector_json.hpp"
#include "cli/stop_screen.hpp"
#include "core/uor/model/known_metrics.hpp"
#include "core/uor/model/make_header.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/published_json.hpp"

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

Json lines_of(const std::vector<model::Fact>& assumed) {
  Json lines = Json::array();
  for (const model::Fact& fact : assumed) lines.push_back(to_string(fact));
  return lines;
}

Json trusts_json(const ask::Library& library, const model::Header& header,
                 const std::vector<tally::Summary>& summaries) {
  Json list = Json::array();
  for (std::size_t at = 0; at < header.trusts.size(); ++at) {
    const model::TrustInfo& trust = header.trusts[at];
    list.push_back({{"trust", trust.code},
                    {"name", trust.name},
                    {"in_scope", trust.in_scope},
                    {"combined_given", trust.combined_given},
                    {"metrics_reported", trust.metrics_reported},
                    {"metrics", header.metrics.size()},
                    {"known", report::json_of(library.report_rules().known(model::known_metrics(header, at)))},
                    {"assumed", lines_of(trust.assumed)},
                    {"warnings", trust.warnings},
                    {"last_published", report::json_of_published(model::published_of(header, trust.code))},
                    {"implausible", Json::object()},
                    {"own_forecast", nullptr}});
  }
  for (const tally::Summary& summary : summaries)
    list[summary.trust]["own_forecast"] = report::json_of(own_forecast_of(header, summary, library));
  for (const tally::Summary& summary : summaries)
    for (const auto& [id, count] : summary.implausible)
      if (count > 0) list[summary.trust]["implausible"][id] = count;
  return list;
}

}  // namespace

Json json_of_run(const ask::Library& library, const model::Header& header,
                 const std::vector<decide::PlannedOption>& plan, const std::vector<tally::Summary>& summaries,
                 const tally::Sector* sector, const Performance& performance, const std::string& out) {
  Json results = Json::array();
  for (const tally::Summary& summary : summaries) {
    const std::vector<NamedPounds> pounds = pounds_of_run(header, summary, library);
    for (std::size_t side = 0; side < summary.sides.size(); ++side) {
      results.push_back(report::json_of_side(header, summary, side));
      results.back()["pounds"] = side == 0 ? Json(nullptr) : report::json_of(pounds[side - 1].pounds);
    }
  }
  const double trials = static_cast<double>(header.trials) * static_cast<double>(summaries.size());
  Json run = {{"version", header.version},
              {"commit", header.commit},
              {"scenario", header.scenario_name},
              {"question", header.question},
              {"months", header.months},
              {"assessment_month", header.assessment_month},
              {"trials", header.trials},
              {"seed", header.seed},
              {"benchmarks", header.moving_benchmarks ? "moving" : "fixed"},
              {"points", name_of(header.points)},
              {"seconds", performance.seconds},
              {"trials_per_second", performance.seconds > 0 ? trials / performance.seconds : 0.0},
              {"threads", performance.threads},
              {"out", out},
              {"stop", json_of_stop(header, summaries)},
              {"plan", json_of(plan)},
              {"notes", header.notes}};
  if (!run["stop"].is_null()) run["stop"]["search_seconds"] = performance.search_seconds;
  if (sector != nullptr) run["sector"] = json_of_sector(header, summaries, *sector);
  run["trusts"] = trusts_json(library, header, summaries);
  run["results"] = results;
  return run;
}

}  // namespace uor::cli
