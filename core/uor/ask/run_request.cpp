#include "core/uor/ask/run_request.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/uor/ask/keep_words.hpp"
#include "core/uor/base/error.hpp"

namespace uor::ask {

namespace {

/// Of numbers, whether they are in their range; no other member has one.
struct RangeCheck {
  Spelling spelling;

  template <typename Member>
  void operator()(const char*, const Member&) const {}
  template <typename Number>
  void operator()(const char* name, const std::optional<Number>& number, Number lower, Number upper) const {
    if (number && !(*number >= lower && *number <= upper))
      throw Error(
          fmt::format("{} '{}': must be a number from {} to {}", spelled(spelling, name), *number, lower, upper));
  }
};

void check_points(const RunRequest& request) {
  const std::vector<std::string> known = points_names();
  if (!request.points || points_named(*request.points)) return;
  throw Error(fmt::format("{} '{}': unknown.{} Known: {}", spelled(request.model.spelling, "points"), *request.points,
                          did_you_mean(*request.points, known), fmt::join(known, ", ")));
}

void check_scenario_given(const RunRequest& request) {
  if (!request.scenario && !request.scenario_text)
    throw Error("no scenario is named; give `scenario`, a name or a path, or `scenario_text`, its TOML text");
  if (request.scenario && request.scenario_text) throw Error("scenario and scenario_text are both given; keep one");
}

void check_trusts(const RunRequest& request) {
  const auto named = [&](const char* member) { return spelled(request.model.spelling, member); };
  if (request.trusts && !request.trust.empty())
    throw Error(
        fmt::format("{} and {} are both given (the one is many trusts in a file, the other names them one by "
                    "one); keep one",
                    named("trusts"), named("trust")));
  if (request.skip_bad && !request.trusts)
    throw Error(fmt::format("{} is for {}, which is not given", named("skip_bad"), named("trusts")));
}

}  // namespace

void check(const RunRequest& request) {
  const auto named = [&](const char* member) { return spelled(request.model.spelling, member); };
  check_scenario_given(request);
  each_member(request, RangeCheck{request.model.spelling});
  if (request.trials && request.until_se)
    throw Error(
        fmt::format("{0} and {1} are both given (the one asks for as many as it takes, the other says how many); keep "
                    "one, {2} limits {0}",
                    named("until_se"), named("trials"), named("max_trials")));
  check_points(request);
  check_trusts(request);
  if (request.keep) keep_of(*request.keep, named("keep"));
}

}  // namespace uor::ask
