#include "cli/trial_rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "cli/heading.hpp"
#include "cli/text_table.hpp"
#include "core/uor/analyse/latent_terms.hpp"
#include "core/uor/analyse/limits.hpp"
#include "core/uor/base/decimals.hpp"
#include "core/uor/policy/no_single_metric.hpp"

namespace uor::cli {

namespace {

std::string spelled(int grade) {
  std::string words = grade >= 1 && grade <= 4 ? policy::rating_ids[static_cast<std::size_t>(grade - 1)] : "unknown";
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string spelled(policy::Condition::Compare compare) {
  constexpr std::array<const char*, 4> words = {"below", "at most", "above", "at least"};
  return words[static_cast<std::size_t>(compare)];
}

std::string drawn_term_title(const analyse::LatentTerm& term, const ask::Replay& replay, const policy::Policy& policy) {
  for (const policy::Indicator& row : policy.rating.indicators)
    if (row.id == term.id) return row.title;
  return replay.title_of(term.quantity);
}

void print_latent(const ask::Replay& replay, const policy::Policy& policy, const Style& style) {
  print_heading("From scores to the place on the scale 1 to 4", style);
  TextTable table({Align::left, Align::right, Align::right, Align::right});
  table.head({"", "score", "weight", "adds"});
  double sum = 0;
  for (const analyse::LatentTerm& term : analyse::latent_terms(policy)) {
    const double value = term.reading(replay.at_assessment(term.quantity));
    sum += term.weight * value;
    table.row({shorten(drawn_term_title(term, replay, policy), 60), decimals(value, 3),
               fmt::format("{:.2f}", term.weight), decimals(term.weight * value, 3)});
  }
  constexpr double rounding = 1e-9;
  if (std::abs(replay.latent - sum) > rounding) table.row({"other terms", "", "", decimals(replay.latent - sum, 3)});
  table.row({"together", "", "", decimals(replay.latent, 3)});
  print(table.lines(style));
}

/// "Interim support 12.3 is above 10"; of what is yes or no, that alone.
std::string condition_words(const policy::Condition& condition, const ask::Replay& replay, bool holds, double line) {
  const std::string title = replay.title_of(condition.quantity), value = read_out(replay, condition.quantity);
  if (replay.unit_of(condition.quantity) == trust::yes_or_no_unit) return title + ": " + value;
  return fmt::format("{} {} {} {} {}", title, value, holds ? "is" : "is not", spelled(condition.compare),
                     figure(analyse::line_at(condition, line)));
}

struct Firing {
  bool chosen = false, fires = false;  // the draw is below the probability; and all conditions hold
  std::string conditions;
};

Firing firing_of(const ask::Replay& replay, const policy::Limiter& limiter) {
  Firing firing;
  const double chance = replay.at_assessment(analyse::chance_of(limiter));
  firing.chosen = firing.fires = chance < limiter.probability;
  const double line = limiter.slopes() ? replay.at_assessment(analyse::line_of(limiter)) : 0;
  std::vector<std::string> tests;
  for (const policy::Condition& condition : limiter.conditions) {
    const double value = replay.at_assessment(condition.quantity);
    const bool holds = analyse::holds(condition, value, line);
    firing.fires = firing.fires && holds;
    tests.push_back(condition_words(condition, replay, holds, line));
  }
  if (limiter.probability < 1)
    tests.push_back(
        fmt::format("draw {:.3f} {} below {}", chance, firing.chosen ? "is" : "is not", limiter.probability));
  firing.conditions = fmt::format("{}", fmt::join(tests, "; "));
  return firing;
}

/// What the limiters that fire do, each printed with its conditions.
std::vector<rate::Limit> print_limiters(const ask::Replay& replay, const policy::Rating& rating, const Style& style) {
  print_heading("Limits", style);
  std::vector<rate::Limit> fired;
  for (const policy::Limiter& limiter : rating.limiters) {
    const Firing firing = firing_of(replay, limiter);
    if (firing.fires) fired.push_back(analyse::limit_of(limiter));
    const std::string head = firing.fires ? style.warning("  fires      ") : "  does not   ";
    print(wrap(head, fmt::format("{}: {}", limiter.title, firing.conditions), 15));
  }
  if (rating.limiters.empty()) fmt::print("  The policy has none.\n");
  print(wrap("  ", style.faint(policy::no_single_metric), 2));
  return fired;
}

}  // namespace

std::string read_out(const ask::Replay& replay, const std::string& quantity) {
  const double value_there = replay.at_assessment(quantity);
  if (std::isnan(value_there)) return "unknown";
  if (replay.unit_of(quantity) == trust::yes_or_no_unit) return value_there > 0.5 ? "yes" : "no";
  return figure(value_there);
}

void print_rules(const ask::Replay& replay, const policy::Policy& policy, const Style& style) {
  print_latent(replay, policy, style);
  const std::vector<rate::Limit> fired = print_limiters(replay, policy.rating, style);
  const rate::Grade ladder = rate::grade_of_latent(analyse::ladder_of(policy.rating), replay.latent);
  print_heading("Ratings", style);
  fmt::print("  By the ladder     {} (cuts at {:.2f}, {:.2f} and {:.2f})\n", spelled(ladder),
             policy.rating.cut_requires_improvement, policy.rating.cut_good, policy.rating.cut_outstanding);
  fmt::print("  After limits      {}\n", spelled(rate::limited(ladder, fired)));
  fmt::print("  Use of resources  {}\n  Quality           {}\n  Combined          {}\n",
             style.bold(spelled(replay.rating)), spelled(replay.quality),
             replay.header.trusts.at(0).combined_given ? spelled(replay.combined) : "none was given yet");
}

}  // namespace uor::cli
