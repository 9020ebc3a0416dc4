/* Reads in phase 1, a month late, what comes from a benchmark by way of two nodes of phase 2. */
#include "plain.h"

static const uor_quantity quantities[] = {
    {QUANTITY("round_about.gap", UOR_INTERMEDIATE)},
    {QUANTITY("round_about.mark", UOR_INTERMEDIATE)},
    {QUANTITY("round_about.effort", UOR_INTERMEDIATE)},
};
static const uor_input benchmark[] = {READ("benchmark.dna_rate.median")};
static const uor_input gap[] = {READ("round_about.gap")};
static const uor_input last_mark[] = {{.id = "round_about.mark", .unit = "percent", .lag = 1, .window = 1}};
static const char* const gap_outputs[] = {"round_about.gap"};
static const char* const mark_outputs[] = {"round_about.mark"};
static const char* const effort_outputs[] = {"round_about.effort"};

#define LATE_NODE(ID, INPUTS, OUTPUTS)                                                            \
  .id = (ID), .phase = 2, .inputs = (INPUTS), .input_count = COUNT(INPUTS), .outputs = (OUTPUTS), \
  .output_count = COUNT(OUTPUTS), .evaluate = copy

static const uor_node nodes[] = {
    {LATE_NODE("round_about.compare", benchmark, gap_outputs)},
    {LATE_NODE("round_about.judge", gap, mark_outputs)},
    {NODE("round_about.work", last_mark, effort_outputs, copy)},
};

const uor_plugin uor_plugin_v1 = {PLUGIN("round_about")};
