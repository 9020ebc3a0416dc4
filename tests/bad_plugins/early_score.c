/* Reads in phase 1 what phase 2 gives. */
#include "plain.h"

static const uor_quantity quantities[] = {
    {DRIVER("early_score.share")},
    {QUANTITY("early_score.late", UOR_INTERMEDIATE)},
    {QUANTITY("early_score.early", UOR_INTERMEDIATE)},
};
static const uor_input share[] = {READ("early_score.share")};
static const uor_input late[] = {READ("early_score.late")};
static const char* const late_outputs[] = {"early_score.late"};
static const char* const early_outputs[] = {"early_score.early"};
static const uor_node nodes[] = {
    {.id = "early_score.second",
     .phase = 2,
     .inputs = share,
     .input_count = COUNT(share),
     .outputs = late_outputs,
     .output_count = COUNT(late_outputs),
     .evaluate = copy},
    {NODE("early_score.first", late, early_outputs, copy)},
};

const uor_plugin uor_plugin_v1 = {PLUGIN("early_score")};
