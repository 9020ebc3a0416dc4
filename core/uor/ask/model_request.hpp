// Which model is asked: the policy and the plugins, as plain data.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace uor::ask {

/// How errors name a member of a request: as it stands in JSON and in code, "until_se", or as an option, "--until-se".
enum class Spelling { member, option };
std::string spelled(Spelling spelling, const std::string& member);

struct ModelRequest {
  std::optional<std::string> policy;     // name of one that ships, or a path; the scenario's
  std::vector<std::string> policy_set;   // PATH=VALUE: numbers of it that are changed
  std::vector<std::string> plugin_path;  // folders that are searched for plugins before those in place
  std::vector<std::string> plugin;       // KLOE=FILE: replaces the plugin that scores a KLOE
  Spelling spelling = Spelling::member;  // of whoever asks; no JSON has it

  bool operator==(const ModelRequest&) const = default;
};

/// Calls `visit(name, member)` for each member: the one list of them, for words, JSON and
/// schema/run_request.schema.json.
template <typename Request, typename Visit>
void each_model_member(Request& request, Visit&& visit) {
  visit("policy", request.policy);
  visit("policy_set", request.policy_set);
  visit("plugin_path", request.plugin_path);
  visit("plugin", request.plugin);
}

}  // namespace uor::ask
