#include "cli/setup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/paths.hpp"
#include "cli/release.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/trust/overlay.hpp"
#include "core/uor/trust/peers.hpp"
#include "core/uor/trust/published.hpp"
#include "core/uor/trust/row_name.hpp"
#include "core/uor/workbook/read.hpp"

namespace uor::cli {

void add_policy_set_option(Options& options) {
  add_repeated(options, "policy-set", "PATH=VALUE",
               "change one number of the policy, as in fit.cuts.good=2.4; may be given again");
}

void add_plugin_options(Options& options) {
  add_repeated(options, "plugin-path", "DIR", "search this folder for plugins too; may be given again");
  add_repeated(options, "plugin", "KLOE=FILE", "replace the plugin that scores a KLOE; may be given again");
}

namespace {

host::Request plugin_request(const Arguments& arguments, const std::vector<policy::Kloe>& rows) {
  host::Request request;
  request.folders = arguments.texts("plugin-path");
  std::error_code ignored;
  for (const std::string& folder : request.folders)
    if (!std::filesystem::is_directory(folder, ignored))
      throw Error(fmt::format("--plugin-path '{}': no such folder", folder));
  for (const std::string& folder : host::default_folders()) request.folders.push_back(folder);
  for (const std::string& given : arguments.texts("plugin")) {
    const std::size_t equals = given.find('=');
    const std::string kloe = given.substr(0, equals);
    std::vector<std::string> kloes;
    for (const policy::Kloe& row : rows) kloes.push_back(row.id);
    if (equals == std::string::npos || equals + 1 == given.size())
      throw Error(fmt::format("--plugin '{}': must be KLOE=FILE, as in people=./libmy_people.so", given));
    if (std::find(kloes.begin(), kloes.end(), kloe) == kloes.end())
      throw Error(fmt::format("--plugin '{}': unknown KLOE '{}'.{} KLOEs are {}", given, kloe,
                              did_you_mean(kloe, kloes), fmt::join(kloes, ", ")));
    if (!request.replacements.emplace(kloe, given.substr(equals + 1)).second)
      throw Error(fmt::format("--plugin '{}': KLOE '{}' is replaced twice; name one file", given, kloe));
  }
  return request;
}

}  // namespace

std::shared_ptr<const host::Catalogue> load_plugins(const Arguments& arguments) {
  const bool replaces = !arguments.texts("plugin").empty();
  return load_plugins(arguments, replaces ? shipped_policy().rating.kloes : std::vector<policy::Kloe>{});
}

std::shared_ptr<const host::Catalogue> load_plugins(const Arguments& arguments,
                                                    const std::vector<policy::Kloe>& kloes) {
  return std::make_shared<const host::Catalogue>(host::Catalogue::load(plugin_request(arguments, kloes)));
}

policy::Policy shipped_policy() { return policy::read_policy("framework", policies_folder().string()); }

trust::Fields trust_fields() { return trust::Fields((data_folder() / "trust_fields.csv").string()); }

void add_shipped_facts_option(Options& options) {
  add_flag(options, "no-shipped-facts", "a trust file stands alone: facts that ship under its code do not count");
}

ShippedFacts shipped_facts(const Arguments& arguments) {
  return arguments.has("no-shipped-facts") ? ShippedFacts::left_out : ShippedFacts::under_own;
}

void refuse_small_letters(const std::vector<trust::Trust>& trusts) {
  const trust::Fields fields = trust_fields();
  for (const trust::Trust& own : trusts) {
    const std::string code = in_capitals(own.code);
    if (code == own.code) continue;
    for (const trust::Trust& known : trust::read_trust_csv((data_folder() / "trusts.csv").string(), fields))
      if (known.code == code)
        throw Error(Where{own.path}, fmt::format("the trust code is '{}' (codes have capitals, and {} is {}), write {}",
                                                 own.code, code, known.name, code));
  }
}

void lay_over_shipped(std::vector<trust::Trust>& trusts) {
  const std::string path = (data_folder() / "trusts.csv").string();
  std::vector<trust::Trust> shipped;
  for (trust::Trust& trust : trusts) {
    if (trust.path == path) continue;
    if (shipped.empty()) shipped = trust::read_trust_csv(path, trust_fields());
    for (const trust::Trust& one : shipped) trust::lay_over(trust, one);
  }
}

namespace {

/// The trusts of a run, each code once. A trust that is named by itself takes the place of the same one of "all".
class NamedTrusts {
 public:
  void add(trust::Trust trust, const std::string& name) {
    const auto [at, added] = place_.emplace(trust.code, trusts.size());
    if (added) {
      trusts.push_back(std::move(trust));
      names_.push_back(name);
      return;
    }
    std::string& before = names_[at->second];
    if (before == name || (before != "all" && name != "all"))
      throw Error(fmt::format("trust '{}' is named twice, as '{}' and as '{}'; name each trust once", trust.code,
                              before, name));
    if (name != "all") {
      trusts[at->second] = std::move(trust);
      before = name;
    }
  }

  std::vector<trust::Trust> trusts;

 private:
  std::vector<std::string> names_;  // as which each was named
  std::map<std::string, std::size_t> place_;
};

/// A code, a file beside the scenario's or here, or one row of such a file.
trust::Trust read_trust(const std::string& name, const std::string& scenario_file, const trust::Fields& fields) {
  const auto row = trust::row_name(name);
  const std::string file = beside(scenario_file, row ? row->path : name) + (row ? ":" + row->code : "");
  if (workbook::is_workbook(file)) return workbook::read_trust(file, fields);
  return trust::find_trust(file, data_folder().string(), fields);
}

}  // namespace

std::vector<trust::Trust> find_trusts(const Words& names, const std::string& scenario_file, ShippedFacts shipped,
                                      trust::Scope all) {
  const trust::Fields fields = trust_fields();
  NamedTrusts named;
  for (const std::string& name : names) {
    if (name == "all") {
      for (trust::Trust& trust : trust::sector_trusts(data_folder().string(), fields, all))
        named.add(std::move(trust), name);
    } else {
      named.add(read_trust(name, scenario_file, fields), name);
    }
  }
  std::vector<trust::Trust> trusts = std::move(named.trusts);
  refuse_small_letters(trusts);
  if (trusts.empty())
    throw Error("no trust is named; add --trust CODE, --trust FILE or --trust all (`uor trusts` lists the codes)");
  if (shipped == ShippedFacts::under_own) lay_over_shipped(trusts);
  return trusts;
}

scenario::Scenario read_scenario(const std::string& path) {
  return workbook::is_workbook(path) ? workbook::read_scenario(path) : scenario::read_scenario(path);
}

std::vector<trust::Trust> any_trust() {
  std::vector<trust::Trust> trusts = trust::sector_trusts(data_folder().string(), trust_fields());
  if (trusts.empty()) throw Error("data/trusts.csv holds no trust in scope; restore the file that ships", Fault::run);
  trusts.resize(1);
  return trusts;
}

scenario::Scenario baseline_scenario() {
  scenario::Scenario scenario;
  scenario.name = "baseline";
  scenario.title = "Baseline";
  return scenario;
}

namespace {

/// Each trust's ten nearest peers in the sector, and their medians.
void add_peers(model::Inputs& inputs, const trust::Fields& fields) {
  const std::vector<trust::Trust> sector = trust::sector_trusts(data_folder().string(), fields);
  const auto weights = trust::read_peer_weights((data_folder() / "peer_weights.csv").string(), fields);
  for (const trust::Trust& trust : inputs.trusts) {
    inputs.peers.push_back(trust::nearest_peers(trust, sector, weights));
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

void add_published(model::Inputs& inputs) {
  const std::string path = (data_folder() / "assessments.csv").string();
  const std::string text = read_text_file(path, "file of assessments");
  for (trust::Trust& trust : inputs.trusts) {
    if (trust.published.looked_up) continue;
    trust.published = trust::published_ratings(text, path, trust.code, day_of_run(trust, inputs.policy.default_year));
  }
}

}  // namespace

model::Inputs assemble(const Arguments& arguments, scenario::Scenario scenario, std::vector<trust::Trust> trusts) {
  const bool given = arguments.has("policy");
  const std::string policy = given ? arguments.text("policy") : beside(scenario.path, scenario.run.policy);
  model::Inputs inputs;
  Words options = scenario.run.policy_options;
  if (arguments.has("policy-set")) {
    const Words set = arguments.texts("policy-set");
    options.insert(options.end(), set.begin(), set.end());
  }
  inputs.policy = policy::read_policy(policy, policies_folder().string(), options);
  inputs.catalogue = load_plugins(arguments, inputs.policy.rating.kloes);
  inputs.scenario = std::move(scenario);
  inputs.scenario.run.policy = policy;
  inputs.trusts = std::move(trusts);
  const trust::Fields fields = trust_fields();
  inputs.fields = fields.all();
  add_peers(inputs, fields);
  add_published(inputs);
  for (const trust::Trust& trust : trust::read_trust_csv((data_folder() / "trusts.csv").string(), fields))
    inputs.known_trusts.emplace_back(trust.code, trust.type);
  inputs.version = release_version();
  inputs.commit = release_commit();
  return inputs;
}

}  // namespace uor::cli
