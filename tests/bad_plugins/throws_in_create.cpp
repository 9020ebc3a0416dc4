// Lets an exception leave create, which no plugin may.
#include <stdexcept>

#include "core/uor/sdk/plugin.h"

namespace {

uor_status create(void**, uor_message*) { throw std::runtime_error("no licence found"); }

}  // namespace

extern "C" const uor_plugin uor_plugin_v1;
const uor_plugin uor_plugin_v1 = {.abi_major = UOR_ABI_MAJOR,
                                  .abi_minor = UOR_ABI_MINOR,
                                  .struct_size = sizeof(uor_plugin),
                                  .id = "throws_in_create",
                                  .version = "1.0.0",
                                  .title = "A plugin of the tests",
                                  .kloe = nullptr,
                                  .parameters = nullptr,
                                  .parameter_count = 0,
                                  .quantities = nullptr,
                                  .quantity_count = 0,
                                  .nodes = nullptr,
                                  .node_count = 0,
                                  .create = create,
                                  .destroy = nullptr,
                                  .extension = nullptr,
                                  .needs_minor = 0};
