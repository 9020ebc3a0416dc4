// What a run does, whatever the trust: wired nodes, sides, which columns each needs, what is summarised.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/uor/graph/wiring.hpp"
#include "core/uor/model/moving_plan.hpp"
#include "core/uor/model/odds_columns.hpp"
#include "core/uor/model/rating_numbers.hpp"
#include "core/uor/model/wanted.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/rate/odds.hpp"
#include "core/uor/rate/rating.hpp"
#include "core/uor/scenario/scenario.hpp"

namespace uor::model {

struct Inputs;

/// One way in which a quantity is read; nodes that read alike share it.
struct Access {
  std::size_t quantity;
  int lag;
  int window;
  bool operator==(const Access&) const = default;
};

struct PlannedNode {
  std::size_t plugin, node;           // into the catalogue
  std::vector<std::size_t> accesses;  // into Plan::accesses
  std::vector<std::size_t> outputs;   // quantities
  std::vector<bool> on_side;          // evaluated there; else the baseline's columns serve
  std::size_t number = 0;             // among anchors, phase_one and phase_two, in this order
};

/// How published.<metric> and its companions are made.
struct PublishedMetric {
  std::size_t metric;                    // quantity
  std::size_t published, year_ago;       // quantities; npos when nobody reads them
  std::size_t year_ago_fact;             // trust.<metric>_year_ago; npos when trust files have no such field
  std::array<std::size_t, 4> benchmark;  // lower, median, upper, peer; npos when nobody reads them
  std::array<double, 3> statistic;       // lower, median, upper; the peer median is the trust's
  int lag_months;
  bool money;
  bool of_accounts;  // made of the months' own figures: what is closed shows it, where others stand as reported
};

/// What may keep a step from acting before some month: nothing (a scheme's effect, a fact that is no month's), the
/// months that are closed, or those and the time that a lever takes. See timing.hpp.
enum class Timing { fixed, after_closed, after_lead };

/// One changed driver of a side, with what is done to it in order.
struct SideDriver {
  std::size_t quantity;
  struct Step {
    Operation operation;
    double value;                // of an Adjustment
    const scenario::Vary* vary;  // of a Vary, else null
    int from_month, to_month;
    scenario::Hold hold = scenario::Hold::no;  // the value is a cap or a floor
    const scenario::For* who = nullptr;        // null: every trust
    Timing timing = Timing::fixed;
    int lead_months = -1;  // of the lever that it goes with; below 0: the driver's own
    bool once = false;     // in the first month in which it acts alone
  };
  std::vector<Step> steps;  // empty: only the effect of the trust's own schemes is taken away
};

struct Side {
  std::string name, title;
  std::vector<SideDriver> drivers;
  std::vector<bool> changed;       // per quantity: can differ from the baseline
  std::vector<std::string> notes;  // in words: what does not count twice
};

inline constexpr std::size_t npos = static_cast<std::size_t>(-1);

struct PlannedLimiter {
  std::vector<std::size_t> quantities;
  std::vector<rate::Test> tests;
  std::vector<double> slope;  // of each test: it reads the quantity less slope times the line
  std::size_t line = npos;    // the driver of it, or none
  std::size_t chance;
  double probability;
  rate::Grade best, worst;
};

struct PlannedIndicator {
  std::size_t quantity;
  double mean, sd, coefficient;
};

struct PlannedCharacteristic {
  std::vector<std::size_t> quantities;
  std::vector<rate::Test> tests;     // of the quantity, or of quantity - times x against
  std::vector<std::size_t> against;  // npos: the test has the value
  std::vector<double> times;
  std::size_t need = 0;  // how many of the tests must hold
};

struct Plan {
  graph::Wiring wiring;
  std::vector<Side> sides;                   // [0] is the baseline
  std::deque<scenario::Vary> scheme_varies;  // what steps of schemes point to
  std::vector<Access> accesses;
  std::vector<PlannedNode> anchors, phase_one, phase_two;
  std::vector<bool> used;            // per quantity: some node, limiter, summary or kept dataset needs it
  std::vector<int> depth;            // per quantity: months of its past that are kept
  std::vector<bool> only_anchored;   // per quantity: no node writes it after month 0
  std::vector<std::size_t> drivers;  // used drivers
  std::vector<PublishedMetric> published;
  std::vector<std::pair<std::string, std::size_t>> profiles;  // used profile.<name>
  std::size_t cost_index = npos;
  double fresh_credibility = 0;
  double last_year_prices = 1;  // what figures of a year ago in money are multiplied by
  bool publication_lag = true;
  std::optional<MovingPlan> moving;  // null: benchmarks are constants

  std::vector<std::size_t> scores;  // quantities of the KLOE scores
  std::size_t judgement = npos;
  std::size_t agreement = npos;                    // npos: CQC publishes what is proposed
  std::vector<std::size_t> quality, quality_fact;  // by question: quality.<question>, trust.quality_<question>
  rate::Ladder ladder;
  rate::Aggregation quality_rule, combined_rule;
  std::vector<PlannedLimiter> limiters;
  std::vector<PlannedIndicator> indicators;
  std::vector<PlannedCharacteristic> characteristics;
  /// Of each [[shown_beside]] its score; npos where no plugin gives it. Without a row one that nothing gives.
  std::vector<std::size_t> beside = {npos};
  rate::OddsRules odds_rules;
  bool in_closed_form = true;  // odds; else trials are counted by grade: see closed_form.hpp
  bool odds_by_month = true;   // beside those of the assessment month
  /// The policy's numbers of the rating, then draws of them (fit_draws.hpp); null: nobody knows how sure a fit is.
  std::shared_ptr<const std::vector<RatingNumbers>> rating_draws;

  std::vector<std::size_t> metrics;
  std::vector<std::size_t> summarised;  // in the months that summarises() names; in others checked for what cannot be
  Wanted wanted;                        // what follows is made for; see want()
  std::vector<std::size_t> kept_drivers, kept_quantities;
  std::vector<bool> kept_driver_monthly;
  int first_summarised = 1, last_summarised = 0;  // months; none: odds alone

  bool summarises(int month) const { return month >= first_summarised && month <= last_summarised; }
  std::size_t summarised_months() const { return static_cast<std::size_t>(last_summarised - first_summarised + 1); }
  /// Columns of one side's summaries, and that of a place in `summarised` in a month that summarises() names.
  std::size_t items() const { return summarised.size() * summarised_months(); }
  std::size_t item(std::size_t place, int month) const {
    return place * summarised_months() + static_cast<std::size_t>(month - first_summarised);
  }

  /// Columns of sums over trials (Tally::sums): items() a side; then one latent a side; then of each side the cost
  /// index of the assessment month and, where benchmarks move, four a metric.
  std::size_t latent_column(std::size_t side) const { return sides.size() * items() + side; }
  std::size_t price_column(std::size_t side) const {
    return latent_column(sides.size()) + side * (1 + (moving ? statistics * published.size() : 0));
  }
  std::size_t benchmark_column(std::size_t side, std::size_t metric, std::size_t statistic) const {
    return price_column(side) + 1 + statistics * metric + statistic;
  }
  /// Then, of each side, what odds_columns.hpp lists.
  std::size_t odds_column(std::size_t side, std::size_t item) const {
    return price_column(sides.size()) + side * odds_items() + item;
  }
  std::size_t odds_items() const {
    if (!in_closed_form) return 0;
    return OddsColumns::count + (odds_by_month ? 4 * static_cast<std::size_t>(months) : 0);
  }
  std::size_t sum_columns() const { return odds_column(sides.size(), 0); }

  /// Sums of odds over the first fit_range_trials: of each side, under each of rating_draws, of each better grade j
  /// + 1.
  std::size_t range_draws() const {
    return in_closed_form && wanted.fit_range && rating_draws ? rating_draws->size() : 0;
  }
  std::size_t range_column(std::size_t side, std::size_t draw, std::size_t j) const {
    return (side * range_draws() + draw) * 3 + j;
  }
  static constexpr std::size_t statistics = 4;  // lower, median, upper, peer

  int months = 12;
  int assessment_month = 12;
  std::size_t most_batch_trials = npos;  // fewer than the inputs ask for where many sides share a thread's memory

  bool today = false;     // rated now: see today.hpp
  int closed_months = 0;  // with today
  // With today and no month closed: places in phase_one and phase_two of nodes that give what the rating needs and
  // anchors do not.
  std::vector<std::size_t> outturn_one, outturn_two;

  bool on_outturn() const { return today && closed_months == 0; }
};

/// Wires and checks, with the baseline alone; Error as Engine says.
Plan plan_baseline(const Inputs& inputs);
/// One side a variant beside the baseline, at the cost of what they change; `variants` must outlive the plan.
void add_sides(Plan& plan, const Inputs& inputs, const std::vector<scenario::Variant>& variants);
/// Lists the columns that single trials and summaries need, but for kept drivers; a plan may be asked again. Error for
/// a watched quantity that nobody gives.
void want(Plan& plan, const Inputs& inputs, const Wanted& wanted);
/// All three, for what the inputs keep and all summaries; `inputs` must outlive the plan.
Plan make_plan(const Inputs& inputs);

/// The index of a quantity, or an Error that names who asked for it and the nearest name.
std::size_t require_quantity(const graph::Wiring& wiring, const std::string& id, const std::string& who,
                             const Where& where);

}  // namespace uor::model
