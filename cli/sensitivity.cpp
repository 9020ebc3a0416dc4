// `uor sensitivity`: what the odds hang on.
#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/decide_options.hpp"
#include "cli/decide_text.hpp"
#include "cli/sensitivity_json.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t most_driver_rows = 15;

const decide::OutputEffects* effects_on(const decide::Sensitivity& study, const std::string& id) {
  const auto found = std::find_if(study.outputs.begin(), study.outputs.end(),
                                  [&](const decide::OutputEffects& output) { return output.id == id; });
  return found == study.outputs.end() ? nullptr : &*found;
}

/// Places of drivers, the largest total first.
std::vector<std::size_t> by_total(const decide::OutputEffects& output) {
  std::vector<std::size_t> order;
  for (std::size_t d = 0; d < output.drivers.size(); ++d)
    if (!output.drivers[d].total.idle) order.push_back(d);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return output.drivers[a].total.index.value > output.drivers[b].total.index.value;
  });
  return order;
}

Lines drivers_block(const decide::Sensitivity& study, const Style& style) {
  const decide::OutputEffects* output = effects_on(study, decide::id_of_odds(study.goal));
  if (output == nullptr) return {};
  const std::vector<std::size_t> order = by_total(*output);
  Lines lines = {style.bold(fmt::format("What the odds of {} hang on", goal_text(study.goal)))};
  TextTable table({Align::left, Align::left, Align::right, Align::right});
  table.head({"driver", "it", "alone", "with all others"});
  for (std::size_t i = 0; i < std::min(order.size(), most_driver_rows); ++i) {
    const decide::DriverEffect& effect = output->drivers[order[i]];
    table.row({shorten(study.drivers[order[i]].title, 44), std::string(name_of(study.drivers[order[i]].kind)),
               index_text(effect.first.index), index_text(effect.total.index)});
  }
  for (const std::string& line : table.lines(style)) lines.push_back(line);
  const std::string rest = fmt::format(
      "Shares of the variance of the odds over {}; {} of {} drivers move them at all. Judgement and the limits' luck "
      "are "
      "already averaged out of the odds. --json has every driver on the odds, the latent, all metrics and the surplus.",
      counted(study.trials, "trial"), order.size(), output->drivers.size());
  for (const std::string& line : wrap("", rest, 0)) lines.push_back(style.faint(line));
  return lines;
}

Lines tornado_block(const decide::Sensitivity& study, const Style& style) {
  Lines lines = {style.bold(fmt::format("Each lever over its likely range, today {}", odds_text(study.odds.value)))};
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
  table.head({"lever", "today", "from", "odds", "to", "odds"});
  for (std::size_t i = 0; i < std::min(study.tornado.size(), most_driver_rows); ++i) {
    const decide::TornadoBar& bar = study.tornado[i];
    table.row({bar.lever.id, figure(bar.lever.today), figure(bar.lever.low), odds_text(bar.odds_low.value),
               figure(bar.lever.high), odds_text(bar.odds_high.value)});
  }
  for (const std::string& line : table.lines(style)) lines.push_back(line);
  return lines;
}

}  // namespace

int sensitivity_command(const Words& words) {
  const Usage usage = {
      "sensitivity",
      "TRUST|RUN.h5 [options]",
      "What the odds hang on: the share of their variance that each driver explains alone and with all\n"
      "others, with errors, and each lever over its likely range. With --json also for the latent, every\n"
      "metric and the surplus. Writes nothing.",
      {"uor sensitivity RF4", "uor sensitivity runs/baseline-RF4.h5 --json"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, decide_options(), words);
  if (!arguments) return 0;
  ask::DecideRequest request = decide_request(*arguments);
  request.goal = goal_of(*arguments);
  const decide::Sensitivity study = ask::sensitivity(ask::Library(), request);
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of(study), 2));
    return 0;
  }
  const Style style = Style::of_standard_output(*arguments);
  print_block(drivers_block(study, style));
  print(tornado_block(study, style));
  return 0;
}

}  // namespace uor::cli
