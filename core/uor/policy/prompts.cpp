// The prompts of the framework: which driver is drawn for one that assessors judge, which quantity answers the others.
#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

Prompt read_prompt(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "kloe", "text", "answers", "kind", "held_by", "standing", "source"});
  Prompt prompt;
  prompt.id = table.text("id");
  prompt.where = table.where("id");
  const std::string what = "[[prompt]] '" + prompt.id + "'";
  draft.claim(what, prompt.where);
  prompt.kloe = read_kloe(table, draft);
  prompt.text = table.text("text");
  prompt.answers = table.find_texts("answers").value_or(std::vector<std::string>{});
  prompt.judged = read_choice(table, "kind", {"judged", "derived"}) == 0;
  prompt.held_by = table.texts("held_by");
  if (prompt.held_by.empty() || (prompt.judged && prompt.held_by.size() != 1)) {
    throw Error(table.where("held_by"), what + " is held by " + std::to_string(prompt.held_by.size()) +
                                            " columns (a judged prompt has one driver, a derived one its quantities), "
                                            "correct held_by");
  }
  for (const std::string& column : prompt.held_by) {
    if (prompt.judged) draft.claim_for(what, "a judged [[prompt]] held by '" + column + "'", table.where("held_by"));
  }
  const Source source = draft.read_source(table, what);
  prompt.standing = source.standing;
  prompt.source = source.text;
  return prompt;
}

}  // namespace

void read_prompts(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("prompt"))
    put(draft.policy.prompts, read_prompt(table, draft), &Prompt::id);
}

}  // namespace uor::policy
