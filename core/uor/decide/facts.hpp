// What two months know otherwise of a trust, as players beside what their sides do otherwise.
#pragma once

#include <string>
#include <vector>

#include "core/uor/model/inputs.hpp"

namespace uor::decide {

/// "trust.FIELD", "judged.PROMPT", or other_facts.
using FactPlayers = std::vector<std::string>;

/// All of a trust but its fields and prompts: its year, its savings programme, its peers, its evidence, what is
/// published of it.
inline constexpr const char* other_facts = "trust.other";

/// Facts of the first trusts that differ, in the order of their ids; other_facts last.
FactPlayers facts_between(const model::Inputs& from, const model::Inputs& to);

/// `from` with what `to` knows of the facts that take part. [player]
model::Inputs with_facts(const model::Inputs& from, const model::Inputs& to, const FactPlayers& players,
                         const std::vector<bool>& taking_part);

}  // namespace uor::decide
