// The ratings that a trust receives, in one table: five quality questions, use of resources as proposed and as
// published, the five together, and all six.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/odds.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::report {

struct ReceivedRating {
  std::string id, title;
  std::optional<analyse::Shares4> odds;  // inadequate to outstanding; nothing where none is given
  std::string basis;                     // "published 26 June 2018", "as the trust gives it", ...
};

/// What the odds of one side are.
struct ReceivedOdds {
  analyse::Shares4 use_of_resources{}, quality{}, combined{};
  bool combined_given = true;  // whether combined ratings were given when this one is struck
};

/// `trust` is nothing where it could not be read back; questions are then as usual among trusts.
std::vector<ReceivedRating> ratings_received(const policy::Policy& policy, const trust::Trust* trust,
                                             const ReceivedOdds& odds);

Json json_of(const ReceivedRating& rating);

}  // namespace uor::report
