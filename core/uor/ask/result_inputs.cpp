#include "core/uor/ask/result_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/uor/ask/inputs.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/model/make_header.hpp"
#include "core/uor/trust/overlay.hpp"

namespace uor::ask {

namespace fs = std::filesystem;

namespace {

const model::InputText& input_of(const store::Result& result, const std::string& role) {
  const auto& inputs = result.header.inputs;
  const auto found =
      std::find_if(inputs.begin(), inputs.end(), [&](const model::InputText& input) { return input.role == role; });
  if (found == inputs.end())
    throw Error(fmt::format("'{}' holds no {}, run the scenario again with this program", result.path, role));
  return *found;
}

/// Today's policy of that name; a policy that does not ship is read where it was.
std::string policy_of(const Library& library, const store::Result& result) {
  const fs::path was = input_of(result, "policy").path;
  std::error_code ignored;
  // What a file names as its policy may be a pipe, which would keep its reader waiting for ever.
  if (fs::exists(was, ignored) && !fs::is_regular_file(was, ignored))
    throw Error(fmt::format("'{}' names '{}' as its policy, which is no regular file", result.path, was.string()));
  return fs::exists(library.policies() / was.filename(), ignored) ? was.stem().string() : was.string();
}

std::string plugin_difference(const model::PluginInfo& was, const host::Catalogue& catalogue) {
  const auto& plugins = catalogue.plugins();
  const auto now =
      std::find_if(plugins.begin(), plugins.end(), [&](const host::Plugin& plugin) { return plugin.id() == was.id; });
  if (now == plugins.end()) return fmt::format("plugin '{}' is not loaded", was.id);
  if (now->sha256() == was.sha256) return "";
  return fmt::format("plugin '{}' has SHA-256 {}, was {}", was.id, now->sha256().substr(0, 12),
                     was.sha256.substr(0, 12));
}

}  // namespace

std::vector<std::string> policy_options(const model::Header& header) {
  std::vector<std::string> options;
  for (const model::InputText& input : header.inputs)
    if (input.role == "policy_option") options.push_back(input.text);
  return options;
}

scenario::Scenario scenario_of(const Library& library, const store::Result& result) {
  const model::InputText& text = input_of(result, "scenario");
  scenario::Scenario scenario = scenario::parse_scenario(text.text, text.path);
  for (const model::InputText& input : result.header.inputs)
    if (input.role == "option") scenario::apply_set_option(scenario, input.text);
  scenario.run.policy = policy_of(library, result);
  scenario.run.policy_options = policy_options(result.header);
  scenario.run.months = result.header.months;
  scenario.run.assessment_month = result.header.assessment_month;
  scenario.run.trials = result.header.trials;
  scenario.run.until_se.reset();
  scenario.run.points = result.header.points;
  scenario.run.seed = result.header.seed;
  scenario.run.benchmarks =
      result.header.moving_benchmarks ? scenario::Benchmarks::moving : scenario::Benchmarks::fixed;
  return scenario;
}

trust::Trust trust_of(const model::Header& header, const model::TrustInfo& info, const trust::Fields& fields) {
  trust::Trust trust = ends_like(info.path, ".csv") ? trust::parse_trust_csv(info.text, info.path, fields).at(0)
                                                    : trust::parse_trust_toml(info.text, info.path, fields);
  for (const model::InputText& input : header.inputs) {
    if (input.role != "shipped") continue;
    for (const trust::Trust& shipped : trust::parse_trust_csv(input.text, input.path, fields))
      trust::lay_over(trust, shipped);
  }
  trust.published = model::published_of(header, info.code);
  return trust;
}

model::Inputs inputs_of(const Library& library, const ModelRequest& request, const store::Result& result,
                        std::size_t trust) {
  return assemble(library, request, scenario_of(library, result),
                  {trust_of(result.header, result.header.trusts[trust], library.fields())},
                  peer_sector_of(library, result.header));
}

std::vector<trust::Trust> peer_sector_of(const Library& library, const model::Header& header) {
  const bool loaded = std::any_of(header.inputs.begin(), header.inputs.end(),
                                  [](const model::InputText& input) { return input.role == model::loaded_role; });
  if (!loaded) return library.sector();
  std::vector<trust::Trust> sector;
  for (const model::TrustInfo& info : header.trusts) sector.push_back(trust_of(header, info, library.fields()));
  return sector;
}

std::vector<std::string> differences(const model::Inputs& inputs, const model::Header& header) {
  std::vector<std::string> found;
  if (inputs.version != header.version)
    found.push_back(fmt::format("the program is uor {}, was {}", inputs.version, header.version));
  for (const model::InputText& input : header.inputs)
    if (input.role == "policy" && input.text != inputs.policy.text)
      found.push_back(fmt::format("the policy '{}' reads otherwise than then", inputs.policy.name));
  const auto by_option = std::count_if(inputs.policy.changed.begin(), inputs.policy.changed.end(),
                                       [](const policy::ChangedNumber& number) { return number.file.empty(); });
  if (static_cast<std::size_t>(by_option) != policy_options(header).size())
    found.push_back("--policy-set changes numbers that the file was not run with");
  for (const model::PluginInfo& plugin : header.plugins)
    if (const std::string text = plugin_difference(plugin, *inputs.catalogue); !text.empty()) found.push_back(text);
  for (const host::Plugin& plugin : inputs.catalogue->plugins()) {
    const bool known = std::any_of(header.plugins.begin(), header.plugins.end(),
                                   [&](const model::PluginInfo& was) { return was.id == plugin.id(); });
    if (!known) found.push_back(fmt::format("plugin '{}' was not loaded then", plugin.id()));
  }
  return found;
}

}  // namespace uor::ask
