// What a file that is written beside its place and then moved there would replace.
#pragma once

#include <string>

namespace uor {

/// The file to move it to: `path`, or what a link there leads to. Error (Fault::run) where a device or a pipe is, which
/// moving a file there would destroy.
std::string replaced_file(const std::string& path);

}  // namespace uor
