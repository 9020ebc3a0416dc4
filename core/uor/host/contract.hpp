// The versions of the plugin contract: which of them this host serves, and how each is read.
#pragma once

#include <cstddef>
#include <string>

#include "core/uor/sdk/plugin.h"

namespace uor::host {

/// A plugin's constant where it lies in memory. A pointer and not a reference: an older one is shorter than uor_plugin.
struct Constant {
  const uor_plugin* at = nullptr;
  std::size_t bytes = 0;  // of the exported symbol; 0 where nothing says
};

/// The constant as a struct of today: what its version does not have is zero. Nothing is read beyond what it has.
/// Error when it is of another major, needs a later minor than this host's, or has a size that cannot be.
uor_plugin contract_of(const std::string& file, const Constant& constant);

}  // namespace uor::host
