/* Refuses every batch, with a message. */
#include <stdio.h>

#include "plain.h"

static uor_status refuse(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)batch;
  snprintf(message->text, sizeof(message->text), "the share is not to my liking");
  return UOR_ERROR;
}

static const uor_quantity quantities[] = {{DRIVER("returns_error.share")},
                                          {QUANTITY("returns_error.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("returns_error.share")};
static const char* const outputs[] = {"returns_error.result"};
static const uor_node nodes[] = {{NODE("returns_error.node", inputs, outputs, refuse)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("returns_error")};
