#include "core/uor/report/page/markup.hpp"

#include <fmt/format.h>

#include <cctype>

#include "core/uor/base/characters.hpp"
#include "core/uor/report/words.hpp"

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
