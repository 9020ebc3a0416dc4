#include "core/uor/ask/release.hpp"

namespace uor::ask {

const char* release_version() { return UOR_VERSION; }
const char* release_commit() { return UOR_COMMIT; }

}  // namespace uor::ask
