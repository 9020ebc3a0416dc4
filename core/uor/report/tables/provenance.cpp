#include "core/uor/report/tables/provenance.hpp"

#include <fmt/format.h>

#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

Cell number_of(std::uint64_t number) { return Count{number}; }

std::string benchmarks_in_words(const Origin& origin) {
  return origin.moving_benchmarks ? "moving: of the run's trusts, in every trial" : "fixed: of the policy";
}

}  // namespace

Table provenance(const Figures& run) {
  const Origin& origin = run.origin;
  const bool many = run.rows.size() > most_full_trusts;
  Table table{
      "provenance", "Where these figures come from", "", {text("Part", 26), text("Name", 70), text("SHA-256", 70)}};
  const auto add = [&](const std::string& part, const std::string& name, const std::string& digest = {}) {
    table.add({part, name, digest});
  };
  add("Result file", origin.file);
  add("Program", fmt::format("uor {} (commit {})", origin.version, origin.commit));
  add("Run", fmt::format("{} to {}, seed {}", origin.started, origin.finished, origin.seed));
  std::size_t trusts = 0;
  for (const Origin::Input& input : origin.inputs) {
    trusts += input.role == "trust" ? 1 : 0;
    if (input.role != "trust" || !many) add(capital(input.role), input.path, input.sha256);
  }
  if (many) add("Trusts", fmt::format("{} trust files or rows", trusts));
  for (const Origin::Plugin& plugin : origin.plugins) add("Plugin", plugin.id + " " + plugin.version, plugin.sha256);
  return table;
}

Table run_facts(const Origin& origin) {
  Table table{"run", "The run", "", {text("What", 26), figures("Value", {{Part::value, "Value", "", 70}})}};
  const auto add = [&](const std::string& what, Cell value) { table.add({what, std::move(value)}); };
  add("Result file", origin.file);
  add("Scenario", origin.scenario);
  add("Title", origin.title);
  add("Question", origin.question);
  add("Months", number_of(static_cast<std::uint64_t>(origin.months)));
  add("Month of the rating", number_of(static_cast<std::uint64_t>(origin.assessment_month)));
  add("Trials a trust", number_of(origin.trials));
  add("Seed", std::to_string(origin.seed));
  add("Points", origin.points);
  add("Benchmarks", benchmarks_in_words(origin));
  add("Policy", origin.policy_title + (origin.fitted ? ", fitted to published ratings" : ""));
  add("Program", fmt::format("uor {} ({})", origin.version, origin.commit));
  add("Computer", origin.host);
  add("Started", origin.started);
  add("Finished", origin.finished);
  return table;
}

Table inputs(const Origin& origin) {
  Table table{"inputs", "Files and options that went in", "", {text("Role"), text("Path"), text("SHA-256")}};
  for (const Origin::Input& input : origin.inputs) table.add({input.role, input.path, input.sha256});
  return table;
}

Table plugins(const Origin& origin) {
  Table table{"plugins", "Plugins", "", {text("Plugin"), text("Version"), text("SHA-256")}};
  for (const Origin::Plugin& plugin : origin.plugins) table.add({plugin.id, plugin.version, plugin.sha256});
  return table;
}

Table standing(const Origin& origin) {
  Table table{"standing", "Standing of the policy's numbers", "", {text("Standing"), figures("Rows")}};
  for (const auto& [standing, rows] : origin.standing)
    table.add({standing, number_of(static_cast<std::uint64_t>(rows))});
  return table;
}

}  // namespace uor::report::tables
