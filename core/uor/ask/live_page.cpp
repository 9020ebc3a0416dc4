#include "core/uor/ask/live_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/uor/decide/levers.hpp"
#include "core/uor/decide/sensitivity.hpp"
#include "core/uor/graph/wiring.hpp"
#include "core/uor/model/known_metrics.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/run/stopped.hpp"

namespace uor::ask {

using report::Json;

namespace {

constexpr std::uint64_t today_trials = 1024;

/// A hundredth or so of the range, as a round number.
double step_of(const decide::Lever& lever) {
  if (lever.whole) return 1;
  const double about = (lever.high - lever.low) / 100;
  if (!(about > 0)) return 0.01;
  const double power = std::pow(10, std::floor(std::log10(about)));
  return about / power < 2 ? power : about / power < 5 ? 2 * power : 5 * power;
}

/// When levers act and what of that is published in time.
class Times {
 public:
  explicit Times(const model::Model& model)
      : inputs_(model.inputs()), sides_(model.compile({})), closed_(model::closed_months_of(inputs_.trusts.front())) {}

  int acts_from(const decide::Lever& lever) const { return closed_ + lever.lead_months + 1; }

  /// A metric whose figure of then is out when the rating is struck, or a score or limit that needs no publication.
  bool reaches(const decide::Lever& lever) const {
    const model::Plan& plan = sides_.plan();
    const int from = acts_from(lever);
    if (from > plan.months) return false;
    const std::vector<bool> reached = graph::reachable(plan.wiring, {lever.quantity});
    for (std::size_t i = 0; i < plan.metrics.size(); ++i) {
      const int lag = plan.publication_lag ? inputs_.policy.metrics[i].lag_months : 0;
      if (reached[plan.metrics[i]] && from + lag <= plan.assessment_month) return true;
    }
    return false;
  }

 private:
  const model::Inputs& inputs_;
  model::Sides sides_;
  int closed_;
};

Json json_of(const decide::Lever& lever, const Times& times) {
  return {{"id", lever.id},
          {"title", lever.title},
          {"unit", lever.unit},
          {"today", lever.today},
          {"low", lever.low},
          {"high", lever.high},
          {"step", step_of(lever)},
          {"whole", lever.whole},
          {"in_hand", lever.in_hand},
          {"lead_months", lever.lead_months},
          {"acts_from", times.acts_from(lever)},
          {"reaches", times.reaches(lever)},
          {"cost", lever.delivery_cost}};
}

/// What --set says behind the first '='; nothing where it cannot.
std::optional<std::string> setting_of(const scenario::Adjustment& entry) {
  const bool plain = entry.who.everyone() && entry.to_month == scenario::last_month && !entry.decided;
  if (!plain || (entry.limits.any() && entry.operates)) return {};
  const std::string month = entry.dated ? fmt::format("@{}", entry.from_month) : "";
  if (entry.limits.at_least && entry.limits.at_most) return {};
  if (entry.limits.at_most) return fmt::format("<={}{}", *entry.limits.at_most, month);
  if (entry.limits.at_least) return fmt::format(">={}{}", *entry.limits.at_least, month);
  const bool negative = std::signbit(entry.value);
  switch (entry.operation) {
    case Operation::set:
      return fmt::format("{}{}{}", negative ? "=" : "", entry.value, month);
    case Operation::add:
      return fmt::format("{}{}{}", negative ? "" : "+", entry.value, month);
    case Operation::multiply:
      break;
  }
  return fmt::format("*{}{}", entry.value, month);
}

Json json_of(const scenario::Variant& option) {
  Json set = Json::object(), left_out = Json::array();
  for (const scenario::Adjustment& entry : option.adjustments) {
    const std::optional<std::string> setting = setting_of(entry);
    if (setting && !set.contains(entry.driver)) {
      set[entry.driver] = *setting;
    } else {
      left_out.push_back(entry.driver);
    }
  }
  for (const scenario::Vary& entry : option.varies) left_out.push_back(entry.driver);
  if (!option.schemes.empty()) left_out.push_back("savings schemes");
  return {{"name", option.name},
          {"title", option.title.empty() ? option.name : option.title},
          {"set", set},
          {"left_out", left_out}};
}

Json json_of_kloes(const model::Header& header) {
  Json kloes = Json::array();
  for (std::size_t i = 0; i < header.kloes.size(); ++i)
    kloes.push_back({{"id", header.kloes[i]}, {"title", header.kloe_titles[i]}});
  return kloes;
}

}  // namespace

Json page_of(const Library& library, const LiveTrust& trust, const scenario::Scenario& scenario, run::Workers& workers,
             const std::stop_token& stop) {
  const model::Header& header = trust.header();
  const std::vector<double> today = decide::today_of(trust.model(), today_trials, workers);
  run::leave_if_asked(stop);
  const Times times(trust.model());
  Json levers = Json::array(), options = Json::array();
  for (const decide::Lever& lever : decide::levers_of(trust.model(), today)) levers.push_back(json_of(lever, times));
  for (const scenario::Variant& option : scenario.variants) options.push_back(json_of(option));
  return {{"code", header.trusts.front().code},
          {"name", header.trusts.front().name},
          {"known", library.report_rules().known(model::known_metrics(header, 0)).words()},
          {"months", header.months},
          {"assessment_month", header.assessment_month},
          {"seed", header.seed},
          {"version", header.version},
          {"commit", header.commit},
          {"kloes", json_of_kloes(header)},
          {"levers", levers},
          {"options", options}};
}

}  // namespace uor::ask
