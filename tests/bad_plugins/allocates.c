/* Right, but asks for memory three times a call. */
#include <stdlib.h>

#include "plain.h"

static uor_status borrow(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  double* column = malloc(batch->trial_count * sizeof(double));
  void* counts = calloc(batch->trial_count, sizeof(int));
  double* larger = realloc(column, 2 * batch->trial_count * sizeof(double));
  if (larger == NULL || counts == NULL) return UOR_ERROR;
  for (size_t t = 0; t < batch->trial_count; ++t) larger[t] = batch->inputs[0][t] * 0.5;
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = larger[t] + batch->inputs[1][t] * 0.5;
  free(larger);
  free(counts);
  return UOR_OK;
}

static const uor_quantity quantities[] = {
    {DRIVER("allocates.share")}, {DRIVER("allocates.other")}, {QUANTITY("allocates.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("allocates.share"), READ("allocates.other")};
static const char* const outputs[] = {"allocates.result"};
static const uor_node nodes[] = {{NODE("allocates.node", inputs, outputs, borrow)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("allocates")};
