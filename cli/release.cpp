#include "cli/release.hpp"

namespace uor::cli {

const char* release_version() { return UOR_VERSION; }
const char* release_commit() { return UOR_COMMIT; }

}  // namespace uor::cli
