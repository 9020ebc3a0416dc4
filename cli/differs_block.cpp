#include "cli/differs_block.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/text_table.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t fact_width = 38, known_width = 15, origin_width = 24;

/// Whether both sides fit the columns of the table without being cut.
bool fits_its_row(const analyse::ChangedFact& fact) {
  return visible_width(fact.from.text) <= known_width && visible_width(fact.to.text) <= known_width &&
         visible_width(fact.title) <= fact_width;
}

/// "7.2 -> 6.9 percent; reported, was drawn".
std::string in_a_line(const analyse::ChangedFact& fact) {
  return fmt::format("{} -> {}{}; {}", fact.from.text, fact.to.text, fact.unit.empty() ? "" : " " + fact.unit,
                     report::origin_in_words(fact));
}

void add_lines(Lines& lines, Lines more) {
  for (std::string& line : more) lines.push_back(std::move(line));
}

}  // namespace

Lines differs_block(const report::WhatDiffers& differs, const Style& style) {
  Lines lines = wrap("", report::in_words(differs), 2);
  if (std::none_of(differs.facts.begin(), differs.facts.end(), fits_its_row)) {
    if (!differs.facts.empty()) lines.push_back(style.bold("Facts that differ"));
  } else {
    TextTable table({Align::left, Align::right, Align::right, Align::left, Align::left}, "");
    table.head({"Facts that differ", "was", "is", "unit", "where from"});
    for (const analyse::ChangedFact& fact : differs.facts)
      if (fits_its_row(fact))
        table.row({fact.title, fact.from.text, fact.to.text, shorten(fact.unit, 10),
                   shorten(report::origin_in_words(fact), origin_width)});
    add_lines(lines, table.lines(style));
  }
  for (const analyse::ChangedFact& fact : differs.facts)
    if (!fits_its_row(fact)) add_lines(lines, wrap(fact.title + ": ", in_a_line(fact), 2));
  for (const analyse::RunDifference& difference : differs.runs)
    add_lines(lines, wrap(fmt::format("Other {}: ", difference.what), difference.from + " -> " + difference.to, 2));
  return lines;
}

}  // namespace uor::cli
