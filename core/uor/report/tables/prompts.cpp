#include "core/uor/report/tables/prompts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/uor/policy/due.hpp"
#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/tables/kloes.hpp"

namespace uor::report::tables {

Table prompts(const TrustFigures& trust) {
  Table table{"prompts",
              "What assessors ask, in the framework's prompts in our own words",
              "",
              {of_trust(), text("Key line of enquiry"), text("Prompt", 60), text("Session"), text("Who answers", 40),
               text("Found", 22), text("Id", 28).in_numbers()}};
  for (const AskedPrompt& prompt : trust.prompts)
    table.add({trust.code, title_of_kloe(trust, prompt.kloe), prompt.text, prompt.session,
               fmt::format("{}", fmt::join(prompt.answers, ", ")), judged_words(prompt), prompt.id});
  return table;
}

Table process(const Figures& run) {
  Table table{"process", "How an assessment runs", "", {text("When"), text("Step", 60), text("Who"), text("Standing")}};
  for (const policy::ProcessStep& step : run.origin.steps)
    table.add({policy::lead_words(step), step.title, step.who, std::string(name_of(step.standing))});
  return table;
}

}  // namespace uor::report::tables
