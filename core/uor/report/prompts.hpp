// What assessors ask: the prompts of the framework, who answers them and in which session, and what was judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/report/context.hpp"
#include "core/uor/report/json.hpp"

namespace uor::report {

struct AskedPrompt {
  std::string id, kloe, text, session;  // session: its title
  std::vector<std::string> answers;     // by office
  bool by_judgement = false;            // else figures answer it
  std::optional<double> judged;         // 1 inadequate to 4 outstanding; nothing: drawn
};

/// All of the policy, in its order; what was judged only where the trust's file is known.
std::vector<AskedPrompt> prompts_of(const policy::Policy& policy, const std::optional<trust::Trust>& trust);

/// "figures answer it", "judged good (3)", "not judged: drawn".
std::string judged_words(const AskedPrompt& prompt);

Json json_of(const AskedPrompt& prompt);

}  // namespace uor::report
