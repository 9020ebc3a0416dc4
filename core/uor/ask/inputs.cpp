#include "core/uor/ask/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/ask/paths.hpp"
#include "core/uor/ask/release.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/trust/peers.hpp"
#include "core/uor/trust/published.hpp"
#include "core/uor/workbook/read.hpp"

namespace uor::ask {

namespace {

/// --plugin may replace the plugins of these key lines.
host::Request plugin_request(const ModelRequest& asked, const std::vector<policy::Kloe>& rows) {
  host::Request request;
  request.folders = asked.plugin_path;
  const std::string path = spelled(asked.spelling, "plugin_path"), plugin = spelled(asked.spelling, "plugin");
  std::error_code ignored;
  for (const std::string& folder : request.folders)
    if (!std::filesystem::is_directory(folder, ignored))
      throw Error(fmt::format("{} '{}': no such folder", path, folder));
  for (const std::string& folder : host::default_folders()) request.folders.push_back(folder);
  for (const std::string& given : asked.plugin) {
    const std::size_t equals = given.find('=');
    const std::string kloe = given.substr(0, equals);
    std::vector<std::string> kloes;
    for (const policy::Kloe& row : rows) kloes.push_back(row.id);
    if (equals == std::string::npos || equals + 1 == given.size())
      throw Error(fmt::format("{} '{}': must be KLOE=FILE, as in people=./libmy_people.so", plugin, given));
    if (std::find(kloes.begin(), kloes.end(), kloe) == kloes.end())
      throw Error(fmt::format("{} '{}': unknown KLOE '{}'.{} KLOEs are {}", plugin, given, kloe,
                              did_you_mean(kloe, kloes), fmt::join(kloes, ", ")));
    if (!request.replacements.emplace(kloe, given.substr(equals + 1)).second)
      throw Error(fmt::format("{} '{}': KLOE '{}' is replaced twice; name one file", plugin, given, kloe));
  }
  return request;
}

}  // namespace

std::shared_ptr<const host::Catalogue> load_plugins(const Library& library, const ModelRequest& request) {
  const bool replaces = !request.plugin.empty();
  return library.plugins(
      plugin_request(request, replaces ? library.policy("framework").rating.kloes : std::vector<policy::Kloe>{}));
}

scenario::Scenario read_scenario(const std::string& path) {
  return workbook::is_workbook(path) ? workbook::read_scenario(path) : scenario::read_scenario(path);
}

scenario::Scenario baseline_scenario() {
  scenario::Scenario scenario;
  scenario.name = "baseline";
  scenario.title = "Baseline";
  return scenario;
}

namespace {

/// Each trust's peers, of its choice or the nearest in the sector, and their medians.
void add_peers(model::Inputs& inputs, const Library& library, const std::vector<trust::Trust>& sector) {
  const auto& weights = library.peer_weights();
  for (const trust::Trust& trust : inputs.trusts) {
    inputs.peers.push_back(trust::peers_of(trust, sector, weights));
    inputs.peer_medians.push_back(trust::peer_medians(inputs.peers.back(), sector));
  }
}

/// By when a rating must be published to be known on the day of the run: the end of the last closed month, else of the
/// year that the trust states; without either all count.
trust::PublishedBy day_of_run(const trust::Trust& trust, const std::string& default_year) {
  const int closed = model::closed_months_of(trust);
  if (closed == 0 && trust.policy_year.empty()) return {};
  const std::string& year = trust.policy_year.empty() ? default_year : trust.policy_year;
  const int month = closed == 0 ? 12 : closed;
  return {fmt::format("{}-{:02}", model::iso_month(month, year), model::days_in(model::month_of_year(month)))};
}

void add_published(model::Inputs& inputs, const Library& library) {
  const std::string path = library.assessments_path();
  const std::string& text = library.assessments();
  for (trust::Trust& trust : inputs.trusts) {
    if (trust.published.looked_up) continue;
    trust.published = trust::published_ratings(text, path, trust.code, day_of_run(trust, inputs.policy.default_year));
  }
}

std::string policy_named(const ModelRequest& request, const scenario::Scenario& scenario) {
  return request.policy ? *request.policy : beside(scenario.path, scenario.run.policy);
}

}  // namespace

const policy::Policy& policy_asked(const Library& library, const ModelRequest& request,
                                   const scenario::Scenario& scenario) {
  std::vector<std::string> options = scenario.run.policy_options;
  options.insert(options.end(), request.policy_set.begin(), request.policy_set.end());
  return library.policy(policy_named(request, scenario), options);
}

model::Inputs assemble(const Library& library, const ModelRequest& request, scenario::Scenario scenario,
                       std::vector<trust::Trust> trusts) {
  return assemble(library, request, std::move(scenario), std::move(trusts), library.sector());
}

model::Inputs assemble(const Library& library, const ModelRequest& request, scenario::Scenario scenario,
                       std::vector<trust::Trust> trusts, const std::vector<trust::Trust>& sector) {
  model::Inputs inputs;
  inputs.policy = policy_asked(library, request, scenario);
  inputs.catalogue = library.plugins(plugin_request(request, inputs.policy.rating.kloes));
  inputs.scenario = std::move(scenario);
  inputs.scenario.run.policy = policy_named(request, inputs.scenario);
  inputs.trusts = std::move(trusts);
  inputs.fields = library.fields().all();
  add_peers(inputs, library, sector);
  add_published(inputs, library);
  for (const trust::Trust& trust : library.trust_rows()) inputs.known_trusts.emplace_back(trust.code, trust.type);
  inputs.version = release_version();
  inputs.commit = release_commit();
  return inputs;
}

}  // namespace uor::ask
