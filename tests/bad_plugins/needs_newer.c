/* Is of a later minor and says that it is wrong without what that one has. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("needs_newer.share")},
                                          {QUANTITY("needs_newer.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("needs_newer.share")};
static const char* const outputs[] = {"needs_newer.result"};
static const uor_node nodes[] = {{NODE("needs_newer.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("needs_newer"), .needs_minor = UOR_ABI_MINOR + 1};
