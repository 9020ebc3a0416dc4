// How an assessment runs: the sessions of the day on site, and the steps before and after it.
#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

constexpr std::int64_t furthest_months = 24, furthest_days = 730;

void read_session(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "begins", "ends", "kloes", "attends", "note", "standing", "source"});
  Session session;
  session.id = table.text("id");
  const std::string what = "[[session]] '" + session.id + "'";
  draft.claim(what, table.where("id"));
  session.title = table.text("title");
  session.begins = table.text("begins");
  session.ends = table.text("ends");
  session.kloes = table.find_texts("kloes").value_or(std::vector<std::string>{});
  session.attends = table.find_texts("attends").value_or(std::vector<std::string>{});
  session.note = table.find_text("note").value_or("");
  draft.read_source(table, what);
  put(draft.policy.sessions, session, &Session::id);
}

void read_step(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "who", "months", "days", "standing", "source"});
  ProcessStep step;
  step.id = table.text("id");
  const std::string what = "[[process_step]] '" + step.id + "'";
  draft.claim(what, table.where("id"));
  step.title = table.text("title");
  step.who = table.text("who");
  step.months = static_cast<int>(table.find_integer("months", -furthest_months, furthest_months).value_or(0));
  step.days = static_cast<int>(table.find_integer("days", -furthest_days, furthest_days).value_or(0));
  const Source source = draft.read_source(table, what);
  step.standing = source.standing;
  step.source = source.text;
  put(draft.policy.steps, step, &ProcessStep::id);
}

void read_arrangement(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "text", "standing", "source"});
  const Arrangement arrangement{table.text("id"), table.text("text")};
  const std::string what = "[[arrangement]] '" + arrangement.id + "'";
  draft.claim(what, table.where("id"));
  draft.read_source(table, what);
  put(draft.policy.arrangements, arrangement, &Arrangement::id);
}

}  // namespace

void read_process(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("session")) read_session(table, draft);
  for (const TomlTable& table : root.find_tables("process_step")) read_step(table, draft);
  for (const TomlTable& table : root.find_tables("arrangement")) read_arrangement(table, draft);
}

}  // namespace uor::policy
