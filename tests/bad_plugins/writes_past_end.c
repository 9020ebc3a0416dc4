/* Writes eight values beyond the end of its column. */
#include "plain.h"

static uor_status overrun(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count + 8; ++t) batch->outputs[0][t] = 50;
  return UOR_OK;
}

static const uor_quantity quantities[] = {{DRIVER("writes_past_end.share")},
                                          {QUANTITY("writes_past_end.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("writes_past_end.share")};
static const char* const outputs[] = {"writes_past_end.result"};
static const uor_node nodes[] = {{NODE("writes_past_end.node", inputs, outputs, overrun)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("writes_past_end")};
