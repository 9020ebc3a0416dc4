// Finance: from last year's statement and this year's plan to the finance score and the KLOE's score.
#include "drivers.hpp"
#include "nodes_anchor.hpp"
#include "nodes_anchor_balance.hpp"
#include "nodes_cash.hpp"
#include "nodes_fund.hpp"
#include "nodes_metrics.hpp"
#include "nodes_outturn.hpp"
#include "nodes_plan.hpp"
#include "nodes_savings.hpp"
#include "nodes_schemes.hpp"
#include "nodes_score.hpp"
#include "nodes_statement.hpp"
#include "noise.hpp"
#include "quantities_scored.hpp"
#include "schemes.hpp"
#include "uor/sdk/join.hpp"

namespace finance {

inline constexpr auto quantities =
    join(levers_rows, scheme_drivers_rows, unknowns_rows, pressures_rows, evidence_rows, base_rows, prices_rows,
         plan_rows, scheme_results_rows, savings_rows, statement_rows, treasury_rows, metrics_rows, scores_rows);

inline constexpr uor_node nodes[] = {
    UOR_NODE_ENTRY(anchor_start),
    UOR_NODE_ENTRY(anchor_result),
    UOR_NODE_ENTRY(anchor_income),
    UOR_NODE_ENTRY(anchor_capital),
    UOR_NODE_ENTRY(anchor_balance),
    UOR_NODE_ENTRY(anchor_statement),
    UOR_NODE_ENTRY(anchor_agency),
    UOR_NODE_ENTRY(anchor_year_before),
    UOR_NODE_ENTRY(anchor_underlying),
    UOR_NODE_ENTRY(anchor_forecast),
    UOR_NODE_ENTRY(anchor_closed),
    UOR_NODE_ENTRY(anchor_schemes_closed),
    UOR_NODE_ENTRY(prices),
    UOR_NODE_ENTRY(prices_12m),
    UOR_NODE_ENTRY(cost_pressures),
    UOR_NODE_ENTRY(plan),
    UOR_NODE_ENTRY(savings_delivered),
    UOR_NODE_ENTRY(anchor_programme),
    UOR_NODE_ENTRY(programme_delivery),
    UOR_NODE_ENTRY(programme_plan),
    UOR_NODE_ENTRY(scheme_1),
    UOR_NODE_ENTRY(scheme_2),
    UOR_NODE_ENTRY(scheme_3),
    UOR_NODE_ENTRY(scheme_4),
    UOR_NODE_ENTRY(scheme_5),
    UOR_NODE_ENTRY(scheme_6),
    UOR_NODE_ENTRY(scheme_7),
    UOR_NODE_ENTRY(scheme_8),
    UOR_NODE_ENTRY(own_forecast),
    UOR_NODE_ENTRY(pressures_met),
    UOR_NODE_ENTRY(turnover),
    UOR_NODE_ENTRY(result),
    UOR_NODE_ENTRY(access),
    UOR_NODE_ENTRY(fund),
    UOR_NODE_ENTRY(surplus),
    UOR_NODE_ENTRY(underlying),
    UOR_NODE_ENTRY(receivables),
    UOR_NODE_ENTRY(cash),
    UOR_NODE_ENTRY(balance_sheet),
    UOR_NODE_ENTRY(long_term),
    UOR_NODE_ENTRY(metrics),
    UOR_NODE_ENTRY(agency_flow),
    UOR_NODE_ENTRY(agency),
    UOR_NODE_ENTRY(trailing),
    UOR_NODE_ENTRY(last_year),
    UOR_NODE_ENTRY(metric_bands),
    UOR_NODE_ENTRY(overall_score),
    UOR_NODE_ENTRY(flow_parts),
    UOR_NODE_ENTRY(other_parts),
    UOR_NODE_ENTRY(kloe_score),
};

}  // namespace finance

UOR_PLUGIN("finance", "1.0.0", "Finance", "finance", finance::parameters, finance::quantities, finance::nodes)
