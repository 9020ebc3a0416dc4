// Clinical support services: pathology tests and medicines, in tariff and passed through.
#include "nodes.hpp"
#include "scores.hpp"
#include "tables.hpp"
#include "uor/sdk/join.hpp"

namespace support {

inline constexpr auto quantities = join(levers, evidence, produced);

inline constexpr uor_node nodes[] = {
    UOR_NODE_ENTRY(last_year),      UOR_NODE_ENTRY(pathology),           UOR_NODE_ENTRY(medicines),
    UOR_NODE_ENTRY(metrics),        UOR_NODE_ENTRY(score_of_medicines),  UOR_NODE_ENTRY(score_of_tests),
    UOR_NODE_ENTRY(score_of_kloe),  UOR_NODE_ENTRY(last_year_medicines), UOR_NODE_ENTRY(medicines_per_unit),
    UOR_NODE_ENTRY(score_of_spend),
};

}  // namespace support

UOR_PLUGIN("support", "1.0.0", "Clinical support services", "support", support::parameters, support::quantities,
           support::nodes)
