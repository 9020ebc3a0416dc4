// `uor visit`: what is worth knowing before the assessors come.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/command.hpp"
#include "cli/decide_options.hpp"
#include "cli/decide_text.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_visit_rows = 20;

/// Places of what could be known, worth most first.
std::vector<std::size_t> unknowns_of(const decide::Sensitivity& study) {
  std::vector<std::size_t> order;
  for (std::size_t d = 0; d < study.drivers.size(); ++d)
    if (study.drivers[d].kind == decide::Kind::unknown) order.push_back(d);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return study.drivers[a].worth_knowing.value > study.drivers[b].worth_knowing.value;
  });
  return order;
}

/// How far the odds typically move once it is known: the root of the mean square over the three thresholds' sum.
double typical_move(const study::Figure& worth) { return worth.value > 0 ? std::sqrt(worth.value) : 0; }

Json json_of_visit(const decide::Sensitivity& study) {
  Json list = Json::array();
  for (const std::size_t d : unknowns_of(study))
    list.push_back({{"id", study.drivers[d].id},
                    {"title", study.drivers[d].title},
                    {"worth", std::max(0.0, study.drivers[d].worth_knowing.value)},
                    {"standard_error", study.drivers[d].worth_knowing.error},
                    {"typical_move", typical_move(study.drivers[d].worth_knowing)}});
  return {{"odds", study.odds.value}, {"trials", study.trials}, {"worth_knowing", list}};
}

void print_visit(const decide::Sensitivity& study, const Style& style) {
  const std::vector<std::size_t> order = unknowns_of(study);
  fmt::print("{}\n", style.bold("What is worth finding out before the visit"));
  TextTable table({Align::left, Align::left, Align::right});
  table.head({"what", "driver", "moves the odds by, points"});
  for (std::size_t i = 0; i < std::min(order.size(), most_visit_rows); ++i) {
    const decide::Driver& driver = study.drivers[order[i]];
    table.row({shorten(driver.title, 48), driver.id, fmt::format("{:.1f}", 100 * typical_move(driver.worth_knowing))});
  }
  print(table.lines(style));
  print(wrap("",
             fmt::format("How far the odds of the ratings typically move once it is known (the root of the expected "
                         "gain in the ranked probability score), over {}. Odds of good or better today: {}.",
                         counted(study.trials, "trial"), odds_text(study.odds.value)),
             0));
}

}  // namespace

int visit_command(const Words& words) {
  const Usage usage = {
      "visit",
      "TRUST|RUN.h5 [options]",
      "What a trust could find out before the assessors come, by how far knowing it moves the odds: facts\n"
      "that are not reported, or not exactly, and prompts that nobody has judged. Writes nothing.",
      {"uor visit RF4"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, decide_options(false), words);
  if (!arguments) return 0;
  const decide::Sensitivity study = ask::worth_of_knowing(ask::Library(), decide_request(*arguments));
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of_visit(study), 2));
  } else {
    print_visit(study, Style::of_standard_output(*arguments));
  }
  return 0;
}

}  // namespace uor::cli
