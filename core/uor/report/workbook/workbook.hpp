// The figures of a run as a workbook: real numbers with their units and formats, native charts, named ranges.
#pragma once

#include <string>

#include "core/uor/base/partial_file.hpp"
#include "core/uor/report/figures.hpp"

namespace uor::report {

/// Sheets: Summary, Odds, From-to, Changes, Facts changed (of a run beside another), KLOEs, Metrics, Year, Statements,
/// Savings, Trusts, Assumptions, Provenance. Probabilities are shares with a percent format; money is £m; months
/// count from April of the first year. schema/report-workbook.md lists columns and names. Where it lies then; Error
/// (Fault::run) when the file cannot be written, and none is there.
std::string write_workbook(PartialFile file, const Figures& figures);

}  // namespace uor::report
