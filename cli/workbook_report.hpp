// What goes back to those who dropped a workbook: a page and a workbook.
#pragma once

#include <filesystem>

#include "core/uor/ask/report_figures.hpp"

namespace uor::cli {

/// Writes `stem`.html and `stem`.xlsx of the result file. Error as of `uor report`.
void write_workbook_reports(const ask::Library& library, const ask::FiguresRequest& request,
                            const std::filesystem::path& result, const std::filesystem::path& stem);

}  // namespace uor::cli
