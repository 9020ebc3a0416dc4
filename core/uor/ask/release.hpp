// Which release of the program this is.
#pragma once

namespace uor::ask {

const char* release_version();  // "1.0.0"
const char* release_commit();   // short commit that it was configured at, or "unknown"

}  // namespace uor::ask
