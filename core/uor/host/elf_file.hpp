// Whether a file is a whole shared object for this system, found out before the system's loader trusts it.
#pragma once

#include <string>

namespace uor::host {

/// What is wrong with the file: "it is empty", "it is no ELF file", "it is cut short: ...", "it is for another kind of
/// processor". Empty when it may be loaded. The loader itself maps what headers claim: of a file that ends before, the
/// first touch of a missing page would end the program.
std::string unloadable(const std::string& path);

}  // namespace uor::host
