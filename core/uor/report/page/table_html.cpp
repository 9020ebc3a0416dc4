#include "core/uor/report/page/table_html.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/tables/shape.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::page {

namespace {

using tables::Cell;
using tables::Column;

const char* style_of(tables::Tone tone) {
  switch (tone) {
    case tables::Tone::stays:
      return "stay";
    case tables::Tone::none:
      return "none";
    case tables::Tone::better:
      return "better";
    case tables::Tone::worse:
      return "worse";
    case tables::Tone::plain:
      break;
  }
  return "";
}

std::string cell_html(const Cell& cell, const Column& column) {
  const std::string words = escaped(true_minus(words_of(cell)));
  if (const auto* status = std::get_if<tables::Status>(&cell)) return status_tag(status->word);
  if (const auto* score = std::get_if<tables::Score>(&cell))
    return fmt::format("<span class=\"score-{:.0f}\">{}</span>", std::round(score->value), words);
  if (const auto* count = std::get_if<tables::Count>(&cell); count != nullptr && count->tone != tables::Tone::plain)
    return fmt::format("<span class=\"{}\">{}</span>", style_of(count->tone), words);
  if (const auto* share = std::get_if<tables::Share>(&cell); share != nullptr && column.bars)
    return fmt::format("<span class=\"held\" style=\"--share:{:.3f}\">{}</span>", share->value, words);
  return words;
}

std::string head_html(const std::vector<Column>& columns) {
  std::string html = "<tr>";
  for (const Column& column : columns)
    html += fmt::format(
        "<th scope=\"col\"{}>{}</th>", column.figure ? " class=\"figure\"" : "",
        column.heading.empty() ? "<span class=\"nhsuk-u-visually-hidden\">Row</span>" : escaped(column.heading));
  return html + "</tr>";
}

std::string row_html(const tables::Row& row, const std::vector<Column>& columns) {
  std::string html = "<tr>";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string cell = cell_html(row.cells[i], columns[i]);
    const std::string shown = row.total ? "<strong>" + cell + "</strong>" : cell;
    if (i == 0)
      html += "<th scope=\"row\">" + shown + "</th>";
    else
      html += (columns[i].figure ? "<td class=\"figure\">" : "<td>") + shown + "</td>";
  }
  return html + "</tr>\n";
}

}  // namespace

std::string html_of(const tables::Table& table) {
  const tables::Table read = as_read(table);
  std::string rows;
  for (const tables::Row& row : read.rows) rows += row_html(row, read.columns);
  const std::string caption = escaped(read.caption);
  const std::string html = fmt::format(
      "<div class=\"scroll\" role=\"region\" aria-label=\"{0}\" tabindex=\"0\"><table class=\"nhsuk-table\" "
      "data-{1}{2}>"
      "<caption class=\"nhsuk-table__caption\">{0}</caption><thead>{3}</thead>\n<tbody>{4}</tbody></table></div>\n",
      caption, read.id, read.sortable ? " data-sortable" : "", head_html(read.columns), rows);
  return read.note.empty() ? html : html + paragraph(read.note, "note");
}

}  // namespace uor::report::page
