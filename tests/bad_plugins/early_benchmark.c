/* Reads a benchmark in phase 1. */
#include "plain.h"

static const uor_quantity quantities[] = {{QUANTITY("early_benchmark.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("benchmark.dna_rate.median")};
static const char* const outputs[] = {"early_benchmark.result"};
static const uor_node nodes[] = {{NODE("early_benchmark.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("early_benchmark")};
