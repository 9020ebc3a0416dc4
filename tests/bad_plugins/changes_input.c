/* Writes to a column that it only reads. */
#include "plain.h"

static uor_status spoil(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  double* input = (double*)(uintptr_t)batch->inputs[0];
  for (size_t t = 0; t < batch->trial_count; ++t) {
    batch->outputs[0][t] = batch->inputs[0][t];
    input[t] = 1;
  }
  return UOR_OK;
}

static const uor_quantity quantities[] = {{DRIVER("changes_input.share")},
                                          {QUANTITY("changes_input.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("changes_input.share")};
static const char* const outputs[] = {"changes_input.result"};
static const uor_node nodes[] = {{NODE("changes_input.node", inputs, outputs, spoil)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("changes_input")};
