// A file of one's own lies over the facts that ship under the same code.
#pragma once

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// What `own` does not give is as it ships: field by field, and name and type. Its own figures come first, also where
/// they contradict a shipped metric, which then does not count. A trust outside the scope stays outside, whatever its
/// file says. Nothing happens when the codes differ.
void lay_over(Trust& own, const Trust& shipped);

/// "12 facts that ship count beside those of mine.toml: ...", without a stop; empty when none does.
std::string shipped_words(const Trust& trust, const std::vector<Field>& fields);

}  // namespace uor::trust
