#include "core/uor/store/summary_members.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace uor::store {

namespace {

using tally::Benchmarks4;
using tally::Counts4;
using tally::Moments;
using tally::SideSummary;

// Members that are one number, an array, or a vector of either: the same two functions for all.
void append(std::uint64_t value, std::vector<std::uint64_t>& out) { out.push_back(value); }
void append(double value, std::vector<double>& out) { out.push_back(value); }
template <typename Range, typename Value>
void append(const Range& range, std::vector<Value>& out) {
  for (const auto& element : range) append(element, out);
}

void take(const std::uint64_t*& in, std::uint64_t& value) { value = *in++; }
void take(const double*& in, double& value) { value = *in++; }
template <typename Value, typename Range>
void take(const Value*& in, Range& range) {
  for (auto& element : range) take(in, element);
}

template <auto member, typename Value>
SummaryMember<Value> plain(const char* name, const char* title, AxisNames axes) {
  return {name, title, std::move(axes),
          [](const SideSummary& side, std::vector<Value>& out) { append(side.*member, out); },
          [](const Value* in, SideSummary& side) { take(in, side.*member); }};
}

// One member of every Moments.
template <auto part>
SummaryMember<double> of_moments(const char* name, const char* title, AxisNames axes) {
  return {name, title, std::move(axes),
          [](const SideSummary& side, std::vector<double>& out) {
            for (const Moments& moments : side.moments) append(moments.*part, out);
          },
          [](const double* in, SideSummary& side) {
            for (Moments& moments : side.moments) take(in, moments.*part);
          }};
}

using tally::SideCounts;

/// A count as it is.
template <auto member>
struct Whole {
  template <typename Counts>
  static auto& of(Counts& counts) {
    return counts.*member;
  }
};

/// Of the scores beside the rating the first one, or all further ones.
template <bool further>
struct Beside {
  template <typename Counts>
  static auto of(Counts& counts) {
    const std::span rows(counts.beside_by_month);
    const std::size_t first = std::min(counts.rating_by_month.size(), rows.size());
    return further ? rows.subspan(first) : rows.first(first);
  }
};

/// A count of the whole run, and the same count by replicate.
template <typename Part>
void add_count(std::vector<SummaryMember<std::uint64_t>>& members, const std::string& name, const std::string& title,
               AxisNames axes) {
  members.push_back({name, title, axes,
                     [](const SideSummary& side, std::vector<std::uint64_t>& out) { append(Part::of(side), out); },
                     [](const std::uint64_t* in, SideSummary& side) {
                       auto&& part = Part::of(side);
                       take(in, part);
                     }});
  axes.insert(axes.begin(), "replicate");
  members.push_back({"replicate_" + name, title + ", by replicate", std::move(axes),
                     [](const SideSummary& side, std::vector<std::uint64_t>& out) {
                       for (const SideCounts& replicate : side.replicates) append(Part::of(replicate), out);
                     },
                     [](const std::uint64_t* in, SideSummary& side) {
                       for (SideCounts& replicate : side.replicates) {
                         auto&& part = Part::of(replicate);
                         take(in, part);
                       }
                     }});
}

template <auto member>
constexpr auto number = &plain<member, double>;

}  // namespace

std::vector<SummaryMember<std::uint64_t>> count_members() {
  std::vector<SummaryMember<std::uint64_t>> members;
  add_count<Whole<&SideCounts::rating>>(members, "rating_count",
                                        "Trials by use-of-resources rating at the assessment month", {"rating"});
  add_count<Whole<&SideCounts::combined>>(members, "combined_count",
                                          "Trials by combined rating at the assessment month", {"rating"});
  add_count<Whole<&SideCounts::quality>>(members, "quality_count", "Trials by quality rating", {"rating"});
  add_count<Whole<&SideCounts::rating_by_month>>(
      members, "rating_count_by_month", "Trials by use-of-resources rating in each month", {"month", "rating"});
  add_count<Whole<&SideCounts::kloe>>(members, "kloe_count", "Trials by the rating that a KLOE's score rounds to",
                                      {"kloe", "rating"});
  add_count<Whole<&SideCounts::migration>>(members, "migration", "Trials from the baseline's rating to this scenario's",
                                           {"from", "to"});
  add_count<Whole<&SideCounts::limiter_fired>>(members, "limiter_count", "Trials in which the limiter fired",
                                               {"limiter"});
  add_count<Whole<&SideCounts::characteristic_held>>(members, "characteristic_count",
                                                     "Trials in which the characteristic held", {"characteristic"});
  add_count<Beside<false>>(members, "finance_score_count", "Trials by finance score, 1 is best",
                           {"month", "finance_score"});
  add_count<Beside<true>>(members, "score_beside_count", "Trials by a further score beside the rating, 1 is best",
                          {"score_beside", "month", "finance_score"});
  return members;
}

std::vector<SummaryMember<double>> moment_members() {
  return {
      number<&SideSummary::expected_score>("expected_score", "Mean of the latent rating", {}),
      number<&SideSummary::expected_score_sd>("expected_score_sd", "Standard deviation of the latent rating", {}),
      number<&SideSummary::expected_score_change>("expected_score_change", "Mean paired change to the baseline", {}),
      number<&SideSummary::expected_score_change_se>("expected_score_change_se", "Standard error of that change", {}),
      of_moments<&Moments::mean>("value_mean", "Mean over trials", {"summarised", "month"}),
      of_moments<&Moments::sd>("value_sd", "Standard deviation over trials", {"summarised", "month"}),
      of_moments<&Moments::minimum>("value_minimum", "Least value", {"summarised", "month"}),
      of_moments<&Moments::maximum>("value_maximum", "Greatest value", {"summarised", "month"}),
      of_moments<&Moments::quantiles>("value_quantile", "Quantiles over trials", {"summarised", "month", "quantile"}),
      number<&SideSummary::mean_change>("change_mean", "Mean paired change to the baseline", {"summarised", "month"}),
      number<&SideSummary::mean_change_se>("change_mean_se", "Standard error of that change", {"summarised", "month"}),
      number<&SideSummary::benchmarks>("benchmark_mean",
                                       "What the metric is compared with, mean over trials, in the prices of the "
                                       "assessment month",
                                       {"metric", "statistic"}),
  };
}

bool may_lack(const std::string& member) { return member == "benchmark_mean" || member == "expected_score_sd"; }

std::size_t values_a_side(const AxisNames& axes, const model::Header& header) {
  const std::map<std::string, std::size_t> lengths = axis_lengths(header);
  std::size_t values = 1;
  for (const std::string& axis : axes) values *= lengths.at(axis);
  return values;
}

SideSummary sized_side(const model::Header& header) {
  const std::size_t months = static_cast<std::size_t>(header.months), summarised = header.summarised.size();
  SideSummary side;
  side.rating_by_month.resize(months);
  side.moments.resize(summarised * months);
  side.mean_change.resize(summarised * months);
  side.mean_change_se.resize(summarised * months);
  Benchmarks4 unknown;
  unknown.fill(std::numeric_limits<double>::quiet_NaN());
  side.benchmarks.assign(header.metrics.size(), unknown);
  side.limiter_fired.resize(header.limiters.size());
  side.characteristic_held.resize(header.characteristics.size());
  side.beside_by_month.resize(months * (1 + header.more_beside.size()));
  side.kloe.resize(header.kloes.size());
  side.replicates.assign(replicates_of(header.points), side);
  if (header.in_closed_form) {
    side.conditional.emplace().by_month.resize(months);
    side.conditional->combined.emplace();
    side.conditional->fit_draws.resize(header.fit_draws);
  }
  return side;
}

}  // namespace uor::store
