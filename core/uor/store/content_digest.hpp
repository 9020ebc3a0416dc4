// A digest of what a result file says, whatever machine, threads or ranks said it.
#pragma once

#include <string>

namespace uor::store {

/// SHA-256 (64 hexadecimal digits) over every array of the file by name, type, shape and values, and over the
/// attributes that say what was run. Left out: when, where, how long and by which build it was made (`started`,
/// `finished`, `seconds`, `host`, `version`, `commit`), the group `provenance`, and paths of files. Errors as
/// read_result().
std::string content_digest(const std::string& path);

}  // namespace uor::store
