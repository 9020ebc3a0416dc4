/* Gives each trial a value that depends on where the batch begins. */
#include "plain.h"

static uor_status look_at_position(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = batch->inputs[0][0] / 2 + (double)t / 100;
  return UOR_OK;
}

static const uor_quantity quantities[] = {{DRIVER("knows_batch.share")},
                                          {QUANTITY("knows_batch.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("knows_batch.share")};
static const char* const outputs[] = {"knows_batch.result"};
static const uor_node nodes[] = {{NODE("knows_batch.node", inputs, outputs, look_at_position)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("knows_batch")};
