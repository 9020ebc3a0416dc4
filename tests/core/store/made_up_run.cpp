#include "tests/core/store/made_up_run.hpp"

#include <algorithm>
#include <span>

#include "core/uor/base/sha256.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::store {

namespace {

Quantity quantity(const char* id, const char* unit, const char* title, Kind kind, int polarity) {
  Quantity q;
  q.id = id;
  q.unit = unit;
  q.title = title;
  q.kind = kind;
  q.behaviour = kind == Kind::score ? Behaviour::stock : Behaviour::rate;
  q.polarity = polarity;
  q.lower = -100;
  q.upper = 100;
  q.likely_lower = -10;
  q.likely_upper = 10.5;
  q.nominal = 1.25;
  q.standing = Standing::derived;
  q.source = "made up";
  q.plugin = "clinical";
  return q;
}

// The member's values count up from `first`, so that any shift in axes shows.
template <typename Range, typename Value>
void count_up(Range& range, Value& next) {
  for (auto& element : range) {
    if constexpr (requires { element.begin(); }) {
      count_up(element, next);
    } else {
      element = next;
      next += 1;
    }
  }
}

template <typename Values>
void fill_ratings(Values& values, const model::Header& header, std::size_t trust, std::uint64_t first,
                  std::size_t count, std::size_t months, std::size_t add) {
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    for (std::size_t month = 0; month < months; ++month) {
      for (std::size_t t = 0; t < count; ++t) values.push_back(grade_of(trust, side, month + add, first + t));
    }
  }
}

std::vector<double> filled_values(const model::Header& header, std::size_t rows, std::size_t trust, std::uint64_t first,
                                  std::size_t count) {
  std::vector<double> values;
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t month = 0; month < static_cast<std::size_t>(header.months); ++month) {
        for (std::size_t t = 0; t < count; ++t) values.push_back(value_of(trust, side, row, month, first + t));
      }
    }
  }
  return values;
}

/// [side][row][trial] at the assessment month
std::vector<double> final_values(const model::Header& header, std::size_t rows, std::size_t trust, std::uint64_t first,
                                 std::size_t count) {
  std::vector<double> values;
  const auto month = static_cast<std::size_t>(header.assessment_month - 1);
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t t = 0; t < count; ++t) values.push_back(value_of(trust, side, row, month, first + t));
    }
  }
  return values;
}

/// Four counts that add up to `trials`, other ones for each `number`.
void share_out(tally::Counts4& counts, std::uint64_t trials, std::uint64_t& number) {
  ++number;
  counts = {number % 7, number % 5, number % 3, 0};
  counts[3] = trials - counts[0] - counts[1] - counts[2];
}

template <typename List>
void share_out_each(List& list, std::uint64_t trials, std::uint64_t& number) {
  for (tally::Counts4& counts : list) share_out(counts, trials, number);
}

/// As the grades of made_up_block have it.
void count_grades(tally::SideSummary& side, const model::Header& header, std::size_t trust, std::size_t number) {
  const std::size_t months = static_cast<std::size_t>(header.months);
  const auto grade = [&](std::size_t of_side, std::size_t month, std::uint64_t trial) {
    return static_cast<std::size_t>(grade_of(trust, of_side, month, trial) - 1);
  };
  for (std::uint64_t trial = 0; trial < header.trials; ++trial) {
    const std::size_t to = grade(number, months - 1, trial);
    ++side.rating[to];
    ++side.combined[grade(number, months, trial)];
    ++side.migration[grade(0, months - 1, trial)][to];
  }
}

/// Sorted as those of a run are, each figure once, with changes that agree with the means; those of the baseline are 0.
void make_moments(tally::SideSummary& side, double& value, std::size_t number) {
  double step = 0.001 * static_cast<double>(number);
  for (std::size_t i = 0; i < side.moments.size(); ++i) {
    side.mean_change[i] = step * static_cast<double>(i + 1);
    side.mean_change_se[i] = 0.01 * step * static_cast<double>(i + 1);
    side.moments[i] = {value + side.mean_change[i],
                       0.1 + step * static_cast<double>(i),
                       value - 0.5,
                       value + 50'000,  // above what value_of gives
                       {value - 0.4, value - 0.3, value, value + 0.3, value + 0.4}};
    value += 1;
  }
}

tally::Estimates4 made_up_ratings(double step) {
  return {{{0.1 - 2 * step, 0.001}, {0.4 - step, 0.002}, {0.3 + step, 0.003}, {0.2 + 2 * step, 0.004}}};
}

/// Odds that go together, with both sides independent of each other.
constexpr std::size_t made_up_draws = 3;

tally::ConditionalOdds made_up_odds(std::size_t months, std::size_t number) {
  const double step = 0.01 * static_cast<double>(number);
  const tally::Estimates4 before = made_up_ratings(0);
  tally::ConditionalOdds odds;
  odds.rating = made_up_ratings(step);
  for (std::size_t from = 0; from < 4; ++from) {
    odds.change[from] = {odds.rating[from].value - before[from].value, 0.0005 * static_cast<double>(number)};
    for (std::size_t to = 0; to < 4; ++to) odds.from_to[from][to] = before[from].value * odds.rating[to].value;
  }
  odds.good_or_better = {0.5 + 3 * step, 0.005};
  odds.good_or_better_change = {3 * step, 0.0025};
  odds.expected_rating = {2.6 + 8 * step, 0.007};
  odds.expected_rating_change = {8 * step, 0.001};
  for (std::size_t month = 0; month < months; ++month)
    odds.by_month.push_back(made_up_ratings(0.001 * static_cast<double>(month)));
  if (number == 1) odds.combined = made_up_ratings(0.02);
  for (std::size_t draw = 0; draw < made_up_draws; ++draw)
    odds.fit_draws.push_back({0.9, 0.5 + 0.01 * static_cast<double>(draw + number), 0.1});
  return odds;
}

tally::SideSummary made_up_side(const model::Header& header, std::size_t trust, std::size_t number) {
  const std::size_t months = static_cast<std::size_t>(header.months), summarised = header.summarised.size();
  std::uint64_t counts = 1000 * trust + 100 * number;
  double values = 0.5 + static_cast<double>(trust);
  tally::SideSummary side;
  side.rating_by_month.resize(months);
  side.beside_by_month.resize(months * (1 + header.more_beside.size()));
  side.kloe.resize(header.kloes.size());
  side.limiter_fired.resize(header.limiters.size());
  side.characteristic_held.resize(header.characteristics.size());
  side.moments.resize(summarised * months);
  side.mean_change.resize(summarised * months);
  side.mean_change_se.resize(summarised * months);
  side.benchmarks.resize(header.metrics.size());
  count_grades(side, header, trust, number);
  share_out(side.quality, header.trials, counts);
  share_out_each(side.rating_by_month, header.trials, counts);
  share_out_each(side.kloe, header.trials, counts);
  share_out_each(side.beside_by_month, header.trials, counts);
  std::uint64_t few = trust + number;
  count_up(side.limiter_fired, few);
  count_up(side.characteristic_held, few);
  side.expected_score_change = 0.125 * static_cast<double>(number);
  side.expected_score = values++ + side.expected_score_change;
  side.expected_score_change_se = 0.01 * static_cast<double>(number);
  side.expected_score_sd = 0.5 + 0.25 * static_cast<double>(number);
  if (header.in_closed_form) side.conditional = made_up_odds(months, number);
  make_moments(side, values, number);
  count_up(side.benchmarks, values);
  return side;
}

/// One of a draw in a range, one of an equation.
std::vector<model::Fact> made_up_assumed() {
  model::Fact sickness;
  sickness.field = "sickness_absence_rate";
  sickness.unit = "percent";
  sickness.how = model::How::national;
  sickness.distribution = {Shape::quartiles, {3.6, 4, 4.5}, 0.5, 15.0};
  sickness.standing = Standing::verified;
  sickness.source = "NHS Digital,\n2018/19";
  model::Fact cash;
  cash.field = "cash";
  cash.unit = "GBP m";
  cash.how = model::How::derived;
  cash.value = 3.25;
  cash.distribution = Distribution::constant(3.25);
  cash.equation = "assets - debts";
  cash.from = {"assets", "debts"};
  return {sickness, cash};
}

}  // namespace

model::Header made_up_header() {
  model::Header h;
  h.scenario_name = "dna_reduction";
  h.scenario_title = "Fewer missed appointments – £120 each";
  h.question = "What do fewer missed appointments do?";
  h.sides = {"baseline", "dna_down"};
  h.side_titles = {"As planned", "DNA rate 1 point lower"};
  h.trusts = {
      {"RA1",
       "First Trust",
       "Acute - Large",
       "[reported]\ndna_rate = 7.2\n",
       "trusts/ra1.toml",
       "",
       "",
       true,
       true,
       1,
       made_up_assumed(),
       {}},
      {"RB2", "Second Trust", "Acute - Small", "", "trusts.csv", "", "", true, true, 0, {}, {"occupancy is rounded"}}};
  h.months = 3;
  h.assessment_month = 2;
  h.trials = 20;
  h.seed = 0xFFFFFFFFFFFFFFF1ULL;
  h.moving_benchmarks = true;
  h.in_closed_form = true;
  h.fit_draws = made_up_draws;
  h.keep = {true, true, true, true, true, true};
  h.kloes = {"clinical", "people", "support", "corporate", "finance"};
  h.metrics = {quantity("metric.dna_rate", "percent", "Did-not-attend rate", Kind::metric, -1),
               quantity("metric.liquidity_days", "days", "Liquidity", Kind::metric, 1)};
  h.summarised = {h.metrics[0], h.metrics[1], quantity("finance.score", "score", "Finance", Kind::score, 1)};
  h.drivers = {quantity("clinical.dna_rate", "percent", "Did-not-attend rate", Kind::driver, -1)};
  h.drivers[0].driver.distribution = {Shape::normal, {7.0, 0.5}, {}, {}};
  h.driver_monthly = {true};
  h.quantities = {quantity("clinical.wau", "WAU", "Weighted activity units", Kind::intermediate, 0)};
  h.limiters = {"financial_special_measures", "weak_finance"};
  h.characteristics = {"inadequate_agency"};
  h.plugins = {{"clinical", "1.0.0", "plugins/kloe_clinical.so", "ab12"}};
  h.inputs = {{"scenario", "scenarios/dna_reduction.toml", "cd34", "schema = 1\nname = \"dna_reduction\"\n"},
              {"policy", "policies/framework.toml", "ef56", "# file: framework.toml\nschema = 1\n"},
              {"trust", "trusts/ra1.toml", "7890", ""}};
  for (model::InputText& input : h.inputs)
    input.sha256 = sha256_hex(std::as_bytes(std::span(input.text.data(), input.text.size())));
  h.notes = {"a lever acts after the visit"};
  h.cuts = {1.5, 2.25, 3.125};
  h.version = "1.0.0";
  h.commit = "0123abc";
  h.host = "somewhere";
  return h;
}

std::uint8_t grade_of(std::size_t trust, std::size_t side, std::size_t month, std::uint64_t trial) {
  return static_cast<std::uint8_t>(1 + (trust + 2 * side + 3 * month + trial) % 4);
}

double value_of(std::size_t trust, std::size_t side, std::size_t row, std::size_t month, std::uint64_t trial) {
  return 10000.0 * static_cast<double>(trust + 1) + 1000.0 * static_cast<double>(side) +
         100.0 * static_cast<double>(row) + 10.0 * static_cast<double>(month) + 0.001 * static_cast<double>(trial);
}

tally::Block made_up_block(const model::Header& header, std::size_t trust, std::uint64_t first_trial,
                           std::size_t count) {
  tally::Block block;
  block.trust = trust;
  block.first_trial = first_trial;
  block.count = count;
  const std::size_t months = static_cast<std::size_t>(header.months);
  fill_ratings(block.final_rating, header, trust, first_trial, count, 1, months - 1);
  fill_ratings(block.final_combined, header, trust, first_trial, count, 1, months);
  if (header.keep.ratings) fill_ratings(block.rating, header, trust, first_trial, count, months, 0);
  const auto values = [&](bool kept, std::size_t rows) {
    return kept ? filled_values(header, rows, trust, first_trial, count) : std::vector<double>();
  };
  block.score = values(header.keep.scores, header.kloes.size());
  if (header.keep.metrics) block.final_metric = final_values(header, header.metrics.size(), trust, first_trial, count);
  block.metric = values(header.keep.metrics_by_month, header.metrics.size());
  block.driver = values(header.keep.drivers, header.drivers.size());
  block.quantity = values(header.keep.quantities, header.quantities.size());
  return block;
}

tally::Summary made_up_summary(const model::Header& header, std::size_t trust) {
  tally::Summary summary;
  summary.trust = trust;
  summary.trials = header.trials;
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    summary.sides.push_back(made_up_side(header, trust, side));
  }
  if (trust == 0) summary.implausible = {{"metric.dna_rate", 3}, {"clinical.wau", 1}};
  return summary;
}

void play(const model::Header& header, std::size_t block_trials, tally::Sink& sink) {
  tally::SectorTally sector(header.sides.size(), header.trials, header.trusts.size());
  std::vector<tally::Summary> summaries;
  sink.begin(header);
  for (std::size_t trust = 0; trust < header.trusts.size(); ++trust) {
    for (std::uint64_t first = 0; first < header.trials; first += block_trials) {
      const std::size_t count = std::min<std::size_t>(block_trials, header.trials - first);
      const tally::Block block = made_up_block(header, trust, first, count);
      sink.block(block);
      sector.add(block);
    }
    summaries.push_back(made_up_summary(header, trust));
    sink.summary(summaries.back());
  }
  if (summaries.size() > 1) sink.sector(tally::make_sector(header, summaries, sector.histograms(), sector.errors()));
  sink.end(1.5);
}

}  // namespace uor::store
