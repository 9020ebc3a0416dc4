/* Says that its struct is whole, and ends before the tables of nodes. */
#include <stddef.h>

#include "core/uor/sdk/plugin.h"

typedef struct cut_plugin {
  uint32_t abi_major, abi_minor;
  size_t struct_size;
  const char *id, *version, *title;
} cut_plugin;

extern const cut_plugin uor_plugin_v1;
const cut_plugin uor_plugin_v1 = {UOR_ABI_MAJOR, UOR_ABI_MINOR, sizeof(uor_plugin), "cut", "1.0.0", "Cut"};
