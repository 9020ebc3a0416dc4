// Pieces of HTML in the look of nhsuk-frontend: escaped text, tables, and charts that have their table beside them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace uor::report::page {

/// Text as HTML shows it, also inside attributes; U+FFFD for what no page can hold.
std::string escaped(std::string_view text);

/// A part of an id and of a link to it: letters, digits and hyphens as they are, other bytes as "_3c". No two texts
/// have the same.
std::string anchor(std::string_view text);

/// A place that the script fills with the chart `name`, said in words by `label`, and under it the table of the same
/// figures, folded. `number` tells several charts of one name apart.
struct Chart {
  std::string name, title, label, note, table;
  std::string key = {};   // what to draw of several: an id, an index
  std::string size = {};  // "", "small", "tall"
};
std::string chart_html(const Chart& chart);

/// <section> with a heading of level 2 and an id to link to.
std::string section(const std::string& id, const std::string& heading, const std::string& content);

/// A folded part.
std::string details(const std::string& summary, const std::string& content);

/// <p>, with the text escaped.
std::string paragraph(const std::string& text, std::string_view style = {});

/// "green", "amber", "red" as a coloured word; others plain.
std::string status_tag(const std::string& status);

/// Shown for one side of a run only: the script shows the side that is chosen, without it `shown` decides.
std::string for_side(std::size_t side, bool shown, const std::string& content);

}  // namespace uor::report::page
