#include <limits>

#include "core/uor/store/summary_members.hpp"

namespace uor::store {

namespace {

using tally::ConditionalOdds;
using tally::Estimate;
using tally::Estimates4;
using tally::SideSummary;

/// Every estimate of a member, which is one, an array or a vector of them.
template <typename Take>
void each_estimate(const Estimate& estimate, Take take) {
  take(estimate);
}
template <typename Take>
void each_estimate(Estimate& estimate, Take take) {
  take(estimate);
}
template <typename Range, typename Take>
void each_estimate(Range& range, Take take) {
  for (auto& element : range) each_estimate(element, take);
}

constexpr double unknown_odds = std::numeric_limits<double>::quiet_NaN();

template <auto member>
const auto& held_by(const SideSummary& side) {
  return (*side.conditional).*member;
}
/// Of a side that gives no combined odds, unknown_odds ones.
template <>
const auto& held_by<&ConditionalOdds::combined>(const SideSummary& side) {
  static constexpr Estimates4 none = {{{unknown_odds, unknown_odds},
                                       {unknown_odds, unknown_odds},
                                       {unknown_odds, unknown_odds},
                                       {unknown_odds, unknown_odds}}};
  return side.conditional->combined ? *side.conditional->combined : none;
}

template <auto member>
auto& held_in(SideSummary& side) {
  return (*side.conditional).*member;
}
template <>
auto& held_in<&ConditionalOdds::combined>(SideSummary& side) {
  return *side.conditional->combined;
}

template <auto member, auto part>
SummaryMember<double> estimates_of(const std::string& name, const std::string& title, const AxisNames& axes) {
  return {name, title, axes,
          [](const SideSummary& side, std::vector<double>& out) {
            if (side.conditional)
              each_estimate(held_by<member>(side), [&](const Estimate& one) { out.push_back(one.*part); });
          },
          [](const double* in, SideSummary& side) {
            each_estimate(held_in<member>(side), [&](Estimate& one) { one.*part = *in++; });
          }};
}

template <auto member>
void add_estimates(std::vector<SummaryMember<double>>& members, const std::string& name, const std::string& title,
                   const AxisNames& axes) {
  members.push_back(estimates_of<member, &Estimate::value>(name, title, axes));
  members.push_back(estimates_of<member, &Estimate::standard_error>(name + "_se", "Standard error of that", axes));
}

/// Rows of plain shares.
template <auto member>
SummaryMember<double> shares_of(const std::string& name, const std::string& title, const AxisNames& axes) {
  return {name, title, axes,
          [](const SideSummary& side, std::vector<double>& out) {
            if (!side.conditional) return;
            for (const auto& row : held_by<member>(side)) out.insert(out.end(), row.begin(), row.end());
          },
          [](const double* in, SideSummary& side) {
            for (auto& row : held_in<member>(side)) {
              for (double& share : row) share = *in++;
            }
          }};
}

}  // namespace

std::vector<SummaryMember<double>> odds_members() {
  std::vector<SummaryMember<double>> members;
  add_estimates<&ConditionalOdds::rating>(members, "rating_odds", "Odds of the use-of-resources rating", {"rating"});
  add_estimates<&ConditionalOdds::change>(members, "rating_odds_change", "Their paired change to the baseline",
                                          {"rating"});
  add_estimates<&ConditionalOdds::good_or_better>(members, "good_or_better", "Odds of good or outstanding", {});
  add_estimates<&ConditionalOdds::good_or_better_change>(members, "good_or_better_change", "Their paired change", {});
  add_estimates<&ConditionalOdds::expected_rating>(members, "expected_rating", "Mean rating, 1 to 4", {});
  add_estimates<&ConditionalOdds::expected_rating_change>(members, "expected_rating_change", "Its paired change", {});
  add_estimates<&ConditionalOdds::combined>(members, "combined_odds", "Odds of the combined rating", {"rating"});
  add_estimates<&ConditionalOdds::by_month>(members, "rating_odds_by_month", "Odds of the rating in each month",
                                            {"month", "rating"});
  members.push_back(shares_of<&ConditionalOdds::fit_draws>(
      "fit_draw_odds", "Odds of a better rating than this, under each draw around the fit",
      {"fit_draw", "better_than"}));
  members.push_back(shares_of<&ConditionalOdds::from_to>(
      "from_to_odds", "Odds of the baseline's rating and this scenario's together", {"from", "to"}));
  return members;
}

}  // namespace uor::store
