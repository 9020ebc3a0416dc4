// Where a run comes from: the question, the files that went in, the plugins, the standing of the policy's numbers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::report {

struct Origin {
  std::string file;  // the result file
  std::string scenario, title, question;
  std::vector<std::string> sides, side_titles;
  int months = 0, assessment_month = 0;
  std::uint64_t trials = 0, seed = 0;
  std::string version, commit, host, started, finished;
  double seconds = 0;
  struct Input {
    std::string role, path, sha256;  // of an option the path is what was given
  };
  std::vector<Input> inputs;
  struct Plugin {
    std::string id, version, sha256;
  };
  std::vector<Plugin> plugins;
  std::vector<std::string> notes;  // what the run had to say
  std::string points;              // how trials are spread: random, lhs or sobol
  double until_se = 0;  // trials were added until every rating's standard error was below it; 0: a given number
  bool moving_benchmarks = false;  // benchmarks are those of the run's trusts, not the policy's
  std::string policy_title;
  bool fitted = false;                     // the rating's numbers are fitted to published ratings
  std::vector<policy::ProcessStep> steps;  // of an assessment
  std::map<std::string, int> standing;     // rows of the policy by standing: verified, derived, unverified, assumed
};

Origin origin_of(const store::Result& result, const policy::Policy& policy);

Json json_of(const Origin::Input& input);
Json json_of(const Origin::Plugin& plugin);
Json json_of(const Origin& origin);

}  // namespace uor::report
