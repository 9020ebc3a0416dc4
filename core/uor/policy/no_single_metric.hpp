// The framework's own word on limits, said wherever they are listed.
#pragma once

namespace uor::policy {

inline constexpr const char* no_single_metric =
    "No single metric and no single piece of evidence determines the rating (framework, paragraph 15): a limit that "
    "assessors may break is acted on with a probability that the policy bounds. The exception is heavy interim "
    "support, "
    "which is none of the initial metrics and told trusts apart more than any of them in the published ratings.";

}  // namespace uor::policy
