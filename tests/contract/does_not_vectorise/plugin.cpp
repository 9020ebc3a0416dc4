// Not a plugin to build: one node that vectorises and one that cannot, to see that the script tells them apart.
#include "uor/sdk/plugin.hpp"

#include <cmath>

// clang-format off
namespace slow {
using namespace uor::sdk;

UOR_NODE(square, "slow.square", (UOR_READ(x, "slow.x", "u")), (UOR_WRITE(y, "slow.square")), { y = x * x; })

double log_gamma(double x) { return std::lgamma(x); }  // a call, so trial after trial
UOR_NODE(by_calls, "slow.by_calls", (UOR_READ(x, "slow.x", "u")), (UOR_WRITE(y, "slow.y")), { y = log_gamma(x); })

inline constexpr NoParameters parameters;
inline constexpr Quantity quantities[] = {
    driver({.id = "slow.x", .unit = "u", .title = "X", .source = "test"}),
    rate({.id = "slow.square", .unit = "u", .title = "Square", .source = "test"}),
    rate({.id = "slow.y", .unit = "u", .title = "Y", .source = "test"})};
inline constexpr uor_node nodes[] = {UOR_NODE_ENTRY(square), UOR_NODE_ENTRY(by_calls)};
}  // namespace slow

UOR_PLUGIN("slow", "1.0.0", "Slow", nullptr, slow::parameters, slow::quantities, slow::nodes)
