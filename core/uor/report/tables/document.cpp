#include "core/uor/report/tables/document.hpp"

#include "core/uor/report/headline.hpp"
#include "core/uor/report/tables/between.hpp"
#include "core/uor/report/tables/from_to.hpp"
#include "core/uor/report/tables/headings.hpp"
#include "core/uor/report/tables/metrics.hpp"
#include "core/uor/report/tables/practice.hpp"
#include "core/uor/report/tables/prompts.hpp"
#include "core/uor/report/tables/provenance.hpp"
#include "core/uor/report/tables/sector.hpp"
#include "core/uor/report/tables/trusts.hpp"

namespace uor::report::tables {

namespace {

void add_section(std::vector<Section>& all, Section section) {
  if (!section.paragraphs.empty() || !section.tables.empty()) all.push_back(std::move(section));
}

void add_table(std::vector<Table>& all, Table table) {
  if (!table.empty()) all.push_back(std::move(table));
}

Section differences(const std::vector<Figures>& runs) {
  Section section{2, heading_of("between-differs")};
  for (const Figures& run : runs)
    for (std::size_t i = 0; run.against_first && i < run.against_first->differs.size(); ++i) {
      const TrustDiffers& trust = run.against_first->differs[i];
      section.paragraphs.push_back(trust.name + ": " + in_words(trust.differs));
      add_table(section.tables, facts_that_differ(trust, *run.against_first));
      add_table(section.tables, what_else_differs(trust, *run.against_first));
    }
  return section;
}

Section between_sector(const Comparisons& all) {
  Section section{2, heading_of("between-sector")};
  for (const AgainstFirst* one : all)
    if (one->sector) {
      add_table(section.tables, changed_counts(*one));
      add_table(section.tables, moved_trusts(*one));
    }
  return section;
}

Section between_trust(const Comparisons& all, std::size_t trust) {
  const TrustChanges& about = all.front()->trusts[trust];
  Section section{2, about.name + " " + about.code};
  const std::vector<ChangesPart> parts = parts_of(all, trust);
  if (parts.size() > 1) add_table(section.tables, changed_odds(parts));
  for (const ChangesPart& part : parts) {
    section.paragraphs.push_back(part.to + ": " + changes_in_words(part.changes));
    for (Table& table : tables_of_changes(part)) add_table(section.tables, std::move(table));
    add_table(section.tables, from_to_between(part));
  }
  return section;
}

void add_between(std::vector<Section>& all, const std::vector<Figures>& runs) {
  if (runs.size() < 2) return;
  const Comparisons comparisons = comparisons_of(runs);
  Section head{1, heading_of("between")};
  for (const Figures& run : runs)
    if (run.against_first && !run.against_first->why_not.empty())
      head.paragraphs.push_back(run.against_first->why_not + ".");
  for (const AgainstFirst* one : comparisons)
    for (const std::string& note : one->notes) head.paragraphs.push_back("Note: " + note + ".");
  if (!comparisons.empty()) head.tables = {compared(comparisons)};
  add_section(all, head);
  add_section(all, differences(runs));
  if (comparisons.empty()) return;
  add_section(all, between_sector(comparisons));
  for (std::size_t trust = 0; trust < comparisons.front()->trusts.size(); ++trust)
    add_section(all, between_trust(comparisons, trust));
}

Section sector_of(const Figures& run) {
  Section section{2, heading_of("sector")};
  if (!run.sector) return section;
  section.tables = {sector_counts(run), together(run)};
  for (std::size_t side = 1; side < run.origin.sides.size(); ++side)
    section.tables.push_back(sector_from_to(run, side));
  add_table(section.tables, types(run));
  add_table(section.tables, regions(run));
  return section;
}

Section practice_section(const Figures& run) {
  Section section{2, heading_of("practice")};
  add_table(section.tables, practice(run));
  add_table(section.tables, practice_by_region(run));
  return section;
}

Section trusts_of(const Figures& run) {
  Section section{2, heading_of("trusts")};
  const std::size_t sides = run.origin.sides.size();
  for (std::size_t side = sides > 1 ? 1 : 0; side < sides; ++side) add_table(section.tables, trusts_of_side(run, side));
  for (const TrustRow& row : run.rows)
    for (const std::string& warning : row.warnings) section.paragraphs.push_back("\u2020 " + row.code + ": " + warning);
  return section;
}

Section method_of(const Figures& run) {
  Section section{2, heading_of("method")};
  for (const std::string& note : run.origin.notes) section.paragraphs.push_back("Note: " + note + ".");
  for (const std::string& left_out : run.left_out) section.paragraphs.push_back("Left out: " + left_out + ".");
  if (!run.trusts.empty()) section.tables = {sources(run)};
  add_table(section.tables, process(run));
  return section;
}

void add_run(std::vector<Section>& all, const Figures& run) {
  Section head{1, run.origin.title};
  if (!run.origin.question.empty()) head.paragraphs = {run.origin.question};
  head.paragraphs.push_back(lede(run.origin));
  add_section(all, head);
  add_section(all, sector_of(run));
  add_section(all, practice_section(run));
  add_section(all, trusts_of(run));
  for (const TrustFigures& trust : run.trusts)
    for (Section& section : sections_of_trust(run, trust)) add_section(all, std::move(section));
  add_section(all, method_of(run));
  add_section(all, {2, heading_of("provenance"), {}, {provenance(run)}});
}

}  // namespace

Document document_of(const std::vector<Figures>& runs) {
  Document document{runs.front().origin.version, {}};
  add_between(document.sections, runs);
  for (const Figures& run : runs) add_run(document.sections, run);
  return document;
}

}  // namespace uor::report::tables
