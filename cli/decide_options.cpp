#include "cli/decide_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <limits>

#include "cli/model_options.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "cli/unsealed.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {

Options decide_options(bool with_goal) {
  Options options("Options", screen_width);
  if (with_goal) add_value(options, "for", "RATING", "the rating that is hoped for, or better (default: good)");
  add_value(options, "trials", "N", "trials (default: the file's, 16384 of a trust), 1024 to 65536");
  add_value(options, "seed", "S", "seed of all draws (default: the file's, 1 of a trust)");
  add_model_options(options);
  add_trust_file(options);
  add_flag(options, "json", "print one JSON object instead of the screen");
  return options;
}

decide::Goal goal_of(const Arguments& arguments) {
  const std::string word = arguments.text("for", "good");
  const std::optional<decide::Goal> goal = decide::goal_named(word);
  if (goal) return *goal;
  throw Error(fmt::format("--for '{}': no such rating.{} It is one of {}", word,
                          did_you_mean(word, decide::goal_names()), fmt::join(decide::goal_names(), ", ")));
}

ask::DecideRequest decide_request(const Arguments& arguments) {
  heed_trust_file(arguments);
  ask::DecideRequest request;
  request.subject = arguments.positional()[0];
  request.trials = arguments.whole_number("trials", ask::fewest_decide_trials, ask::most_decide_trials);
  request.seed = arguments.whole_number("seed", 0, std::numeric_limits<std::uint64_t>::max());
  request.any_scope = arguments.has("any-scope");
  request.no_shipped_facts = arguments.has("no-shipped-facts");
  request.model = model_request(arguments);
  return request;
}

}  // namespace uor::cli
