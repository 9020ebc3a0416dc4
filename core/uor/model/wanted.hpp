// What a consumer of a run needs: a run makes what somebody wants and nothing else.
#pragma once

#include "core/uor/model/keep.hpp"

namespace uor::model {

/// What summaries hold: counts of ratings and the latent alone; or means, quantiles and changes of every summarised
/// quantity too, in the assessment month, which is what a screen shows, or in every month. A quantity and month takes
/// 2.6 kB of histogram a side and thread.
enum class Summaries { odds, shown, all };

struct Wanted {
  Keep keep = {};  // single trials
  Summaries summaries = Summaries::all;
  bool fit_range = true;       // the odds under draws of what was fitted: some milliseconds a trust and side
  bool odds_by_month = false;  // where they would be struck in each month; with Summaries::all they always are there
  bool operator==(const Wanted&) const = default;
};

/// What serves both.
Wanted both(const Wanted& a, const Wanted& b);

}  // namespace uor::model
