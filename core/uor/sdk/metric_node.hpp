// The score node of one metric, which is the same in every KLOE: what is published of the metric against the national
// quartiles, the peer median and the metric 12 months before. It writes `<kloe>.score_<metric>`.
//
//   UOR_METRIC_SCORE_NODE(dna, "clinical", "dna_rate", "percent", lower_is_better, value)
//
// `value` is the figure that is scored, as an expression of `value` itself and of `national` (National): write `value`
// as a rule, or for example `min(value, national.upper)` where more than the upper quartile is no better. The plugin
// declares the parameters `<kloe>.national_weight`, `.peer_weight`, `.change_weight`, `.peer_points`, `.change_points`.
#pragma once

#include "uor/sdk/node.hpp"

#define UOR_METRIC_SCORE_NODE(name, kloe, metric, unit, polarity, scored)                                              \
  UOR_SCORE_NODE(                                                                                                      \
      score_of_##name, kloe ".score_of_" metric,                                                                       \
      (UOR_READ(value, "published." metric, unit) UOR_READ(year_ago, "published_year_ago." metric, unit) UOR_READ(     \
          lower, "benchmark." metric ".lower", unit) UOR_READ(median, "benchmark." metric ".median", unit)             \
           UOR_READ(upper, "benchmark." metric ".upper", unit) UOR_READ(peer, "benchmark." metric ".peer", unit)       \
               UOR_PARAMETER(national_weight, kloe ".national_weight") UOR_PARAMETER(peer_weight, kloe ".peer_weight") \
                   UOR_PARAMETER(change_weight, kloe ".change_weight") UOR_PARAMETER(peer_points, kloe ".peer_points") \
                       UOR_PARAMETER(change_points, kloe ".change_points")),                                           \
      (UOR_WRITE(score, kloe ".score_" metric)), {                                                                     \
        const ::uor::sdk::National national{lower, median, upper};                                                     \
        score = metric_score(scored, national, peer, year_ago, polarity,                                               \
                             ::uor::sdk::Weights{national_weight, peer_weight, change_weight},                         \
                             ::uor::sdk::Points{peer_points, change_points});                                          \
      })
