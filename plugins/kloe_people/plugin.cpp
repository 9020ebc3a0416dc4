// People: staff in post, who covers the gaps, and what it costs.
#include "anchors.hpp"
#include "drivers.hpp"
#include "groups.hpp"
#include "metrics.hpp"
#include "nodes.hpp"
#include "quantities.hpp"
#include "scores.hpp"
#include "uor/sdk/join.hpp"

namespace people {

inline constexpr auto quantities = join(levers, noise, evidence, groups, totals, measured);

#define PEOPLE_GROUP_ENTRIES(group)                                                                    \
  UOR_NODE_ENTRY(last_year_##group), UOR_NODE_ENTRY(staff_##group), UOR_NODE_ENTRY(cover_##group),     \
      UOR_NODE_ENTRY(working_##group), UOR_NODE_ENTRY(pay_of_##group), UOR_NODE_ENTRY(metric_##group), \
      UOR_NODE_ENTRY(score_of_##group)

inline constexpr uor_node nodes[] = {
    UOR_NODE_ENTRY(last_year_shares),  UOR_NODE_ENTRY(last_year_agency), UOR_NODE_ENTRY(last_year_bank),
    UOR_NODE_ENTRY(last_year_staff),   UOR_NODE_ENTRY(last_year_totals), UOR_NODE_ENTRY(last_year_metrics),
    PEOPLE_GROUP_ENTRIES(doctors),     PEOPLE_GROUP_ENTRIES(nurses),     PEOPLE_GROUP_ENTRIES(ahps),
    UOR_NODE_ENTRY(last_year_other),   UOR_NODE_ENTRY(staff_other),      UOR_NODE_ENTRY(cover_other),
    UOR_NODE_ENTRY(working_other),     UOR_NODE_ENTRY(agency_control),   UOR_NODE_ENTRY(score_of_gaps),
    UOR_NODE_ENTRY(pay_of_other),      UOR_NODE_ENTRY(absence),          UOR_NODE_ENTRY(pay_prices),
    UOR_NODE_ENTRY(planned_change),    UOR_NODE_ENTRY(totals_of_pay),    UOR_NODE_ENTRY(totals_of_staff),
    UOR_NODE_ENTRY(workforce_metrics), UOR_NODE_ENTRY(metric_pay),       UOR_NODE_ENTRY(score_of_retention),
    UOR_NODE_ENTRY(score_of_sickness), UOR_NODE_ENTRY(score_of_pay),     UOR_NODE_ENTRY(score_of_evidence),
    UOR_NODE_ENTRY(score_of_kloe),
};

}  // namespace people

UOR_PLUGIN("people", "1.0.0", "People", "people", people::parameters, people::quantities, people::nodes)
