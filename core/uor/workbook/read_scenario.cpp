// The sheets Question and Levers.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/uor/base/characters.hpp"
#include "core/uor/base/toml.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/scenario/check.hpp"
#include "core/uor/workbook/derived_text.hpp"
#include "core/uor/workbook/key_rows.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/lever_rows.hpp"
#include "core/uor/workbook/read.hpp"
#include "core/uor/workbook/values.hpp"
#include "core/uor/workbook/words.hpp"

namespace uor::workbook {

namespace {

/// A short name for a title: "Half recovered" is half_recovered.
std::string short_name(const std::string& title, const std::string& absent) {
  std::string name;
  for (const char c : folded(title)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    if (kept) {
      name += c;
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name.empty() ? absent : name;
}

struct Settings {
  std::string title = "Workbook";
  Where title_where;
  std::vector<std::pair<std::string, Where>> top, run;  // lines
};

void take_setting(const KeyRow& row, const Table& table, Settings& settings) {
  Entry entry = entry_of(table, row.row, layout::value);
  entry.subject = row.key;
  const auto text = text_in(entry);
  if (!text) return;
  if (row.key == "title") {
    settings.title = one_line(*text);
    settings.title_where = entry.where;
  } else if (row.key == "question") {
    settings.top.emplace_back("question = " + toml_text(*text), entry.where);
  } else if (row.key == "publication_lag" || row.key == "common_factors") {
    const auto answer = yes_or_no(*text);
    settings.run.emplace_back(fmt::format("{} = {}", row.key, answer ? (*answer ? "true" : "false") : toml_text(*text)),
                              entry.where);
  } else if (row.key == "policy") {
    settings.run.emplace_back("policy = " + toml_text(*text), entry.where);
  } else if (const auto number = number_in(entry, Percent::refused)) {
    settings.run.emplace_back(fmt::format("{} = {}", key_of(row.key), show(*number)), entry.where);
  }
}

void add_changes(const std::vector<LeverRow>& rows, const std::string& level, DerivedText& out) {
  for (const LeverRow& row : rows) {
    if (row.level != level) continue;
    const std::string prefix = level.empty() ? "" : "level.";
    out.add(fmt::format("[[{}{}]]", prefix, row.varies ? "vary" : "change"), row.where);
    for (const auto& [line, where] : row.lines) out.add(line, where);
    for (const auto& [line, where] : row.months) out.add(line, where, LineKind::fact);
  }
}

std::string own_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

DerivedText scenario_text(const Book& book) {
  const Table question(required_sheet(book, layout::question_sheet), {layout::key, layout::value});
  DerivedText out;
  Settings settings;
  settings.title_where = {fmt::format("{}: sheet '{}'", book.path, question.sheet().name)};
  for (const KeyRow& row : key_rows(question, out)) {
    try {
      take_setting(row, question, settings);
    } catch (const Error& error) {
      out.refuse(error);
    }
  }
  const std::vector<LeverRow> levers = lever_rows(required_sheet(book, layout::levers_sheet), out);
  out.add(fmt::format("# Read from a workbook, SHA-256 {}", book.sha256), settings.title_where);
  out.add("schema = 1", settings.title_where);
  out.add("name = " + toml_text(short_name(settings.title, "workbook")), settings.title_where);
  out.add("title = " + toml_text(settings.title), settings.title_where);
  for (const auto& [line, where] : settings.top) out.add(line, where);
  out.add("[run]", settings.title_where);
  out.add(fmt::format("trusts = [{}]", toml_text(valid_utf8(own_name(book.path)))), settings.title_where);
  for (const auto& [line, where] : settings.run) out.add(line, where, LineKind::fact);
  add_changes(levers, "", out);
  std::vector<std::string> levels;
  for (const LeverRow& row : levers) {
    if (row.level.empty() || std::find(levels.begin(), levels.end(), row.level) != levels.end()) continue;
    levels.push_back(row.level);
    out.add("[[level]]", row.where);
    out.add("name = " + toml_text(short_name(row.level, "level")), row.level_where);
    out.add("title = " + toml_text(row.level), row.level_where);
    add_changes(levers, row.level, out);
  }
  return out;
}

/// Of a workbook that is refused anyway: an entry that starts after the last month is named in the same answer. (By
/// itself it is no fault of the workbook: --months may raise the months.)
void name_late_start(const scenario::Scenario& scenario, const Error& others) {
  try {
    scenario::check_months(scenario);
  } catch (const Error& error) {
    throw Error(others.what() + ("\n" + std::string(error.what())));
  }
}

}  // namespace

scenario::Scenario read_scenario(const std::string& path) {
  const Book book = read_book(path, {layout::question_sheet, layout::levers_sheet});
  scenario::Scenario scenario;
  bool parsed = false;
  try {
    scenario_text(book).parse([&](const std::string& text, const LinePlaces& places) {
      scenario = scenario::parse_scenario(text, path, places);
      parsed = true;
    });
  } catch (const Error& error) {
    if (parsed) name_late_start(scenario, error);
    throw;
  }
  scenario.workbook_sha256 = book.sha256;
  scenario.run.trusts = {own_name(path)};  // also where the name is not UTF-8, which its text must be
  return scenario;
}

std::vector<std::string> unread_sheets(const std::string& path) {
  std::vector<std::string> unread;
  for (const std::string& name : read_book(path, {layout::guide_sheet}).names()) {
    const auto same = [&](const char* known) { return folded(known) == folded(name); };
    if (std::none_of(layout::sheets.begin(), layout::sheets.end(), same)) unread.push_back(name);
  }
  return unread;
}

}  // namespace uor::workbook
