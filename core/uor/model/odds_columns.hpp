// What is summed of one side's odds in closed form, trial by trial.
#pragma once

#include <cstddef>

namespace uor::model {

/// Items of Plan::odds_column(). From by_month on, in each month the four ratings.
struct OddsColumns {
  static constexpr std::size_t rating = 0;           // probability of each of the four
  static constexpr std::size_t good_or_better = 4;   // their sum
  static constexpr std::size_t expected_rating = 5;  // 1 to 4
  static constexpr std::size_t combined = 6;         // probability of each of the four; none where quality is drawn
  static constexpr std::size_t joint =
      10;  // [3 j + k]: baseline at most grade j + 1, side at most k + 1; not on side 0
  static constexpr std::size_t count = 19;
  static constexpr std::size_t by_month = count;
};

}  // namespace uor::model
