// A plugin in C++ says which minor it needs.
#define UOR_NEEDS_MINOR 1
#include "uor/sdk/plugin.hpp"

namespace needs {

using namespace uor::sdk;

UOR_NODE(twice, "needs.twice", (UOR_READ(noise, "needs.noise", "ratio")), (UOR_WRITE(result, "needs.result")),
         { result = 2.0 * noise; })

inline constexpr NoParameters parameters;
inline constexpr Quantity quantities[] = {
    driver({.id = "needs.noise", .unit = "ratio", .title = "Noise", .shape = normal(0, 1), .source = "a test"}),
    rate({.id = "needs.result", .unit = "ratio", .title = "Result", .source = "a test"})};
inline constexpr uor_node nodes[] = {UOR_NODE_ENTRY(twice)};

}  // namespace needs

UOR_PLUGIN("needs", "1.0.0", "Needs 1.1", nullptr, needs::parameters, needs::quantities, needs::nodes)

constexpr uor_plugin declared =
    uor::sdk::detail::plugin_of<UOR_PLUGIN_TABLES_(needs::parameters, needs::quantities, needs::nodes)>(
        "needs", "1.0.0", "Needs 1.1", nullptr, nullptr, UOR_NEEDS_MINOR);
static_assert(declared.needs_minor == 1 && declared.abi_minor == UOR_ABI_MINOR);
