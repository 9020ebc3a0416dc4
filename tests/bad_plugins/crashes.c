/* Crashes where and how the environment asks for: UOR_TEST_CRASH=node:segv, create:abort, ... */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "plain.h"

static void run_over(volatile char* above) {
  volatile char here[4096];
  here[0] = above[0];
  run_over(here);
  here[1] = above[0];
}

static void crash(const char* how) {
  static const char zero = 0;
  if (strcmp(how, "segv") == 0) *(volatile char*)8 = 1;
  if (strcmp(how, "abort") == 0) abort();
  if (strcmp(how, "stack") == 0) run_over((volatile char*)&zero);
  if (strcmp(how, "bus") == 0) raise(SIGBUS);
  if (strcmp(how, "fpe") == 0) raise(SIGFPE);
  if (strcmp(how, "ill") == 0) raise(SIGILL);
}

static void crash_if_asked(const char* where) {
  const char* asked = getenv("UOR_TEST_CRASH");
  const size_t length = strlen(where);
  if (asked != NULL && strncmp(asked, where, length) == 0 && asked[length] == ':') crash(asked + length + 1);
}

static uor_status create(void** self, uor_message* message) {
  (void)self;
  (void)message;
  crash_if_asked("create");
  return UOR_OK;
}

static uor_status evaluate(const void* self, const uor_batch* batch, uor_message* message) {
  crash_if_asked("node");
  return copy(self, batch, message);
}

static const uor_quantity quantities[] = {{DRIVER("crashes.share")}, {QUANTITY("crashes.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("crashes.share")};
static const char* const outputs[] = {"crashes.result"};
static const uor_node nodes[] = {{NODE("crashes.node", inputs, outputs, evaluate)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("crashes"), .create = create};
