// Trusts that the framework does not rate: acute specialist, community, mental health and ambulance ones.
#pragma once

#include <string>
#include <vector>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// "RCU is outside the framework's scope (it rates acute non-specialist trusts, and ...)", without a stop.
std::string scope_words(const Trust& trust);

}  // namespace uor::trust
