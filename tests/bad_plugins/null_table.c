/* Counts quantities that are not there. */
#include "plain.h"

const uor_plugin uor_plugin_v1 = {.abi_major = UOR_ABI_MAJOR,
                                  .struct_size = sizeof(uor_plugin),
                                  .id = "null_table",
                                  .version = "1.0.0",
                                  .title = "A plugin of the tests",
                                  .quantity_count = 3};
