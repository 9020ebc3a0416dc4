// The trusts that somebody names: by code, by file, or all.
#pragma once

#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::ask {

/// Whether a file of one's own lies over what ships under the same code, or stands alone.
enum class ShippedFacts { under_own, left_out };
/// Lays what ships under each of `trusts` that is from a file.
void lay_over_shipped(const Library& library, std::vector<trust::Trust>& trusts);

/// Error for a file of one's own whose code is that of a trust that ships but for capitals: it would be another trust.
void refuse_small_letters(const Library& library, const std::vector<trust::Trust>& trusts);

/// The trusts that `names` mean: codes, .toml, .csv or .xlsx files, or "all" for those that ship, in scope or, with
/// `all`, any. Relative files are looked for beside `scenario_file` when it is not empty. Error when empty, with the
/// nearest code, or for a trust named twice.
std::vector<trust::Trust> find_trusts(const Library& library, const std::vector<std::string>& names,
                                      const std::string& scenario_file = {},
                                      ShippedFacts shipped = ShippedFacts::under_own,
                                      trust::Scope all = trust::Scope::framework);

/// The first trust that ships, for questions that any trust answers.
std::vector<trust::Trust> any_trust(const Library& library);

}  // namespace uor::ask
