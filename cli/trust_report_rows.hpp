// The lines of the finance report in which `uor check` echoes a trust file.
#pragma once

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace uor::cli {

/// Month 0 at the medians, by quantity (run::month_zero).
struct MonthZero {
  std::map<std::string, double> values;

  double operator[](const char* id) const {
    const auto found = values.find(id);
    return found == values.end() ? std::nan("") : found->second;
  }
  double year(const char* id) const { return 12 * (*this)[id]; }
};

/// A line: the fact of `field`, else what the model makes of month 0, in words.
struct ReportRow {
  const char* label;
  const char* field;                       // "" for what only the model has
  const char* unit = "";                   // "" for the field's
  double (*model)(const MonthZero&) = {};  // of a field that is not reported
  const char* words = "";                  // how the model gets it, when no policy row says it
  const char* note_when_reported = "";     // what to know of a reported figure
};

struct ReportSection {
  const char* title;
  std::vector<ReportRow> rows;
};

/// Sections in the order of a finance report. Fields that no row names follow below under "Other".
const std::vector<ReportSection>& report_sections();

}  // namespace uor::cli
