// `uor visit`: what a trust should know before the assessors come, and who will ask what on the day.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/decide_options.hpp"
#include "cli/style.hpp"
#include "cli/visit_json.hpp"
#include "cli/visit_screen.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

std::optional<Date> date_of_visit(const Arguments& arguments) {
  if (!arguments.has("on")) return {};
  const Where option{"--on"};
  const Date date = read_date(arguments.text("on"), "the day of the visit", option, "write it as 2018-06-26");
  if (date.day == 0)
    throw Error(option, "the day of the visit is '" + arguments.text("on") + "' (no day), write it as 2018-06-26");
  return date;
}

}  // namespace

int visit_command(const Words& words) {
  const Usage usage = {
      "visit",
      "TRUST|RUN.h5 [--on DATE] [options]",
      "What a trust should know of an assessment visit: what is due when, what is published by then, the\n"
      "agenda of the day with who attends and what they will be asked, outliers, and what is worth finding\n"
      "out first, by how far knowing it moves the odds. With --on a trust that ships is as it was known on\n"
      "that day. Writes nothing.",
      {"uor visit RF4", "uor visit RF4 --on 2018-06-26"},
      1,
      1};
  Options options = decide_options(false);
  add_value(options, "on", "DATE", "the day of the visit, as 2018-06-26 (default: dates are left open)");
  const auto arguments = Arguments::parse(usage, std::move(options), words);
  if (!arguments) return 0;
  const ask::Visit visit = ask::visit_of(ask::Library(), decide_request(*arguments), date_of_visit(*arguments));
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of_visit(visit), 2));
  } else {
    print_visit(visit, Style::of_standard_output(*arguments));
  }
  return 0;
}

}  // namespace uor::cli
