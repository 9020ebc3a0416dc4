#include "cli/explain_trial.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <limits>

#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "cli/trial_screen.hpp"
#include "cli/trust_warnings.hpp"
#include "core/uor/ask/replay.hpp"
#include "core/uor/ask/result_inputs.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

/// Where `name` is among what the file has.
std::size_t place_of(const std::string& what, const std::string& name, const std::vector<std::string>& names,
                     const std::string& path) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  throw Error(fmt::format("{} '{}' is not in '{}'.{} It has {}", what, name, path, did_you_mean(name, names),
                          fmt::join(names, ", ")));
}

std::size_t chosen_trust(const Arguments& arguments, const store::Result& result) {
  std::vector<std::string> codes;
  for (const model::TrustInfo& trust : result.header.trusts) codes.push_back(trust.code);
  if (arguments.has("trust")) return place_of("trust", arguments.text("trust"), codes, result.path);
  if (codes.size() == 1) return 0;
  throw Error(fmt::format("'{}' has {} trusts; name one with --trust CODE", result.path, codes.size()));
}

std::uint64_t trial_of(const Arguments& arguments, const store::Result& result) {
  const auto trial = arguments.whole_number("trial", 0, std::numeric_limits<std::uint64_t>::max());
  if (!trial) throw Error(fmt::format("which trial of '{}' is to be explained? Give --trial N", result.path));
  if (*trial < result.header.trials) return *trial;
  throw Error(
      fmt::format("trial {} is not in '{}', which has trials 0 to {}", *trial, result.path, result.header.trials - 1));
}

void refuse_moving(const store::Result& result) {
  if (!result.header.moving_benchmarks) return;
  throw Error(
      fmt::format("'{}' was run with moving benchmarks: what a trust is compared with in a trial comes from all of its "
                  "{} trusts, so that no trial of one trust can be derived alone. Run the scenario with --benchmarks "
                  "fixed to explain a trial, or keep what is asked for with --keep all",
                  result.path, result.header.trusts.size()));
}

void check_same(const model::Inputs& inputs, const store::Result& result, bool force) {
  const std::vector<std::string> found = ask::differences(inputs, result.header);
  if (found.empty()) return;
  if (!force)
    throw Error(
        fmt::format("'{}' was written with something else than is here: {}. Use what wrote it, or add --force "
                    "to go on with what is here",
                    result.path, fmt::join(found, "; ")));
  print(wrap("Note: ", fmt::format("not as it was: {}", fmt::join(found, "; ")), 2));
}

void print_heading(const store::Result& result, const ask::TrialChoice& choice, const Style& style) {
  const model::Header& header = result.header;
  const model::TrustInfo& trust = header.trusts[choice.trust];
  fmt::print("{}  {}\n", style.bold(trust.code), trust.name);
  print_warnings(trust.warnings, style);
  print(wrap("",
             fmt::format("Trial {} of {} (from 0), seed {}, scenario {}, side {}: {}", choice.trial, header.trials,
                         header.seed, header.scenario_name, header.sides[choice.side], header.side_titles[choice.side]),
             2));
}

}  // namespace

bool names_a_result(const std::string& given) {
  std::error_code ignored;
  return given.ends_with(".h5") || std::filesystem::is_regular_file(given, ignored);
}

int explain_trial(const ask::Library& library, const Arguments& arguments) {
  const store::Result result = store::read_result(arguments.positional()[0]);
  refuse_moving(result);
  ask::TrialChoice choice;
  choice.trust = chosen_trust(arguments, result);
  choice.side = place_of("scenario", arguments.text("scenario", "baseline"), result.header.sides, result.path);
  choice.trial = trial_of(arguments, result);
  const Style style = Style::of_standard_output(arguments);
  const model::Inputs inputs = ask::inputs_of(library, model_request(arguments), result, choice.trust);
  check_same(inputs, result, arguments.has("force"));
  const ask::Replay replayed = ask::replay(inputs, result, choice);
  print_heading(result, choice, style);
  print_trial(replayed, inputs, style);
  const ask::ReplayComparison comparison = compare(replayed, result, choice);
  print_comparison(comparison, result.path, style);
  return comparison.differing.empty() ? 0 : 1;
}

}  // namespace uor::cli
