// `uor visit --json`; schema/decide.md describes it.
#pragma once

#include <nlohmann/json.hpp>

#include "core/uor/ask/visit.hpp"

namespace uor::cli {

/// Places in Visit::study of what could be known, worth most first.
std::vector<std::size_t> unknowns_of(const decide::Sensitivity& study);

nlohmann::ordered_json json_of_visit(const ask::Visit& visit);

}  // namespace uor::cli
