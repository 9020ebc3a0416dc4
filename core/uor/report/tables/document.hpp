// A report as headings, sentences and tables, in the order in which they are read: for outputs that have no charts and
// no parts of their own. Its tables are those of the page.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

struct Section {
  int level = 1;  // 1: a run, 2: a trust or a part of a run, 3: a part of a trust
  std::string heading;
  std::vector<std::string> paragraphs = {};
  std::vector<Table> tables = {};
};

struct Document {
  std::string version;  // of the program that wrote the first run
  std::vector<Section> sections;
};

/// Of each run, and before them what changed between several. Sections without anything in them are left out.
Document document_of(const std::vector<Figures>& runs);

/// The sections of one trust of a run.
std::vector<Section> sections_of_trust(const Figures& run, const TrustFigures& trust);

}  // namespace uor::report::tables
