#include "cli/what_differs.hpp"

#include <fmt/format.h>

#include "cli/report_context.hpp"
#include "cli/result_inputs.hpp"
#include "cli/setup.hpp"
#include "cli/text_table.hpp"
#include "core/uor/analyse/comparable.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t title_width = 38, value_width = 15, origin_width = 24;

void add_facts(report::WhatDiffers& differs, const store::Result& from, const store::Result& to, std::size_t trust) {
  const trust::Fields fields = trust_fields();
  std::vector<std::string> ignored;
  const run::TrustInfo& was = from.header.trusts[trust];
  const std::size_t other = analyse::find_trust(to.header, was.code);
  try {
    differs.facts = analyse::changed_facts(trust_of(from.header, was, fields), policy_of_run(from, ignored),
                                           trust_of(to.header, to.header.trusts.at(other), fields),
                                           policy_of_run(to, ignored), fields.all());
    differs.fields = fields.all().size();
  } catch (const Error& error) {
    differs.why_not = fmt::format("which facts differ cannot be told ({})", error.what());
  }
}

/// What a fact was or is, in the room that a column has.
std::string cell(const analyse::KnownFact& fact) { return shorten(fact.text, value_width); }

}  // namespace

report::WhatDiffers what_differs(const store::Result& from, const store::Result& to, std::size_t trust) {
  report::WhatDiffers differs;
  if (&from == &to) return differs;
  differs.runs = analyse::run_differences(from.header, to.header);
  add_facts(differs, from, to, trust);
  return differs;
}

Lines differs_block(const report::WhatDiffers& differs, const Style& style) {
  Lines lines = wrap("", report::in_words(differs), 2);
  if (!differs.facts.empty()) {
    TextTable table({Align::left, Align::right, Align::right, Align::left, Align::left}, "");
    table.head({"Facts that differ", "was", "is", "unit", "where from"});
    for (const analyse::ChangedFact& fact : differs.facts)
      table.row({shorten(fact.title, title_width), cell(fact.from), cell(fact.to), shorten(fact.unit, 10),
                 shorten(report::origin_in_words(fact), origin_width)});
    for (std::string& line : table.lines(style)) lines.push_back(std::move(line));
  }
  for (const analyse::RunDifference& difference : differs.runs)
    for (std::string& line :
         wrap(fmt::format("Other {}: ", difference.what), difference.from + " -> " + difference.to, 2))
      lines.push_back(std::move(line));
  return lines;
}

}  // namespace uor::cli
