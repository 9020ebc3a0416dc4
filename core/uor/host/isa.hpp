// Which build of a plugin suits this processor.
#pragma once

#include <string>

#include "core/uor/sdk/plugin.h"

namespace uor::host {

/// The variant of the highest level up to `level`; the plugin itself (level 2) when it offers none.
/// Error when extension throws or its table is broken.
uor_isa_variant best_variant(const std::string& file, const uor_plugin& plugin, int level);

}  // namespace uor::host
