// A trust and a scenario from a workbook that `uor init FILE.xlsx` wrote and somebody filled in.
#pragma once

#include <string>
#include <vector>

#include "core/uor/scenario/scenario.hpp"
#include "core/uor/trust/trust.hpp"
#include "core/uor/workbook/book.hpp"

namespace uor::workbook {

/// The sheets Trust, Metrics, Savings schemes and Evidence as a trust; `text` is what was derived from them, and reads
/// again as a trust file. Error as read_book, and, a line each, for every cell that is wrong: with sheet, cell, value
/// and a likely fix.
trust::Trust read_trust(const std::string& path, const trust::Fields& fields);

/// The sheets Question and Levers as a scenario on the trust of the same workbook. Levels in the order in which they
/// first stand there. Error as above.
scenario::Scenario read_scenario(const std::string& path);

/// Names of the sheets that are none of uor's, which neither function reads.
std::vector<std::string> unread_sheets(const std::string& path);

}  // namespace uor::workbook
