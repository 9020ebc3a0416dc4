#include "core/uor/report/markdown.hpp"

#include <string_view>

#include "core/uor/base/characters.hpp"
#include "core/uor/report/mark.hpp"
#include "core/uor/report/tables/shape.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report {

namespace {

using tables::Column;
using tables::Row;
using tables::Section;
using tables::Table;

constexpr std::string_view markdown_opening = "<!-- uor ";

/// On one line, and no character of it markup.
std::string plain_markdown(const std::string& text) {
  constexpr std::string_view markup = "\\`*_[]<>|&~#";
  std::string safe;
  for (const char c : xml_characters(true_minus(text))) {
    if (markup.find(c) != std::string_view::npos) safe += '\\';
    safe += c == '\n' || c == '\r' ? ' ' : c;
  }
  return safe;
}

/// The same where a line begins: "- " and "1." would begin a list, "===" underline a heading.
std::string paragraph_text(const std::string& text) {
  std::string safe = plain_markdown(text);
  const std::size_t digits = safe.find_first_not_of("0123456789");
  const std::size_t at = digits == std::string::npos ? safe.size() : digits;
  constexpr std::string_view after_digits = ".)", at_start = "-+=";
  const std::string_view special = at > 0 ? after_digits : at_start;
  if (at < safe.size() && special.find(safe[at]) != std::string_view::npos) safe.insert(at, "\\");
  return safe + "\n\n";
}

std::string pipe_line(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + cell + " |";
  return line + "\n";
}

std::string pipe_row(const Row& row) {
  std::vector<std::string> cells;
  for (const tables::Cell& cell : row.cells) {
    const std::string words = plain_markdown(words_of(cell));
    cells.push_back(row.total && !words.empty() ? "**" + words + "**" : words);
  }
  return pipe_line(cells);
}

std::string pipe_head(const std::vector<Column>& columns) {
  std::vector<std::string> headings, rules;
  for (const Column& column : columns) {
    headings.push_back(plain_markdown(column.heading));
    rules.emplace_back(column.figure ? "---:" : "---");
  }
  return pipe_line(headings) + pipe_line(rules);
}

std::string section_text(const Section& section) {
  std::string text =
      std::string(static_cast<std::size_t>(section.level), '#') + " " + plain_markdown(section.heading) + "\n\n";
  for (const std::string& paragraph : section.paragraphs) text += paragraph_text(paragraph);
  for (const Table& table : section.tables) text += markdown_of(table);
  return text;
}

}  // namespace

std::string markdown_of(const Table& table) {
  const Table read = as_read(table);
  std::string text = "**" + plain_markdown(read.caption) + "**\n\n" + pipe_head(read.columns);
  for (const Row& row : read.rows) text += pipe_row(row);
  text += "\n";
  return read.note.empty() ? text : text + paragraph_text(read.note);
}

std::string markdown_of(const tables::Document& document) {
  std::string text = "<!-- " + unmarked_generator(document.version) + " -->\n\n";
  for (const Section& section : document.sections) text += section_text(section);
  text.pop_back();
  return marked(std::move(text));
}

bool is_markdown_as_written(const std::string& path) {
  const std::string text = bytes_of_file(path);
  return text.starts_with(markdown_opening) && mark_of(text) == Marked::as_written;
}

}  // namespace uor::report
