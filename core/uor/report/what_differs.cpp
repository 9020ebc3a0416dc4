#include "core/uor/report/what_differs.hpp"

#include <fmt/format.h>

namespace uor::report {

namespace {

Json fact_json(const analyse::KnownFact& fact) {
  return {{"value", fact.value ? Json(*fact.value) : Json()},
          {"text", fact.text},
          {"origin", fact.origin},
          {"detail", fact.detail}};
}

}  // namespace

std::string in_words(const WhatDiffers& differs) {
  if (!differs.why_not.empty()) return differs.why_not;
  if (differs.facts.empty())
    return fmt::format("No fact differs: all {} are as they were, reported, derived or drawn alike.", differs.fields);
  return fmt::format("{} {} between the two files; all others are as they were.", differs.facts.size(),
                     differs.facts.size() == 1 ? "fact differs" : "facts differ");
}

std::string origin_in_words(const analyse::ChangedFact& fact) {
  return fact.from.origin == fact.to.origin ? fact.to.origin : fact.to.origin + ", was " + fact.from.origin;
}

Json json_of(const WhatDiffers& differs) {
  Json runs = Json::array(), facts = Json::array();
  for (const analyse::RunDifference& one : differs.runs)
    runs.push_back({{"what", one.what}, {"from", one.from}, {"to", one.to}});
  for (const analyse::ChangedFact& fact : differs.facts)
    facts.push_back({{"id", fact.id},
                     {"title", fact.title},
                     {"unit", fact.unit},
                     {"from", fact_json(fact.from)},
                     {"to", fact_json(fact.to)}});
  return {{"runs", runs}, {"facts", facts}, {"fields", differs.fields}, {"why_not", differs.why_not}};
}

}  // namespace uor::report
