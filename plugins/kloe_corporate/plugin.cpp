// Corporate services, procurement, estates and facilities: non-pay, functions, the estate and their metrics.
#include "drivers.hpp"
#include "nodes.hpp"
#include "nodes_anchor.hpp"
#include "quantities.hpp"
#include "scores.hpp"
#include "uor/sdk/join.hpp"

namespace corporate {

inline constexpr auto quantities = join(levers, others, produced);

inline constexpr uor_node nodes[] = {
    UOR_NODE_ENTRY(last_year_estate), UOR_NODE_ENTRY(last_year_functions),
    UOR_NODE_ENTRY(last_year_nonpay), UOR_NODE_ENTRY(estate),
    UOR_NODE_ENTRY(functions),        UOR_NODE_ENTRY(nonpay),
    UOR_NODE_ENTRY(unit_costs),       UOR_NODE_ENTRY(procurement),
    UOR_NODE_ENTRY(score_of_nonpay),  UOR_NODE_ENTRY(score_of_finance),
    UOR_NODE_ENTRY(score_of_hr),      UOR_NODE_ENTRY(score_of_procurement),
    UOR_NODE_ENTRY(score_of_estates), UOR_NODE_ENTRY(backlog),
    UOR_NODE_ENTRY(score_of_kloe),
};

}  // namespace corporate

UOR_PLUGIN("corporate", "1.0.0", "Corporate services, procurement, estates and facilities", "corporate",
           corporate::parameters, corporate::quantities, corporate::nodes)
