/* Leaves the last trial of its output unwritten. */
#include "plain.h"

static uor_status skip_last(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t + 1 < batch->trial_count; ++t) batch->outputs[0][t] = batch->inputs[0][t];
  return UOR_OK;
}

static const uor_quantity quantities[] = {{DRIVER("unwritten.share")},
                                          {QUANTITY("unwritten.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("unwritten.share")};
static const char* const outputs[] = {"unwritten.result"};
static const uor_node nodes[] = {{NODE("unwritten.node", inputs, outputs, skip_last)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("unwritten")};
