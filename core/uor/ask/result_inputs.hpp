// From the provenance of a result file back to the inputs of an engine.
#pragma once

#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::ask {

/// What the file was run with, for one of its trusts: scenario with its --set options and trust as the file holds them,
/// policy and plugins as today's program has them (those of `request` come first).
model::Inputs inputs_of(const Library& library, const ModelRequest& request, const store::Result& result,
                        std::size_t trust);

/// Those among whom peers of the run's trusts were found: its own where they were loaded from one file, else those that
/// ship.
std::vector<trust::Trust> peer_sector_of(const Library& library, const model::Header& header);

/// The scenario with its --set options, as the file holds it. Error when the file has none.
scenario::Scenario scenario_of(const Library& library, const store::Result& result);

/// A trust as the file holds it, over what shipped then under its code.
trust::Trust trust_of(const model::Header& header, const model::TrustInfo& info, const trust::Fields& fields);

/// The --policy-set options that the file was run with.
std::vector<std::string> policy_options(const model::Header& header);

/// What is not as it was when the file was written: version, policy, plugins. In words, empty when nothing is.
std::vector<std::string> differences(const model::Inputs& inputs, const model::Header& header);

}  // namespace uor::ask
