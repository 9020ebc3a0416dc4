/* Right, but does a thousand times what arithmetic on a column would take. */
#include "plain.h"

static uor_status search(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count; ++t) {
    volatile double value = batch->inputs[0][t];
    for (int i = 0; i < 1500; ++i) value = value * 0.5 + batch->inputs[0][t] * 0.5;
    batch->outputs[0][t] = value;
  }
  return UOR_OK;
}

static const uor_quantity quantities[] = {{DRIVER("slow.share")}, {QUANTITY("slow.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("slow.share")};
static const char* const outputs[] = {"slow.result"};
static const uor_node nodes[] = {{NODE("slow.node", inputs, outputs, search)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("slow")};
