/* Scores a key line of its own, digital, from 1 with a share of 0 to 4 with a share of 100: nothing is wrong with it.
 */
#include "plain.h"

static const uor_quantity quantities[] = {{.id = "digital.score",
                                           .unit = "score",
                                           .title = "Digital",
                                           .kind = UOR_SCORE,
                                           .behaviour = UOR_RATE,
                                           .polarity = 1,
                                           .lower = 1,
                                           .upper = 4,
                                           .likely_lower = 1,
                                           .likely_upper = 4,
                                           .nominal = 2.5,
                                           .summarise = 1,
                                           .source = "a test"},
                                          {DRIVER("digital.share")}};
static const uor_input inputs[] = {READ("digital.share")};
static const char* const outputs[] = {"digital.score"};

static uor_status score(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = 1 + 3 * batch->inputs[0][t] / 100;
  return UOR_OK;
}

static const uor_node nodes[] = {{.id = "digital.node",
                                  .phase = 2,
                                  .inputs = inputs,
                                  .input_count = COUNT(inputs),
                                  .outputs = outputs,
                                  .output_count = COUNT(outputs),
                                  .evaluate = score}};

const uor_plugin uor_plugin_v1 = {PLUGIN("digital"), .kloe = "digital"};
