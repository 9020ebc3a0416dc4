/* Remembers how often it was called (without a data race, to be wrong in this one way only). */
#include <stdatomic.h>

#include "plain.h"

static uor_status remember(const void* self, const uor_batch* batch, uor_message* message) {
  static atomic_int calls = 0;
  (void)self;
  (void)message;
  const double change = 0.001 * ++calls;
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = batch->inputs[0][t] + change;
  return UOR_OK;
}

static const uor_quantity quantities[] = {{DRIVER("impure.share")}, {QUANTITY("impure.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("impure.share")};
static const char* const outputs[] = {"impure.result"};
static const uor_node nodes[] = {{NODE("impure.node", inputs, outputs, remember)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("impure")};
