#include "probe.hpp"

namespace probe {
inline namespace UOR_ISA_NAMESPACE {
#ifdef UOR_ISA_LEVEL
int level_of_second_file() { return UOR_ISA_LEVEL; }
#else
int level_of_second_file() { return 0; }
#endif
}  // namespace UOR_ISA_NAMESPACE
}  // namespace probe
