// A run as plain data: the same from the words of a command line, from JSON and in a test.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/ask/model_request.hpp"
#include "core/uor/base/input_limits.hpp"
#include "core/uor/scenario/scenario.hpp"

namespace uor::ask {

/// What is not given is the scenario's, or as said.
struct RunRequest {
  std::optional<std::string> scenario;       // name of one that ships, or a path of a .toml or .xlsx file
  std::optional<std::string> scenario_text;  // instead: the TOML text of a scenario
  std::vector<std::string> trust;            // codes, .toml, .csv or .xlsx files, or "all"
  std::optional<std::string> trusts;         // instead: a file of many, or a folder of files
  bool skip_bad = false;                     // of these, what cannot be read is left out
  std::optional<std::uint64_t> trials;
  std::optional<double> until_se;           // instead of trials: the largest standard error of a rating's share
  std::optional<std::uint64_t> max_trials;  // with until_se
  std::optional<std::string> points;        // "random", "lhs" or "sobol"
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> months;    // from April
  std::optional<std::uint64_t> threads;   // all cores; results do not depend on it
  std::optional<std::uint64_t> batch;     // trials a batch, 512; results do not depend on it
  std::vector<std::string> set;           // DRIVER=VALUE, as scenario::apply_set_option() reads it
  std::optional<std::string> benchmarks;  // "fixed" or "moving"
  std::optional<double> most_memory;      // in GB; 1
  std::optional<std::string> keep;        // "summary", "all", or kinds of raw trials, joined with commas; summary
  bool any_scope = false;                 // trusts outside the framework's scope too
  bool no_shipped_facts = false;          // a trust file stands alone
  ModelRequest model;

  bool operator==(const RunRequest&) const = default;
};

/// Calls `visit(name, member)` for each member, of numbers `visit(name, member, lower, upper)` with what they may be,
/// both included: the one list of them.
template <typename Request, typename Visit>
void each_member(Request& request, Visit&& visit) {
  constexpr std::uint64_t one = 1, most_threads = 1024, most_batch = 1 << 15;
  visit("scenario", request.scenario);
  visit("scenario_text", request.scenario_text);
  visit("trust", request.trust);
  visit("trusts", request.trusts);
  visit("skip_bad", request.skip_bad);
  visit("trials", request.trials, one, limits::trials);
  visit("until_se", request.until_se, scenario::least_until_se, scenario::most_until_se);
  visit("max_trials", request.max_trials, std::uint64_t{scenario::look_trials}, limits::trials);
  visit("points", request.points);
  visit("seed", request.seed, std::uint64_t{0}, ~std::uint64_t{0});
  visit("months", request.months, one, std::uint64_t{scenario::max_months});
  visit("threads", request.threads, one, most_threads);
  visit("batch", request.batch, std::uint64_t{8}, most_batch);
  visit("set", request.set);
  visit("benchmarks", request.benchmarks);
  visit("most_memory", request.most_memory, 0.01, 1e6);
  visit("keep", request.keep);
  visit("any_scope", request.any_scope);
  visit("no_shipped_facts", request.no_shipped_facts);
  each_model_member(request.model, visit);
}

/// Error naming the member, its value and what it may be: a number out of its range, an unknown word, two members that
/// exclude each other.
void check(const RunRequest& request);

}  // namespace uor::ask
