#include "core/uor/report/page/markup.hpp"

#include <fmt/format.h>

#include <cctype>

#include "core/uor/base/characters.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : xml_characters(text)) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string anchor(std::string_view text) {
  std::string id;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 || c == '-');
    id += plain ? std::string(1, c) : fmt::format("_{:02x}", byte);
  }
  return id;
}

Table::Table(std::string caption, std::size_t text_columns)
    : caption_(std::move(caption)), text_columns_(text_columns) {}

Table& Table::head(const std::vector<std::string>& cells) {
  head_ += "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i)
    head_ += fmt::format("<th scope=\"col\"{}>{}</th>", i < text_columns_ ? "" : " class=\"figure\"",
                         cells[i].empty() ? "<span class=\"nhsuk-u-visually-hidden\">Row</span>" : escaped(cells[i]));
  head_ += "</tr>";
  return *this;
}

Table& Table::row(const std::vector<std::string>& cells) {
  std::vector<std::string> safe;
  safe.reserve(cells.size());
  for (const std::string& cell : cells) safe.push_back(escaped(true_minus(cell)));
  return row_html(safe);
}

Table& Table::row_html(const std::vector<std::string>& cells, std::string_view attributes) {
  body_ += fmt::format("<tr{}{}>", attributes.empty() ? "" : " ", attributes);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == 0)
      body_ += "<th scope=\"row\">" + cells[i] + "</th>";
    else
      body_ += (i < text_columns_ ? "<td>" : "<td class=\"figure\">") + cells[i] + "</td>";
  }
  body_ += "</tr>\n";
  return *this;
}

Table& Table::with(std::string attributes) {
  attributes_ = " " + std::move(attributes);
  return *this;
}

std::string Table::html() const {
  return fmt::format(
      "<div class=\"scroll\" role=\"region\" aria-label=\"{}\" tabindex=\"0\"><table class=\"nhsuk-table\"{}>"
      "<caption class=\"nhsuk-table__caption\">{}</caption><thead>{}</thead>\n<tbody>{}</tbody></table></div>\n",
      escaped(caption_), attributes_, escaped(caption_), head_, body_);
}

std::string chart_html(const Chart& chart) {
  std::string html = "<figure class=\"chart\">";
  if (!chart.title.empty()) html += "<figcaption>" + escaped(chart.title) + "</figcaption>";
  html += fmt::format(
      "<div class=\"chart__place {}\" data-chart=\"{}\" data-key=\"{}\" role=\"img\" aria-label=\"{}\">"
      "</div>",
      escaped(chart.size), escaped(chart.name), escaped(chart.key), escaped(chart.label));
  if (!chart.note.empty()) html += paragraph(chart.note, "note");
  if (!chart.table.empty()) html += details("The figures as a table", chart.table);
  return html + "</figure>\n";
}

std::string section(const std::string& id, const std::string& heading, const std::string& content) {
  return fmt::format(
      "<section id=\"{0}\" aria-labelledby=\"{0}-heading\"><h2 id=\"{0}-heading\">{1}</h2>\n{2}</section>\n",
      escaped(id), escaped(heading), content);
}

std::string details(const std::string& summary, const std::string& content) {
  return fmt::format(
      "<details class=\"nhsuk-details\"><summary class=\"nhsuk-details__summary\"><span "
      "class=\"nhsuk-details__summary-text\">{}</span></summary><div "
      "class=\"nhsuk-details__text\">{}</div></details>\n",
      escaped(summary), content);
}

std::string paragraph(const std::string& text, std::string_view style) {
  const std::string safe = escaped(true_minus(text));
  if (style.empty()) return "<p>" + safe + "</p>\n";
  return fmt::format("<p class=\"{}\">{}</p>\n", escaped(style), safe);
}

std::string status_tag(const std::string& status) {
  if (status.empty()) return "\u2013";
  return fmt::format("<strong class=\"nhsuk-tag status-{}\">{}</strong>", escaped(status), escaped(capital(status)));
}

std::string for_side(std::size_t side, bool shown, const std::string& content) {
  return fmt::format("<div data-side=\"{}\"{}>{}</div>\n", side, shown ? "" : " hidden", content);
}

}  // namespace uor::report::page
