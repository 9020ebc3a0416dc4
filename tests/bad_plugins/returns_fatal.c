/* Says that it is not to be called again, without a message. */
#include "plain.h"

static uor_status give_up(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)batch;
  (void)message;
  return UOR_FATAL;
}

static const uor_quantity quantities[] = {{DRIVER("returns_fatal.share")},
                                          {QUANTITY("returns_fatal.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("returns_fatal.share")};
static const char* const outputs[] = {"returns_fatal.result"};
static const uor_node nodes[] = {{NODE("returns_fatal.node", inputs, outputs, give_up)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("returns_fatal")};
