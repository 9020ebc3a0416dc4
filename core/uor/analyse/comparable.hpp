// Whether two result files can be compared trial by trial, and what a reader of the comparison must be told.
#pragma once

#include <string>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// Which trusts two files must share.
enum class SharedTrusts { all_trusts, one_trust };

/// Why trial t of `to` is not the counterpart of trial t of `from`: seed, months, month of the rating, trials, trusts,
/// program or plugins differ. Each in words, of `to` first, with how to mend it; empty when the files are comparable.
/// With SharedTrusts::one_trust the trusts are not looked at.
std::vector<std::string> obstacles(const model::Header& from, const model::Header& to, SharedTrusts scope);

/// What differs and yet leaves trials paired: policy, what is known of a trust (of those that both have), the commit of
/// the program. The change then holds this difference too. In words.
std::vector<std::string> cautions(const model::Header& from, const model::Header& to);

/// Position in `header` of the trust with this code; header.trusts.size() when it is not there.
std::size_t find_trust(const model::Header& header, const std::string& code);

}  // namespace uor::analyse
