#include "core/uor/report/finance_score.hpp"

namespace uor::report {

FinanceScore finance_score_of(const View& view) {
  FinanceScore score;
  for (std::size_t side = 0; side < view.sides(); ++side) {
    score.share.emplace_back();
    score.mean.emplace_back();
    if (!analyse::has_finance_score(view.side(side))) continue;  // no plugin of the run gives one
    for (const tally::Counts4& counts : view.side(side).finance_score_by_month) {
      std::array<double, 4> shares{};
      for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = analyse::share(counts[i], view.summary.trials).value;
      score.share.back().push_back(shares);
      score.mean.back().push_back(analyse::mean_grade(counts));
    }
  }
  score.metrics =
      lines_of(view, {"finance.score_capital_service_capacity", "finance.score_liquidity_days",
                      "finance.score_ie_margin", "finance.score_distance_from_plan", "finance.score_agency_spend"});
  return score;
}

Json json_of(const FinanceScore& score) {
  return {{"share", score.share}, {"mean", score.mean}, {"metrics", json_list(score.metrics)}};
}

}  // namespace uor::report
