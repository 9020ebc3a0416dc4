// The text beside a workbook that could not be used.
#pragma once

#include <filesystem>
#include <string>

namespace uor::cli {

/// Writes `message` into "NAME - please correct.txt", as a plain file. A text of ours that nobody changed is replaced;
/// what is anything else stays, and it is "NAME - please correct (2).txt". Its path. Error (Fault::run) when it cannot
/// be written.
std::filesystem::path write_refusal(const std::filesystem::path& workbook, const std::string& message,
                                    const std::string& digest);

/// Whether such a text answers the workbook of that digest.
bool is_refused(const std::filesystem::path& workbook, const std::string& digest);

/// Removes those of ours that nobody changed.
void remove_refusals(const std::filesystem::path& workbook);

}  // namespace uor::cli
