// `uor rate`: today's odds of one trust with no scenario, what drives them, and what is unknown.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/rate_json.hpp"
#include "cli/rate_many.hpp"
#include "cli/rate_screen.hpp"
#include "cli/rating_options.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

Options rate_options() {
  Options options = rating_options();
  add_value(options, "month", "M",
            "forecast the odds of month M too, an open one, 1 (April) to 60 (default: 12, March)");
  add_value(options, "trusts", "FILE|FOLDER",
            "instead of one trust: a CSV with a row a trust, a long extract (code, metric, period, value), or a folder "
            "of such files, trust files and workbooks; a line each, 4096 trials");
  add_flag(options, "skip-bad", "with --trusts: leave out what cannot be read, and say what that is");
  return options;
}

int rate_all(const Arguments& arguments) {
  if (!arguments.positional().empty() || arguments.has("month"))
    throw Error("--trusts: rates all of a file today; leave the trust and --month out, or rate one of FILE.csv:CODE");
  rate_many(arguments);
  return 0;
}

void require_one_trust(const Arguments& arguments) {
  if (arguments.has("skip-bad")) throw Error("--skip-bad: is for --trusts, which is not given");
  if (arguments.positional().empty()) throw Error("rate: CODE|FILE [options] is missing. See `uor rate --help`.");
}

}  // namespace

int rate_command(const Words& words) {
  const Usage usage = {
      "rate",
      "CODE|FILE [options] | --trusts FILE|FOLDER [options]",
      "Today's odds of each rating for one trust, on its last twelve months as reported: what each key\n"
      "line of enquiry and each metric contributes, which limits fire and what they cost, and what\n"
      "knowing each unknown would be worth. A second line forecasts the odds with no scenario.\n"
      "Writes nothing.",
      {"uor rate RF4", "uor rate trust.toml --trials 50000 --json", "uor rate trust.toml --month 9",
       "uor rate --trusts national.csv"},
      0,
      1};
  const auto arguments = Arguments::parse(usage, rate_options(), words);
  if (!arguments) return 0;
  if (arguments->has("trusts")) return rate_all(*arguments);
  require_one_trust(*arguments);
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
