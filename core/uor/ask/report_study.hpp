// What not knowing costs, and what limits cost: the study of `uor rate`, for the trusts of a report.
#pragma once

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/report/context.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::ask {

/// Runs the baseline of trust `trust` again, as the file has it, and adds what is found to `context`. Where plugins or
/// policy are not those of the file, nothing is added but a note that says so.
void add_study(const Library& library, const ModelRequest& request, const store::Result& result, std::size_t trust,
               report::Context& context);

}  // namespace uor::ask
