// From options and files to the inputs of an engine: what `run`, `check`, `graph` and `explain` share.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::cli {

/// --policy-set.
void add_policy_set_option(Options& options);

/// --plugin-path and --plugin.
void add_plugin_options(Options& options);

/// The plugins of the default folders and of --plugin-path, with those replaced that --plugin KLOE=FILE names.
std::shared_ptr<const host::Catalogue> load_plugins(const Arguments& arguments);
/// The same where --plugin may replace the plugins of these key lines, not of those that ship.
std::shared_ptr<const host::Catalogue> load_plugins(const Arguments& arguments, const std::vector<policy::Kloe>& kloes);

/// The framework as it ships.
policy::Policy shipped_policy();

/// The table of trust fields that ships.
trust::Fields trust_fields();

/// Whether a file of one's own lies over what ships under the same code, or stands alone.
enum class ShippedFacts { under_own, left_out };
/// --no-shipped-facts, and what it says.
void add_shipped_facts_option(Options& options);
ShippedFacts shipped_facts(const Arguments& arguments);
/// Lays what ships under each of `trusts` that is from a file.
void lay_over_shipped(std::vector<trust::Trust>& trusts);

/// Error for a file of one's own whose code is that of a trust that ships but for capitals: it would be another trust.
void refuse_small_letters(const std::vector<trust::Trust>& trusts);

/// The trusts that `names` mean: codes, .toml, .csv or .xlsx files, or "all" for those that ship, in scope or, with
/// `all`, any. Relative files are looked for beside `scenario_file` when it is not empty. Error when empty, with the
/// nearest code, or for a trust named twice.
std::vector<trust::Trust> find_trusts(const Words& names, const std::string& scenario_file = {},
                                      ShippedFacts shipped = ShippedFacts::under_own,
                                      trust::Scope all = trust::Scope::framework);

/// A scenario from a .toml file, or from the sheets of a .xlsx one.
scenario::Scenario read_scenario(const std::string& path);

/// The first trust that ships, for questions that any trust answers.
std::vector<trust::Trust> any_trust();

/// A scenario without changes, for questions about the model itself.
scenario::Scenario baseline_scenario();

/// `scenario` on `trusts` with the plugins, the policy and the field table in place; --policy of `arguments`, when
/// given, comes before the scenario's.
model::Inputs assemble(const Arguments& arguments, scenario::Scenario scenario, std::vector<trust::Trust> trusts);

}  // namespace uor::cli
