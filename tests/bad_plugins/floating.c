/* Changes how the processor rounds, or ends the program, where the environment asks for: UOR_TEST_FLOATING=load:round.
 */
#include <fenv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plain.h"

static void change(const char* how) {
  if (strcmp(how, "round") == 0) fesetround(FE_UPWARD);
  if (strcmp(how, "exit") == 0) exit(0);
  if (strcmp(how, "assertion") == 0) _exit(127);
#ifdef __x86_64__
  if (strcmp(how, "flush") == 0) __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | 0x8040);
  if (strcmp(how, "trap") == 0) __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() & ~0x200u);
  if (strcmp(how, "divide") == 0) {
    volatile double zero = 0;
    __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() & ~0x200u);
    zero = 1 / zero;
  }
#endif
}

static void change_if_asked(const char* where) {
  const char* asked = getenv("UOR_TEST_FLOATING");
  const size_t length = strlen(where);
  if (asked != NULL && strncmp(asked, where, length) == 0 && asked[length] == ':') change(asked + length + 1);
}

__attribute__((constructor)) static void at_load(void) { change_if_asked("load"); }

static uor_status create(void** self, uor_message* message) {
  (void)self;
  (void)message;
  change_if_asked("create");
  return UOR_OK;
}

static uor_status evaluate(const void* self, const uor_batch* batch, uor_message* message) {
  change_if_asked("node");
  return copy(self, batch, message);
}

static const uor_quantity quantities[] = {{DRIVER("floating.share")}, {QUANTITY("floating.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("floating.share")};
static const char* const outputs[] = {"floating.result"};
static const uor_node nodes[] = {{NODE("floating.node", inputs, outputs, evaluate)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("floating"), .create = create};
