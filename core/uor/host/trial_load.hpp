// Loading a shared object in a copy of this process first: what the system's loader or the file's own code does to the
// program then happens to the copy.
#pragma once

#include <string>
#include <vector>

namespace uor::host {

/// Empty when loading came back, well or refused, or crashed by a signal, of which ForeignCall tells. Else what became
/// of the copy: "it ended the program with exit code 127 while it was loaded", "it did not come back from being loaded
/// within 20 s".
std::string ending_of_load(const std::string& path);
/// Whether loading all of them, one after the other in one copy, came back.
bool all_load(const std::vector<std::string>& paths);

}  // namespace uor::host
