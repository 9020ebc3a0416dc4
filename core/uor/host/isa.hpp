// Which build of a plugin suits this processor.
#pragma once

#include <string>

#include "core/uor/sdk/plugin.h"

namespace uor::host {

using Extension = decltype(uor_plugin::extension);

/// The variant of the highest level up to `level`; `plugin` itself (level 2) when its extension offers none.
/// Error when the extension throws or its table is broken.
uor_isa_variant best_variant(const std::string& file, const uor_plugin* plugin, Extension extension, int level);

}  // namespace uor::host
