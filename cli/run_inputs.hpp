// The options of `uor run`, and the inputs of the engine that they ask for.
#pragma once

#include "cli/arguments.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::cli {

Options run_options();

/// The scenario with what the options change; `trusts`, else its own trusts; policy and plugins. Error naming the
/// option and its value.
model::Inputs run_inputs(const Arguments& arguments, const std::string& scenario, const Words& trusts);

}  // namespace uor::cli
