#include "core/uor/ask/process.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "core/uor/base/text_file.hpp"
#include "core/uor/base/toml.hpp"

namespace uor::ask {

namespace {

constexpr std::int64_t most_months = 24, most_days = 730;

ProcessStep step_of(const TomlTable& row) {
  row.allow_only({"id", "title", "owner", "months", "days", "standing", "source"});
  return {row.text("id"),
          row.text("title"),
          row.text("owner"),
          row.text("standing"),
          row.text("source"),
          static_cast<int>(row.find_integer("months", -most_months, most_months).value_or(0)),
          static_cast<int>(row.find_integer("days", -most_days, most_days).value_or(0))};
}

Session session_of(const TomlTable& row) {
  row.allow_only({"from", "to", "title", "what", "kloes", "attend", "standing", "source"});
  row.text("standing");
  row.text("source");
  return {row.text("from"),
          row.text("to"),
          row.text("title"),
          row.find_text("what").value_or(""),
          row.find_texts("kloes").value_or(std::vector<std::string>()),
          row.find_texts("attend").value_or(std::vector<std::string>())};
}

}  // namespace

Process read_process(const std::string& path) {
  const TomlTable root = TomlTable::parse(read_text_file(path, "rows of the process"), path);
  root.require_schema(1);
  root.allow_only({"schema", "step", "session", "arrangement"});
  Process process;
  for (const TomlTable& row : root.find_tables("step")) process.steps.push_back(step_of(row));
  for (const TomlTable& row : root.find_tables("session")) process.sessions.push_back(session_of(row));
  for (const TomlTable& row : root.find_tables("arrangement")) {
    row.allow_only({"text", "standing", "source"});
    row.text("standing");
    row.text("source");
    process.arrangements.push_back(row.text("text"));
  }
  return process;
}

Date due(const ProcessStep& step, const Date& visit) {
  using namespace std::chrono;
  year_month_day day{year{visit.year}, month{static_cast<unsigned>(visit.month)},
                     std::chrono::day{static_cast<unsigned>(visit.day)}};
  day += months{step.months};
  if (!day.ok()) day = day.year() / day.month() / last;
  const year_month_day then{sys_days{day} + days{step.days}};
  return {static_cast<int>(then.year()), static_cast<int>(static_cast<unsigned>(then.month())),
          static_cast<int>(static_cast<unsigned>(then.day()))};
}

std::string lead_words(const ProcessStep& step) {
  const auto counted = [](int number, const char* what) {
    const int count = std::abs(number);
    return number == 0 ? std::string() : fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
  };
  const std::string months = counted(step.months, "month"), days = counted(step.days, "day");
  if (months.empty() && days.empty()) return "on the day";
  const bool before = step.months < 0 || (step.months == 0 && step.days < 0);
  return months + (months.empty() || days.empty() ? "" : " and ") + days + (before ? " before" : " after");
}

}  // namespace uor::ask
