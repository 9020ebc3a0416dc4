// What two runs of one trust differ in besides their results.
#include "core/uor/report/tables/between.hpp"
#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

/// A figure as a number, anything else, and a figure that is the same on both sides, as it is said.
Cell fact_of(const analyse::KnownFact& fact, const analyse::ChangedFact& of) {
  const bool is_number = fact.value && fact.origin != "judged" && of.from.value != of.to.value;
  return is_number ? Cell(Amount{*fact.value, by_size, {}, fact.text}) : Cell(fact.text);
}

}  // namespace

Table facts_that_differ(const TrustDiffers& trust, const AgainstFirst& against) {
  Table table{
      "facts",
      "Facts that differ, from " + against.from.file + " to " + against.to.file,
      "",
      {of_trust(), text("Fact", 60), text("Unit", 18), figures("Was", {{Part::value, "Was", "", 24}}),
       figures("Is", {{Part::value, "Is", "", 24}}), figures("Where from").in_words(),
       text("Where from, was", 16).in_numbers(), text("Where from, is", 16).in_numbers(), text("Id").in_numbers()}};
  for (const analyse::ChangedFact& fact : trust.differs.facts)
    table.add({trust.code, fact.title, unit_name(fact.unit), fact_of(fact.from, fact), fact_of(fact.to, fact),
               origin_in_words(fact), fact.from.origin, fact.to.origin, fact.id});
  return table;
}

Table what_else_differs(const TrustDiffers& trust, const AgainstFirst& against) {
  Table table{"differs",
              "What else differs, from " + against.from.file + " to " + against.to.file,
              "",
              {of_trust(), text("What", 60), text("Unit", 18).in_numbers(), text("Was", 24), text("Is", 24)}};
  for (const analyse::RunDifference& one : trust.differs.runs)
    table.add({trust.code, capital(one.what), std::monostate{}, one.from, one.to});
  return table;
}

}  // namespace uor::report::tables
