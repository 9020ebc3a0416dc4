#include "core/uor/report/prompts.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/report/words.hpp"

namespace uor::report {

std::vector<AskedPrompt> prompts_of(const policy::Policy& policy, const std::optional<trust::Trust>& trust) {
  std::vector<AskedPrompt> asked;
  for (const policy::Prompt& row : policy.prompts) {
    const policy::Session* session = policy.session_of(row.kloe);
    AskedPrompt prompt{row.id,      row.kloe,   row.text, session == nullptr ? "" : session->title,
                       row.answers, row.judged, {}};
    if (trust)
      if (const auto found = trust->judged.find(row.id); found != trust->judged.end())
        prompt.judged = found->second.value;
    asked.push_back(std::move(prompt));
  }
  return asked;
}

std::string judged_words(const AskedPrompt& prompt) {
  if (!prompt.by_judgement) return "figures answer it";
  if (!prompt.judged) return "not judged: drawn";
  return fmt::format("judged {} ({:.3g})", lower(rating_name(static_cast<int>(std::lround(*prompt.judged)))),
                     *prompt.judged);
}

Json json_of(const AskedPrompt& prompt) {
  return {{"id", prompt.id},
          {"kloe", prompt.kloe},
          {"text", prompt.text},
          {"session", prompt.session},
          {"answers", prompt.answers},
          {"kind", prompt.by_judgement ? "judged" : "derived"},
          {"judged", number_or_null(prompt.judged)}};
}

}  // namespace uor::report
