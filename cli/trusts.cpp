// `uor trusts`: the trusts that ship, or one of them with what is reported and what is assumed.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/practice_screen.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "cli/trust_facts.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::cli {

namespace {

std::string fact(const trust::Trust& trust, const char* field) {
  const auto found = trust.reported.find(field);
  return found == trust.reported.end() ? "unknown" : figure(found->second.value);
}

/// "inadequate 2018-06-26"; all trusts in scope were to be assessed by the end of 2019.
std::string rated_words(const trust::Trust& trust, const ask::Library& library) {
  const trust::PublishedRatings published =
      trust::published_ratings(library.assessments(), library.assessments_path(), trust.code);
  if (published.use_of_resources == 0) return "no rating known";
  return fmt::format("{} {}", trust::words_of_rating(published.use_of_resources), published.date);
}

void print_list(const ask::Library& library, bool with_others, const Style& style) {
  const trust::Fields& fields = library.fields();
  std::vector<trust::Trust> trusts = library.trust_rows();
  std::sort(trusts.begin(), trusts.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right, Align::left}, "");
  table.head({"Code", "Name", "income", "support", "metrics", "use of resources"});
  std::size_t shown = 0;
  for (const trust::Trust& trust : trusts) {
    if (!trust.in_scope && !with_others) continue;
    ++shown;
    table.row({trust.code, shorten(trust.name, 34) + (trust.in_scope ? "" : style.faint(" (outside)")),
               fact(trust, "published_income"), fact(trust, "interim_support"),
               fmt::format("{}", metrics_reported(trust, fields)), rated_words(trust, library)});
  }
  print(table.lines(style));
  fmt::print(
      "\n{} trusts; income and interim support in GBP m, metrics of 22, last rating with its date\n"
      "(each trust in scope was to be assessed once by the end of 2019). `uor trusts CODE` shows one.\n",
      shown);
  if (shown < trusts.size()) fmt::print("{} more are outside the framework's scope (--all).\n", trusts.size() - shown);
}

}  // namespace

int trusts_command(const Words& words) {
  Options options("Options", screen_width);
  add_flag(options, "all", "list those outside the framework's scope too");
  add_value(options, "best", "METRIC|all", "rank trusts by a metric that they report, all together and by region");
  add_value(options, "trusts", "FILE|FOLDER", "with --best: these trusts, as `uor run --trusts` reads them");
  add_flag(options, "skip-bad", "with --trusts: leave out what cannot be read");
  add_flag(options, "json", "with --best: print the rankings as JSON");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework)");
  add_plugin_options(options);
  const Usage usage = {
      "trusts",
      "[CODE|FILE] [--all] | --best METRIC|all [--trusts FILE|FOLDER]",
      "Lists the trusts that ship, or shows one: what is reported, and what is assumed for the rest. With\n"
      "--best it ranks trusts by a metric, for good practice to be found.",
      {"uor trusts", "uor trusts RF4", "uor trusts --best estates_cost_per_m2"},
      0,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const Style style = Style::of_standard_output(*arguments);
  const ask::Library library;
  if (arguments->has("best")) {
    if (!arguments->positional().empty()) throw Error("--best: ranks many trusts; leave the one that is named out");
    print_practice(*arguments, library);
    return 0;
  }
  for (const char* option : {"trusts", "skip-bad", "json"})
    if (arguments->has(option)) throw Error(fmt::format("--{}: is for --best, which is not given", option));
  if (arguments->positional().empty()) {
    print_list(library, arguments->has("all"), style);
    return 0;
  }
  const std::vector<trust::Trust> trusts = ask::find_trusts(library, arguments->positional());
  const run::Engine engine(ask::assemble(library, model_request(*arguments), ask::baseline_scenario(), trusts));
  for (std::size_t i = 0; i < trusts.size(); ++i)
    print_trust_facts(trusts[i], library.fields(), engine.header().trusts[i], style);
  return 0;
}

}  // namespace uor::cli
