// Nothing before the header: it includes what it needs.
#include <type_traits>

#include "uor/sdk/plugin.h"

// What crosses the boundary is plain data with C linkage.
static_assert(std::is_trivial_v<uor_plugin> && std::is_standard_layout_v<uor_plugin>);
static_assert(std::is_trivial_v<uor_batch> && std::is_standard_layout_v<uor_batch>);
static_assert(std::is_trivial_v<uor_quantity> && std::is_standard_layout_v<uor_quantity>);
static_assert(std::is_trivial_v<uor_node> && std::is_standard_layout_v<uor_node>);
static_assert(std::is_trivial_v<uor_message> && std::is_standard_layout_v<uor_message>);

extern "C" const uor_plugin uor_plugin_v1;
const uor_plugin* address_of_constant() { return &uor_plugin_v1; }
