#include "core/uor/scenario/scenario.hpp"

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/toml.hpp"
#include "core/uor/base/toml_scheme.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/scenario/action.hpp"
#include "core/uor/scenario/check.hpp"
#include "core/uor/scenario/entries.hpp"

namespace uor::scenario {

namespace {

constexpr std::int64_t any_count = std::numeric_limits<std::int64_t>::max();
constexpr auto most_trials = static_cast<std::int64_t>(limits::trials);

std::size_t entry_count(const Variant& variant) { return variant.adjustments.size() + variant.varies.size(); }

void read_entries(const TomlTable& table, Variant& variant) {
  for (const TomlTable& change : table.find_tables("change")) variant.adjustments.push_back(read_adjustment(change));
  for (const TomlTable& vary : table.find_tables("vary")) variant.varies.push_back(read_vary(vary));
  if (table.has("scheme")) variant.schemes = read_schemes(table);
  if (entry_count(variant) > limits::entries) {
    throw Error(table.where(), "'" + variant.name + "' changes more than " + std::to_string(limits::entries) +
                                   " drivers (with what applies to every level), put some together");
  }
}

Variant read_level(const TomlTable& table, const Variant& common, Actions& actions) {
  table.allow_only({"name", "title", "actions", "change", "vary", "scheme"});
  Variant level = common;
  level.name = table.text("name");
  check_name(level.name, "the name of [[level]]", table.where("name"));
  level.title = one_line(table.find_text("title").value_or(level.name));
  actions.take_named(table, level);
  read_entries(table, level);
  if (level.adjustments.empty() && level.varies.empty() && level.schemes.empty()) {
    throw Error(
        table.where(),
        "level '" + level.name + "' changes nothing (it would repeat the baseline), add [[level.change]] or delete it");
  }
  return level;
}

void check_size(std::size_t levels, std::size_t entries, const Where& where) {
  if (levels > limits::levels) {
    throw Error(where, "there are more than " + std::to_string(limits::levels) +
                           " levels (each is simulated beside the others), put them into several files");
  }
  if (entries > limits::entries_in_all) {
    throw Error(where, "the levels change more than " + std::to_string(limits::entries_in_all) +
                           " drivers in all (what stands above applies to each), put them into several files");
  }
}

std::vector<Variant> read_variants(const TomlTable& root, const Scenario& scenario) {
  Variant common{scenario.name, scenario.title, {}, {}, {}};
  Actions actions(root);
  read_entries(root, common);
  if (!root.has("level")) {
    actions.take_all(common);
    if (common.adjustments.empty() && common.varies.empty() && common.schemes.empty()) return {};
    return {common};
  }
  std::vector<Variant> levels;
  std::vector<Where> places;
  std::size_t entries = 0;
  for (const TomlTable& level : root.find_tables("level")) {
    levels.push_back(read_level(level, common, actions));
    places.push_back(level.where("name"));
    entries += entry_count(levels.back());
    check_size(levels.size(), entries, places.back());
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
      if (levels[i].name != levels.back().name) continue;
      throw Error(level.where("name"), "two levels are named '" + levels[i].name +
                                           "' (the other: " + to_string(places[i]) + "), rename one");
    }
    if (levels.back().name == "baseline") {
      throw Error(level.where("name"), "a level is named 'baseline' (the paired run has that name), rename it");
    }
  }
  actions.require_all_taken();
  return levels;
}

std::vector<std::string> read_trusts(const TomlTable& table) {
  std::vector<std::string> trusts;
  if (table.is_text("trusts")) {
    trusts.push_back(table.text("trusts"));
  } else if (const auto list = table.find_texts("trusts")) {
    trusts = *list;
    if (trusts.empty()) throw Error(table.where("trusts"), "trusts is empty, name a code, a file or \"all\"");
  }
  if (trusts.size() > limits::trusts) {
    throw Error(table.where("trusts"), std::to_string(trusts.size()) + " trusts are named (at most " +
                                           std::to_string(limits::trusts) + "), name fewer or \"all\"");
  }
  for (std::size_t i = 0; i < trusts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (trusts[i] == trusts[j]) {
        throw Error(table.where("trusts"), "trust '" + trusts[i] + "' is listed twice, delete one");
      }
    }
    if (trusts[i].empty()) throw Error(table.where("trusts"), "a trust is blank, name a code, a file or \"all\"");
  }
  return trusts;
}

void read_benchmarks(const TomlTable& table, RunSettings& run) {
  if (!table.has("benchmarks")) return;
  run.benchmarks_where = table.where("benchmarks");
  run.benchmarks = scenario::read_benchmarks(table.text("benchmarks"), run.benchmarks_where);
}

/// How many trials: a number, or what they shall achieve.
void read_trials(const TomlTable& table, RunSettings& run) {
  if (const auto trials = table.find_integer("trials", 1, most_trials))
    run.trials = static_cast<std::uint64_t>(*trials);
  run.until_se = table.find_number("until_se", {least_until_se, most_until_se});
  if (run.until_se && table.has("trials")) {
    throw Error(table.where("until_se"),
                "until_se and trials are both given (the one asks for as many as it takes, the other says how many), "
                "keep one; max_trials limits until_se");
  }
  if (const auto most = table.find_integer("max_trials", look_trials, most_trials)) {
    if (!run.until_se) {
      throw Error(table.where("max_trials"), "max_trials limits until_se, which is not given, add it or write trials");
    }
    run.max_trials = static_cast<std::uint64_t>(*most);
  }
}

RunSettings read_run(const TomlTable& table) {
  table.allow_only({"trusts", "months", "trials", "until_se", "max_trials", "points", "seed", "policy",
                    "assessment_month", "publication_lag", "common_factors", "benchmarks"});
  RunSettings run;
  run.trusts = read_trusts(table);
  run.months = static_cast<int>(table.find_integer("months", 1, max_months).value_or(run.months));
  read_trials(table, run);
  run.points = read_points(table);
  if (const auto seed = table.find_integer("seed", 0, any_count)) run.seed = static_cast<std::uint64_t>(*seed);
  if (table.has("policy")) run.policy = table.text("policy");
  if (const auto month = table.find_integer("assessment_month", 1, run.months)) {
    run.assessment_month = static_cast<int>(*month);
  }
  run.publication_lag = table.find_flag("publication_lag").value_or(run.publication_lag);
  run.common_factors = table.find_flag("common_factors").value_or(run.common_factors);
  read_benchmarks(table, run);
  return run;
}

}  // namespace

Benchmarks read_benchmarks(const std::string& text, const Where& where) {
  if (text == "fixed") return Benchmarks::fixed;
  if (text == "moving") return Benchmarks::moving;
  throw Error(where, "benchmarks = '" + text + "' is unknown." + did_you_mean(text, {"fixed", "moving"}) +
                         " Write \"fixed\" (the policy's national figures) or \"moving\" (those of the run's trusts)");
}

Scenario parse_scenario(const std::string& text, const std::string& path, const LinePlaces& places) {
  check_text(text, path, "scenario file");
  const TomlTable root = TomlTable::parse(text, path, places);
  root.require_schema(schema_version);
  root.allow_only(
      {"schema", "name", "title", "question", "run", "action", "change", "vary", "scheme", "correlate", "level"});
  Scenario scenario;
  scenario.path = path;
  scenario.text = text;
  scenario.name = root.text("name");
  check_name(scenario.name, "the name of the scenario", root.where("name"));
  scenario.title = one_line(root.find_text("title").value_or(scenario.name));
  scenario.question = one_line(root.find_text("question").value_or(""));
  if (const auto run = root.find_table("run")) scenario.run = read_run(*run);
  scenario.variants = read_variants(root, scenario);
  for (const TomlTable& group : root.find_tables("correlate")) scenario.correlations.push_back(read_correlate(group));
  check_scenario(scenario);
  return scenario;
}

Scenario read_scenario(const std::string& path) { return parse_scenario(read_text_file(path, "scenario file"), path); }

}  // namespace uor::scenario
