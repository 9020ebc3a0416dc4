/* Gives more than its quantity can be. */
#include "plain.h"

static uor_status treble(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = 3 * batch->inputs[0][t];
  return UOR_OK;
}

static const uor_quantity quantities[] = {{DRIVER("out_of_range.share")},
                                          {QUANTITY("out_of_range.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("out_of_range.share")};
static const char* const outputs[] = {"out_of_range.result"};
static const uor_node nodes[] = {{NODE("out_of_range.node", inputs, outputs, treble)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("out_of_range")};
