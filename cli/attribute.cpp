// `uor attribute`: which of the things that differ made the odds change, and by how much each.
#include <fmt/format.h>

#include "cli/attributed.hpp"
#include "cli/command.hpp"
#include "cli/decide_options.hpp"
#include "cli/unsealed.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

int attribute_command(const Words& words) {
  Options options("Options", screen_width);
  add_value(options, "for", "RATING", "of whose odds, or better ones (default: good)");
  add_trust_file(options);
  add_flag(options, "json", "print one JSON object instead of the screen");
  const Usage usage = {
      "attribute",
      "RUN.h5[:SCENARIO] RUN.h5[:SCENARIO] [options]",
      "What made the odds go from those of the first side to those of the second: a share for each driver\n"
      "that the sides change otherwise, and of two files of one trust for each fact that differs. Shares\n"
      "add up to the change; what changes nothing has exactly 0.",
      {"uor attribute runs/recovery_plan-RF4.h5:baseline runs/recovery_plan-RF4.h5:one_percent"},
      2,
      2};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  heed_trust_file(*arguments);
  const decide::Goal goal = goal_of(*arguments);
  const ask::Library library;
  const ask::ComparedSides compared = ask::compared_sides(arguments->positional(), "");
  const decide::Attributed found = ask::attribution(library, compared.sides[0], compared.sides[1], goal);
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of(found), 2));
  } else {
    print(attributed_block(found, Style::of_standard_output(*arguments)));
  }
  return 0;
}

}  // namespace uor::cli
