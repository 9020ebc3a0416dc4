#include "core/uor/ask/live_trust.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/uor/base/error.hpp"
#include "core/uor/model/make_header.hpp"
#include "core/uor/model/timing.hpp"
#include "core/uor/report/result_json.hpp"
#include "core/uor/run/checked_inputs.hpp"
#include "core/uor/study/column.hpp"

namespace uor::ask {

using report::Json;

namespace {

constexpr std::uint64_t held_points = 4096;       // of the baseline; more would fill memory
constexpr std::string_view surplus = ".surplus";  // of whichever key line gives it, GBP m a month

model::Wanted wanted_of(Detail detail) {
  if (detail == Detail::odds) return {{}, model::Summaries::odds, false};
  return {{}, model::Summaries::shown, true, true};
}

/// Sums of a kept quantity over the months up to the assessment month. [side][trial]
class YearSums {
 public:
  YearSums(const model::Plan& plan, std::size_t trials)
      : plan_(plan), sums_(plan.sides.size(), std::vector<double>(trials)) {}

  void take(const tally::Block& block) {
    const auto months = static_cast<std::size_t>(plan_.months), last = static_cast<std::size_t>(plan_.assessment_month);
    for (std::size_t side = 0; side < sums_.size(); ++side) {
      for (std::size_t month = 0; month < last; ++month) {
        const double* row = block.quantity.data() + (side * months + month) * block.count;
        double* to = sums_[side].data() + block.first_trial;
        for (std::size_t t = 0; t < block.count; ++t) to[t] += row[t];
      }
    }
  }
  const std::vector<double>& last() const { return sums_.back(); }
  std::vector<double> change() const {
    std::vector<double> change = sums_.back();
    for (std::size_t t = 0; t < change.size(); ++t) change[t] -= sums_.front()[t];
    return change;
  }

 private:
  const model::Plan& plan_;
  std::vector<std::vector<double>> sums_;
};

/// Of spread points: the error is that of random ones, which is no smaller.
Json json_of_money(const YearSums& sums) {
  const study::Figure value = study::mean_of(sums.last()), change = study::mean_of(sums.change());
  return {{"value", value.value},
          {"standard_error", value.error},
          {"change", change.value},
          {"change_standard_error", change.error}};
}

}  // namespace

LiveTrust::LiveTrust(model::Inputs inputs) : model_(run::checked_inputs(std::move(inputs))) {
  const model::Sides sides = model_.compile({});
  header_ = model::make_header(model_.inputs(), sides.plan(), sides.sources());
  header_.inputs.clear();
}

std::vector<scenario::Variant> LiveTrust::variants_of(const std::vector<std::string>& set) const {
  scenario::Scenario scenario;
  scenario.name = "baseline";
  for (const std::string& option : set) scenario::apply_set_option(scenario, option);
  return scenario.variants;
}

/// With all drivers that were moved so far on one side.
void LiveTrust::make_baseline(run::Workers& workers) {
  scenario::Variant widest;
  widest.name = "widest";
  for (const auto& [driver, entry] : moved_) widest.adjustments.push_back(entry);
  try {
    const model::Sides sides = model_.compile({widest}, wanted_of(Detail::all));
    baseline_ = std::make_shared<const run::Baseline>(run::baseline_of(sides, {0, 0, held_points}, workers));
  } catch (const Error& error) {
    if (error.fault() == Fault::run) throw;
    has_baseline_ = false;  // sides of this model have none
  }
}

/// Made again when a driver is asked for that no side moved before; null where none serves.
std::shared_ptr<const run::Baseline> LiveTrust::baseline_for(const std::vector<scenario::Variant>& variants,
                                                             const model::Sides& sides, run::Workers& workers) {
  const std::scoped_lock alone(mutex_);
  if (!has_baseline_ || variants.empty()) return nullptr;
  bool moved_more = false;
  for (const scenario::Adjustment& entry : variants.front().adjustments)
    moved_more = moved_.emplace(entry.driver, entry).second || moved_more;
  if (moved_more) make_baseline(workers);
  return baseline_ && baseline_->serves(sides, {0, 0, held_points}) ? baseline_ : nullptr;
}

Json LiveTrust::odds(const std::vector<std::string>& set, std::uint64_t points, Detail detail, run::Workers& workers,
                     const std::stop_token& stop) {
  const std::vector<scenario::Variant> variants = variants_of(set);
  const model::Sides sides = model_.compile(variants, wanted_of(detail));
  std::shared_ptr<const run::Baseline> held;
  if (points <= held_points) held = baseline_for(variants, sides, workers);
  const tally::Summary summary = run::summarised(sides, {0, 0, points}, workers, stop, held.get());
  model::Header header = header_;
  header.sides.clear();
  header.side_titles.clear();
  for (const model::Side& side : sides.plan().sides) {
    header.sides.push_back(side.name);
    header.side_titles.push_back(side.title.empty() ? side.name : side.title);
  }
  model::list_columns(header, sides.plan());
  Json answer = report::json_of_side(header, summary, summary.sides.size() - 1);
  if (detail == Detail::all) answer["notes"] = model::timing_notes(model_.inputs(), sides.plan());
  return answer;
}

Json LiveTrust::money(const std::vector<std::string>& set, run::Workers& workers, const std::stop_token& stop) const {
  const std::vector<Quantity>& quantities = model_.inputs().catalogue->quantities();
  const auto found = std::find_if(quantities.begin(), quantities.end(),
                                  [](const Quantity& quantity) { return quantity.id.ends_with(surplus); });
  if (found == quantities.end()) return {{"surplus_gbp_m", nullptr}};
  model::Wanted wanted = wanted_of(Detail::odds);
  wanted.keep.watched = {found->id};
  const model::Sides sides = model_.compile(variants_of(set), wanted);
  YearSums sums(sides.plan(), held_points);
  run::simulate(
      sides, {0, 0, held_points}, workers, [&](const tally::Block& block) { sums.take(block); }, stop);
  return {{"surplus_gbp_m", json_of_money(sums)}};
}

}  // namespace uor::ask
