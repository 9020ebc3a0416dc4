#include "cli/sensitivity_json.hpp"

#include <algorithm>
#include <cmath>

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

/// What chance took below nought is nought.
double index_of(const study::Figure& figure) { return std::max(0.0, figure.value); }

Json json_of_effect(const decide::Driver& driver, const decide::DriverEffect& effect) {
  return {{"id", driver.id},
          {"first", index_of(effect.first.index)},
          {"first_error", effect.first.index.error},
          {"total", effect.total.index.value},
          {"total_error", effect.total.index.error},
          {"idle", effect.total.idle},
          {"zero_odds", effect.first.zero_odds},
          {"pawn", effect.pawn.median},
          {"pawn_noise", effect.pawn.noise}};
}

Json drivers_of(const decide::Sensitivity& study) {
  Json list = Json::array();
  for (const decide::Driver& driver : study.drivers)
    list.push_back({{"id", driver.id},
                    {"title", driver.title},
                    {"kind", name_of(driver.kind)},
                    {"correlated", driver.correlated},
                    {"worth_knowing", index_of(driver.worth_knowing)},
                    {"worth_knowing_error", driver.worth_knowing.error}});
  return list;
}

Json outputs_of(const decide::Sensitivity& study) {
  Json list = Json::array();
  for (const decide::OutputEffects& output : study.outputs) {
    Json drivers = Json::array();
    for (std::size_t d = 0; d < output.drivers.size(); ++d)
      drivers.push_back(json_of_effect(study.drivers[d], output.drivers[d]));
    list.push_back({{"id", output.id}, {"title", output.title}, {"drivers", drivers}});
  }
  return list;
}

Json json_of_bar(const decide::TornadoBar& bar) {
  return {{"lever", bar.lever.id},
          {"title", bar.lever.title},
          {"unit", bar.lever.unit},
          {"today", bar.lever.today},
          {"low", bar.lever.low},
          {"high", bar.lever.high},
          {"lead_months", bar.lever.lead_months},
          {"odds_low", bar.odds_low.value},
          {"odds_high", bar.odds_high.value},
          {"change_low", bar.change_low.value},
          {"change_low_error", bar.change_low.error},
          {"change_high", bar.change_high.value},
          {"change_high_error", bar.change_high.error}};
}

Json json_of_caught(const study::Caught& caught) {
  return {{"mass", caught.mass}, {"density", caught.density}, {"coverage", caught.coverage}};
}

Json bound(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

}  // namespace

Json json_of(const decide::Sensitivity& study) {
  Json tornado = Json::array();
  for (const decide::TornadoBar& bar : study.tornado) tornado.push_back(json_of_bar(bar));
  return {{"goal", name_of(study.goal)},
          {"odds", study.odds.value},
          {"standard_error", study.odds.error},
          {"estimator", study.in_closed_form ? "conditional" : "counted"},
          {"trials", study.trials},
          {"total_trials", study.total_trials},
          {"drivers", drivers_of(study)},
          {"outputs", outputs_of(study)},
          {"tornado", tornado},
          {"left_out", study.left_out}};
}

Json json_of(const decide::Discovery& discovery) {
  const study::Box& box = discovery.found.box;
  Json sides = Json::array(), path = Json::array();
  for (std::size_t i = 0; i < box.sides.size(); ++i)
    sides.push_back({{"title", discovery.titles[i]},
                     {"low", bound(box.sides[i].low)},
                     {"high", bound(box.sides[i].high)},
                     {"chance", box.sides[i].chance}});
  for (const study::Caught& caught : discovery.found.path) path.push_back(json_of_caught(caught));
  return {{"when", words_of(discovery.when)},
          {"trials", discovery.trials},
          {"share", discovery.share},
          {"sentence", discovery.sentence},
          {"box", sides},
          {"training", json_of_caught(box.training)},
          {"held_out", json_of_caught(box.held_out)},
          {"path", path}};
}

}  // namespace uor::cli
