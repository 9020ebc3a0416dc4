/* Divides by nothing. */
#include "plain.h"

static uor_status divide(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count; ++t)
    batch->outputs[0][t] = batch->inputs[0][t] / (batch->inputs[0][t] - 50);
  return UOR_OK;
}

static const uor_quantity quantities[] = {{DRIVER("not_finite.share")},
                                          {QUANTITY("not_finite.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("not_finite.share")};
static const char* const outputs[] = {"not_finite.result"};
static const uor_node nodes[] = {{NODE("not_finite.node", inputs, outputs, divide)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("not_finite")};
