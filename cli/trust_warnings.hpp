// What a reader of one trust's figures must know, wherever they are listed: whose figures they are, that nobody will
// rate the trust, that its figures disagree.
#pragma once

#include <string>
#include <vector>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// In a list of trusts, behind the name of one with a warning.
inline constexpr const char* warning_mark = " †";

/// The name in `width` columns, with the mark where the trust has a warning.
std::string marked_name(const model::TrustInfo& trust, std::size_t width);

/// Under a list of the trusts at `shown`: what their marks mean, a paragraph each; and how many others have a mark.
Lines warnings_block(const model::Header& header, const std::vector<std::size_t>& shown, const Style& style);

/// All of them in one cell of a table.
std::string warnings_in_one(const model::TrustInfo& trust);

/// Each as a paragraph that begins with "Warning: ".
void print_warnings(const std::vector<std::string>& warnings, const Style& style);

}  // namespace uor::cli
