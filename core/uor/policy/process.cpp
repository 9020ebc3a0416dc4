// How an assessment runs: the sessions of the day on site, and the steps before and after it.
#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

constexpr std::int64_t minutes_a_day = 24 * 60, furthest_days = 730;

void read_session(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "begins", "minutes", "kloes", "attends", "note", "standing", "source"});
  Session session;
  session.id = table.text("id");
  const std::string what = "[[session]] '" + session.id + "'";
  draft.claim(what, table.where("id"));
  session.title = table.text("title");
  session.begins = table.text("begins");
  session.minutes = static_cast<int>(table.integer("minutes", 1, minutes_a_day));
  session.kloes = table.find_texts("kloes").value_or(std::vector<std::string>{});
  session.attends = table.texts("attends");
  session.note = table.find_text("note").value_or("");
  draft.read_source(table, what);
  put(draft.policy.sessions, session, &Session::id);
}

void read_step(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "who", "days", "standing", "source"});
  ProcessStep step;
  step.id = table.text("id");
  const std::string what = "[[process_step]] '" + step.id + "'";
  draft.claim(what, table.where("id"));
  step.title = table.text("title");
  step.who = table.text("who");
  step.days = static_cast<int>(table.integer("days", -furthest_days, furthest_days));
  const Source source = draft.read_source(table, what);
  step.standing = source.standing;
  step.source = source.text;
  put(draft.policy.steps, step, &ProcessStep::id);
}

}  // namespace

void read_process(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("session")) read_session(table, draft);
  for (const TomlTable& table : root.find_tables("process_step")) read_step(table, draft);
}

}  // namespace uor::policy
