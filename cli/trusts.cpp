// `uor trusts`: the trusts that ship, or one of them with what is reported and what is assumed.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "cli/trust_facts.hpp"
#include "core/uor/ask/inputs.hpp"

namespace uor::cli {

namespace {

std::string fact(const trust::Trust& trust, const char* field) {
  const auto found = trust.reported.find(field);
  return found == trust.reported.end() ? "unknown" : figure(found->second.value);
}

void print_list(const ask::Library& library, bool with_others, const Style& style) {
  const trust::Fields& fields = library.fields();
  std::vector<trust::Trust> trusts = library.trust_rows();
  std::sort(trusts.begin(), trusts.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right}, "");
  table.head({"Code", "Name", "income", "interim support", "metrics"});
  std::size_t shown = 0;
  for (const trust::Trust& trust : trusts) {
    if (!trust.in_scope && !with_others) continue;
    ++shown;
    table.row({trust.code, shorten(trust.name, 52) + (trust.in_scope ? "" : style.faint(" (outside)")),
               fact(trust, "published_income"), fact(trust, "interim_support"),
               fmt::format("{}", metrics_reported(trust, fields))});
  }
  print(table.lines(style));
  fmt::print("\n{} trusts; income and interim support in GBP m, metrics of 22. `uor trusts CODE` shows one.\n", shown);
  if (shown < trusts.size()) fmt::print("{} more are outside the framework's scope (--all).\n", trusts.size() - shown);
}

}  // namespace

int trusts_command(const Words& words) {
  Options options("Options", screen_width);
  add_flag(options, "all", "list those outside the framework's scope too");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework)");
  add_plugin_options(options);
  const Usage usage = {"trusts",
                       "[CODE|FILE] [--all]",
                       "Lists the trusts that ship, or shows one: what is reported, and what is assumed for the rest.",
                       {"uor trusts", "uor trusts RF4"},
                       0,
                       1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const Style style = Style::of_standard_output(*arguments);
  const ask::Library library;
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
