// `uor rate`: today's odds of one trust with no scenario, what drives them, and what is unknown.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/rate_json.hpp"
#include "cli/rate_screen.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

Options rate_options() {
  Options options("Options", screen_width);
  add_value(options, "trials", "N", "trials (default: 16384); a multiple of 4096 is spread as Sobol points");
  add_value(options, "seed", "S", "seed of all draws (default: 1)");
  add_value(options, "month", "M",
            "forecast the odds of month M too, an open one, 1 (April) to 60 (default: 12, March)");
  add_model_options(options);
  add_flag(options, "json", "print one JSON object instead of the screen");
  return options;
}

}  // namespace

int rate_command(const Words& words) {
  const Usage usage = {
      "rate",
      "CODE|FILE [options]",
      "Today's odds of each rating for one trust, on its last twelve months as reported: what each key\n"
      "line of enquiry and each metric contributes, which limits fire and what they cost, and what\n"
      "knowing each unknown would be worth. A second line forecasts the odds with no scenario.\n"
      "Writes nothing.",
      {"uor rate RF4", "uor rate trust.toml --trials 50000 --json", "uor rate trust.toml --month 9"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, rate_options(), words);
  if (!arguments) return 0;
  const ask::Library library;
  const ask::RateStudy study = ask::rating_of(library, rating_request(*arguments));
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of_rating(study, library.report_rules()), 2));
  } else {
    print_rating(study, library.report_rules(), Style::of_standard_output(*arguments));
  }
  return 0;
}

}  // namespace uor::cli
