// What a page is set to, as a scenario file: `uor run` of it gives the same odds, to the bit.
#pragma once

#include <string>

#include "core/uor/ask/odds_request.hpp"
#include "core/uor/model/inputs.hpp"

namespace uor::ask {

/// "live-RF4.toml".
std::string file_of_saved(const OddsRequest& request);

/// TOML with the run's settings as `inputs` have them and one [[change]] a driver. `trust` is a code or a file, which
/// is written with its whole path; `any_scope` is said beside the command. Error of a setting as
/// scenario::apply_set_option().
std::string text_of_saved(const OddsRequest& request, const model::Inputs& inputs, const std::string& trust,
                          bool any_scope);

}  // namespace uor::ask
