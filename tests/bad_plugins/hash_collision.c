/* Two ids whose 64-bit FNV-1a hashes are both 0x4eac0c95540867e4. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("8yn0iYCKYHlIj4-BwPqk")},
                                          {QUANTITY("GReLUrM4wMqfg9yzV3KQ", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("8yn0iYCKYHlIj4-BwPqk")};
static const char* const outputs[] = {"GReLUrM4wMqfg9yzV3KQ"};
static const uor_node nodes[] = {{NODE("hash_collision.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("hash_collision")};
