#include "core/uor/ask/replay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/uor/analyse/latent_terms.hpp"
#include "core/uor/analyse/limits.hpp"
#include "core/uor/base/column.hpp"
#include "core/uor/base/error.hpp"

namespace uor::ask {

namespace {

/// What the screen shows and the file holds, as far as today's model has it.
std::vector<std::string> watched(const model::Inputs& inputs, const model::Header& file) {
  std::set<std::string> ids;
  for (const analyse::LatentTerm& term : analyse::latent_terms(inputs.policy)) ids.insert(term.quantity);
  for (const std::string& id : analyse::limiter_reads(inputs.policy.rating)) ids.insert(id);
  for (const policy::Metric& metric : inputs.policy.metrics) ids.insert("metric." + metric.id);
  for (const auto* quantities : {&file.metrics, &file.drivers, &file.quantities})
    for (const Quantity& quantity : *quantities) ids.insert(quantity.id);
  const run::Engine engine(inputs);
  std::vector<std::string> known;
  for (const std::string& id : ids)
    if (engine.wiring().find(id)) known.push_back(id);
  return known;
}

/// A file may hold other months and sides than its own scenario asks for; no value of one is looked up in the other.
void require_same_run(const model::Header& replayed, const model::Header& file, const std::string& path) {
  if (replayed.months == file.months && replayed.assessment_month == file.assessment_month &&
      replayed.sides == file.sides)
    return;
  throw Error(
      fmt::format("'{}' is damaged (its scenario has {} months, a rating in month {} and {} sides, its figures "
                  "{}, {} and {}), copy it again or run the scenario again",
                  path, replayed.months, replayed.assessment_month, replayed.sides.size(), file.months,
                  file.assessment_month, file.sides.size()));
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Adds what the file holds of one axis: [row][month], of all months or of `only` one.
void compare_rows(const Replay& replay, const std::vector<std::string>& ids, const std::vector<double>& held,
                  const std::string& array, ReplayComparison& comparison, int only = 0) {
  const std::size_t months = only > 0 ? 1 : static_cast<std::size_t>(replay.header.months);
  const std::size_t skipped = only > 0 ? static_cast<std::size_t>(only - 1) : 0;
  if (held.size() != ids.size() * months) return;  // not kept
  for (std::size_t row = 0; row < ids.size(); ++row) {
    ++comparison.columns;
    const auto found = replay.value.find(ids[row]);
    if (found == replay.value.end()) {
      comparison.differing.push_back(fmt::format("{} {}: not in today's model", array, ids[row]));
      continue;
    }
    for (std::size_t month = 0; month < months; ++month) {
      const double was = held[row * months + month], now = found->second[skipped + month];
      if (same(was, now)) continue;
      comparison.differing.push_back(
          fmt::format("{} {} from month {}: {} in the file, now {}", array, ids[row], skipped + month + 1, was, now));
      break;
    }
  }
}

void compare_grade(const std::string& array, int held, int now, ReplayComparison& comparison) {
  ++comparison.columns;
  if (held != now) comparison.differing.push_back(fmt::format("{}: {} in the file, now {}", array, held, now));
}

std::vector<std::string> ids_of(const std::vector<Quantity>& quantities) {
  std::vector<std::string> ids;
  for (const Quantity& quantity : quantities) ids.push_back(quantity.id);
  return ids;
}

}  // namespace

namespace {

/// Nothing of a quantity that the header does not name.
const Quantity* named(const model::Header& header, const std::string& quantity) {
  for (const auto* list : {&header.summarised, &header.metrics, &header.quantities, &header.drivers})
    for (const Quantity& one : *list)
      if (one.id == quantity && !one.title.empty()) return &one;
  return nullptr;
}

}  // namespace

std::string Replay::title_of(const std::string& quantity) const {
  const Quantity* found = named(header, quantity);
  return found == nullptr ? quantity : found->title;
}

std::string Replay::unit_of(const std::string& quantity) const {
  const Quantity* found = named(header, quantity);
  return found == nullptr ? "" : found->unit;
}

double Replay::at_assessment(const std::string& quantity) const {
  const auto found = value.find(quantity);
  return found == value.end() ? std::numeric_limits<double>::quiet_NaN()
                              : found->second[static_cast<std::size_t>(header.assessment_month - 1)];
}

Replay replay(model::Inputs inputs, const store::Result& result, const TrialChoice& choice) {
  inputs.keep = {};
  inputs.batch_trials = lane_count;  // no more than the one that is looked at: a file may have many sides
  inputs.keep.ratings = inputs.keep.drivers = inputs.keep.quantities = inputs.keep.latent = true;
  inputs.keep.watched = watched(inputs, result.header);
  run::Engine engine(std::move(inputs));
  require_same_run(engine.header(), result.header, result.path);
  const std::uint64_t first = choice.trial / lane_count * lane_count;
  const tally::Block block = engine.block_of(0, first, lane_count);
  const std::size_t at = choice.trial - first, side = choice.side;
  Replay replay;
  replay.header = engine.header();
  const std::size_t months = static_cast<std::size_t>(replay.header.months);
  const auto take = [&](const std::vector<Quantity>& quantities, const std::vector<double>& values) {
    for (std::size_t q = 0; q < quantities.size(); ++q)
      for (std::size_t month = 0; month < months; ++month)
        replay.value[quantities[q].id].push_back(
            values[((side * quantities.size() + q) * months + month) * block.count + at]);
  };
  take(replay.header.quantities, block.quantity);
  for (const Quantity& driver : replay.header.drivers) replay.value.erase(driver.id);  // also watched
  take(replay.header.drivers, block.driver);
  for (std::size_t month = 0; month < months; ++month)
    replay.rating_by_month.push_back(block.rating[(side * months + month) * block.count + at]);
  replay.rating = block.final_rating[side * block.count + at];
  replay.combined = block.final_combined[side * block.count + at];
  replay.quality = block.final_quality[at];
  replay.latent = block.latent[side * block.count + at];
  return replay;
}

ReplayComparison compare(const Replay& replay, const store::Result& result, const TrialChoice& choice) {
  const tally::Block held = store::read_trial(result, choice.side, choice.trust, choice.trial);
  const model::Header& header = result.header;
  ReplayComparison comparison;
  compare_grade("rating_final", held.final_rating.at(0), replay.rating, comparison);
  compare_grade("combined_final", held.final_combined.at(0), replay.combined, comparison);
  for (std::size_t month = 0; month < held.rating.size(); ++month)
    compare_grade(fmt::format("rating_by_month in month {}", month + 1), held.rating[month],
                  replay.rating_by_month.at(month), comparison);
  std::vector<std::string> scores;
  for (const std::string& kloe : header.kloes) scores.push_back(kloe + ".score");
  compare_rows(replay, scores, held.score, "score", comparison);
  compare_rows(replay, ids_of(header.metrics), held.final_metric, "metric_final", comparison, header.assessment_month);
  compare_rows(replay, ids_of(header.metrics), held.metric, "metric_value", comparison);
  compare_rows(replay, ids_of(header.drivers), held.driver, "driver_value", comparison);
  compare_rows(replay, ids_of(header.quantities), held.quantity, "quantity_value", comparison);
  return comparison;
}

}  // namespace uor::ask
