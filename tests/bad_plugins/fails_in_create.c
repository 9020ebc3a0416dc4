/* Cannot be created, and says why. */
#include <stdio.h>

#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("fails_in_create.share")},
                                          {QUANTITY("fails_in_create.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("fails_in_create.share")};
static const char* const outputs[] = {"fails_in_create.result"};
static const uor_node nodes[] = {{NODE("fails_in_create.node", inputs, outputs, copy)}};

static uor_status create(void** self, uor_message* message) {
  (void)self;
  snprintf(message->text, sizeof(message->text), "the moon is not full");
  return UOR_ERROR;
}

const uor_plugin uor_plugin_v1 = {PLUGIN("fails_in_create"), .create = create};
