// A plugin that adds two quantities and scores nothing: the share of the pay bill that goes to agencies, and the agency
// spend above a target share.
#include "uor/sdk/plugin.hpp"

// Tables and lists of macros are laid out by hand.
// clang-format off

namespace minimal {

using namespace uor::sdk;

UOR_NODE(agency_share, "minimal.agency_share",
         (UOR_READ_SUM(agency_12, "people.agency_spend", "GBP m", 0, 12)
          UOR_READ_SUM(pay_12, "people.pay", "GBP m", 0, 12)
          UOR_READ(agency, "people.agency_spend", "GBP m")
          UOR_READ(pay, "people.pay", "GBP m")
          UOR_PARAMETER(target, "minimal.target_share")),
         (UOR_WRITE(share, "minimal.agency_share")
          UOR_WRITE(excess, "minimal.agency_excess")),
         {
           share = 100.0 * agency_12 / pay_12;
           excess = max(agency - target / 100.0 * pay, 0.0);
         })

inline constexpr uor_parameter parameters[] = {
    parameter({.id = "minimal.target_share", .unit = "percent", .title = "Agency share of pay that is aimed at",
               .value = 3, .possible = {0, 100}, .standing = UOR_ASSUMED, .source = "the author's choice"})};

inline constexpr Quantity quantities[] = {
    rate({.id = "minimal.agency_share", .unit = "percent", .title = "Agency share of pay, trailing 12 months",
          .polarity = lower_is_better, .possible = {0, 100}, .likely = {0, 15}, .nominal = 4, .summarise = true,
          .standing = UOR_DERIVED, .source = "people.agency_spend / people.pay"}),
    flow({.id = "minimal.agency_excess", .unit = "GBP m", .title = "Agency spend above the target share of pay",
          .polarity = lower_is_better, .possible = at_least(0), .likely = {0, 5}, .nominal = 0.2, .summarise = true,
          .standing = UOR_DERIVED, .source = "people.agency_spend - minimal.target_share of people.pay"})};

inline constexpr uor_node nodes[] = {UOR_NODE_ENTRY(agency_share)};

}  // namespace minimal

UOR_PLUGIN("minimal", "1.0.0", "Agency share of pay", nullptr, minimal::parameters, minimal::quantities, minimal::nodes)
