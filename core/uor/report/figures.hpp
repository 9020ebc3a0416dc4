// The figures of a report: one plain struct, from which the web page, the workbook and the JSON document are written.
// Made from a result file alone, never by simulating.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/report/against_first.hpp"
#include "core/uor/report/context.hpp"
#include "core/uor/report/origin.hpp"
#include "core/uor/report/practice.hpp"
#include "core/uor/report/rules.hpp"
#include "core/uor/report/sector_cuts.hpp"
#include "core/uor/report/sector_figures.hpp"
#include "core/uor/report/trust_figures.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::report {

inline constexpr int figures_version = 1;

/// Shares are 0..1, months count from 1 (April of the first year) in JSON and from 0 in the structs, money is GBP m.
struct Figures {
  Origin origin;
  std::vector<TrustFigures> trusts;           // in full: all when they are few, else those asked for
  std::vector<TrustRow> rows;                 // every trust, when there are several
  std::optional<SectorFigures> sector;        // when there are several
  std::vector<SectorCut> regions, stps;       // when there are several, and somebody says where they are
  std::vector<Practice> practice;             // when there are several: the best by metric, as reported
  std::vector<std::string> left_out;          // what this report lacks, and why
  std::optional<AgainstFirst> against_first;  // of a run after the first of a report
};

/// Trusts in full when a run has at most this many and none is asked for.
inline constexpr std::size_t most_full_trusts = 5;

/// Indices of those that are shown in full, when `codes` are asked for. Error (Fault::input) for a code that the run
/// does not have, or that is named twice.
std::vector<std::size_t> full_trusts(const store::Result& result, const std::vector<std::string>& codes);

/// `codes`: trusts to show in full. Error (Fault::input) for a code that the run does not have.
Figures figures_of(const store::Result& result, const Context& context, const Rules& rules,
                   const std::vector<std::string>& codes = {});

/// {format: "uor-figures", version, run, trusts: [...], rows: [...], sector, regions, stps, practice, left_out,
/// against_first}. A figure that is not finite is null. schema/figures.md describes it.
Json json_of(const Figures& figures);

}  // namespace uor::report
