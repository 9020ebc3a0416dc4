// Lets an exception leave evaluate, which no plugin may.
#include <stdexcept>

#include "core/uor/sdk/plugin.h"

namespace {

uor_status evaluate(const void*, const uor_batch* batch, uor_message*) {
  if (batch->month > 1) throw 42;
  throw std::runtime_error("the ledger is closed");
}

const uor_quantity quantities[] = {{.id = "throws_in_evaluate.result",
                                    .unit = "percent",
                                    .title = "A quantity",
                                    .kind = UOR_INTERMEDIATE,
                                    .behaviour = UOR_RATE,
                                    .polarity = 0,
                                    .lower = 0,
                                    .upper = 100,
                                    .likely_lower = 0,
                                    .likely_upper = 100,
                                    .nominal = 50,
                                    .summarise = 0,
                                    .profile = nullptr,
                                    .standing = UOR_ASSUMED,
                                    .source = "a test",
                                    .driver = nullptr}};
const char* const outputs[] = {"throws_in_evaluate.result"};
const uor_node nodes[] = {{.id = "throws_in_evaluate.node",
                           .anchor = 0,
                           .phase = 1,
                           .inputs = nullptr,
                           .input_count = 0,
                           .outputs = outputs,
                           .output_count = 1,
                           .evaluate = evaluate}};

}  // namespace

extern "C" const uor_plugin uor_plugin_v1;
const uor_plugin uor_plugin_v1 = {.abi_major = UOR_ABI_MAJOR,
                                  .abi_minor = UOR_ABI_MINOR,
                                  .struct_size = sizeof(uor_plugin),
                                  .id = "throws_in_evaluate",
                                  .version = "1.0.0",
                                  .title = "A plugin of the tests",
                                  .kloe = nullptr,
                                  .parameters = nullptr,
                                  .parameter_count = 0,
                                  .quantities = quantities,
                                  .quantity_count = 1,
                                  .nodes = nodes,
                                  .node_count = 1,
                                  .create = nullptr,
                                  .destroy = nullptr,
                                  .extension = nullptr,
                                  .needs_minor = 0};
