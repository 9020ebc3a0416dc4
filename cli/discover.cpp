// `uor discover`: under which circumstances a rating goes wrong, in a sentence.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/decide_options.hpp"
#include "cli/decide_text.hpp"
#include "cli/sensitivity_json.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

void print_discovery(const decide::Discovery& discovery, const Style& style) {
  const study::Caught &held_out = discovery.found.box.held_out, &training = discovery.found.box.training;
  const std::string when = words_of(discovery.when);
  fmt::print("{}\n", style.bold(fmt::format("Where '{}' gathers", when)));
  if (discovery.found.box.sides.empty()) {
    print(wrap("  ",
               fmt::format("Nowhere: no driver sets it apart from other trials beyond chance. Over all {} its odds "
                           "are {}, whatever the year brings.",
                           counted(discovery.trials, "trial"), odds_text(discovery.share)),
               2));
    return;
  }
  print(wrap("  ",
             fmt::format("When {}: the odds are {}, against {} over all trials; this is {} of the trials and has {} "
                         "of all such cases.",
                         discovery.sentence, odds_text(held_out.density), odds_text(discovery.share),
                         odds_text(held_out.mass), odds_text(held_out.coverage)),
             2));
  print(wrap("",
             fmt::format("Found on every second of {} by peeling; figures are of the others, that it was not found "
                         "with (on those it was: {} of the trials, odds {}, {} of all cases). Odds of single trials: "
                         "judgement and the limits' luck are averaged out.",
                         counted(discovery.trials, "trial"), odds_text(training.mass), odds_text(training.density),
                         odds_text(training.coverage)),
             0));
}

}  // namespace

int discover_command(const Words& words) {
  Options options = decide_options(false);
  add_value(options, "when", "CONDITION", "\"rating < RATING\" or \"rating >= RATING\"");
  const Usage usage = {
      "discover",
      "TRUST|RUN.h5 --when CONDITION [options]",
      "Under which circumstances a rating comes about more often than it does otherwise: a box of drivers,\n"
      "in a sentence, with how much of all cases it has and how likely they are there. Writes nothing.",
      {"uor discover RF4 --when \"rating < good\""},
      1,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  if (!arguments->has("when")) throw Error("--when is missing: say what is looked for, as in --when \"rating < good\"");
  const decide::Discovery found = ask::discovery(ask::Library(), decide_request(*arguments), arguments->text("when"));
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of(found), 2));
  } else {
    print_discovery(found, Style::of_standard_output(*arguments));
  }
  return 0;
}

}  // namespace uor::cli
