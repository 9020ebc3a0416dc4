#include "core/uor/report/tables/evidence.hpp"

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/tables/kloes.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::report::tables {

namespace {

std::string title_about(const TrustFigures& trust, const GivenEvidence& evidence) {
  for (const Metric& metric : trust.metrics)
    if (metric.id == evidence.about) return metric.title;
  return evidence.about;
}

std::string from(const GivenEvidence& evidence) {
  const std::string date = evidence.date.empty() ? "" : trust::date_in_words(evidence.date);
  return date + (date.empty() || evidence.source.empty() ? "" : ", ") + evidence.source;
}

}  // namespace

Table evidence(const TrustFigures& trust) {
  Table table{"evidence",
              "Evidence that was given, and what it moves in the judged prompts of its key line, in grades",
              "",
              {of_trust(), text("Key line of enquiry"), text("Class", 20), text("About", 40), text("What it says", 60),
               text("From", 24), figures("Moves"), text("Why", 40)}};
  for (const GivenEvidence& one : trust.evidence)
    table.add({trust.code, title_of_kloe(trust, one.kloe), one.kind, title_about(trust, one), one.text, from(one),
               Change{one.moves, {}, 3}, one.why});
  return table;
}

}  // namespace uor::report::tables
