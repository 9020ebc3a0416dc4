// Clinical services: how well the trust turns demand into weighted activity, and what commissioners pay for it.
#include "anchors.hpp"
#include "beds.hpp"
#include "drivers.hpp"
#include "nodes.hpp"
#include "quantities.hpp"
#include "scores.hpp"
#include "uor/sdk/join.hpp"

namespace clinical {

inline constexpr auto quantities = join(levers, demand, evidence, produced, scores);

inline constexpr uor_node nodes[] = {
    UOR_NODE_ENTRY(last_year_activity),
    UOR_NODE_ENTRY(last_year_units),
    UOR_NODE_ENTRY(last_year_beds),
    UOR_NODE_ENTRY(last_year_income),
    UOR_NODE_ENTRY(last_year_metrics),
    UOR_NODE_ENTRY(trends),
    UOR_NODE_ENTRY(demand_of_month),
    UOR_NODE_ENTRY(emergencies),
    UOR_NODE_ENTRY(bed_use),
    UOR_NODE_ENTRY(pressure),
    UOR_NODE_ENTRY(planned_work),
    UOR_NODE_ENTRY(output),
    UOR_NODE_ENTRY(income),
    UOR_NODE_ENTRY(procedures),
    UOR_NODE_ENTRY(metrics),
    UOR_NODE_ENTRY(score_of_nonelective),
    UOR_NODE_ENTRY(score_of_elective),
    UOR_NODE_ENTRY(score_of_readmissions),
    UOR_NODE_ENTRY(score_of_dna),
    UOR_NODE_ENTRY(score_of_delays),
    UOR_NODE_ENTRY(score_of_kloe),
};

}  // namespace clinical

UOR_PLUGIN("clinical", "1.0.0", "Clinical services", "clinical", clinical::parameters, clinical::quantities,
           clinical::nodes)
