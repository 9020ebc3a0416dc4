/* Scores the KLOE people, as another plugin does: one of them is too many. */
#include "plain.h"

static const uor_quantity quantities[] = {{.id = "people.score",
                                           .unit = "score",
                                           .title = "A score",
                                           .kind = UOR_SCORE,
                                           .behaviour = UOR_RATE,
                                           .polarity = 1,
                                           .lower = 1,
                                           .upper = 4,
                                           .likely_lower = 1,
                                           .likely_upper = 4,
                                           .nominal = 2.5,
                                           .source = "a test"},
                                          {DRIVER("second_scorer.share")}};
static const uor_input inputs[] = {READ("second_scorer.share")};
static const char* const outputs[] = {"people.score"};

static uor_status middling(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = 2.5;
  return UOR_OK;
}

static const uor_node nodes[] = {{NODE("second_scorer.node", inputs, outputs, middling)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("second_scorer"), .kloe = "people"};
