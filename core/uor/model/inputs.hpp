// Everything a run is a function of.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/uor/host/catalogue.hpp"
#include "core/uor/model/keep.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/scenario/scenario.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::model {

/// Everything a run is a function of. Results are the same bits for any `threads` and `batch_trials`.
struct Inputs {
  scenario::Scenario scenario;
  policy::Policy policy;
  std::vector<trust::Trust> trusts;
  std::shared_ptr<const host::Catalogue> catalogue;
  std::vector<trust::Field> fields;
  std::vector<std::map<std::string, double>> peer_medians;  // by metric, one map a trust; empty: the policy's serve
  std::vector<std::vector<std::string>> peers;              // codes of each trust's peers, for moving benchmarks
  Keep keep;
  int threads = 0;                                                // 0: all cores
  std::size_t batch_trials = 512;                                 // rounded up to a multiple of 8
  std::vector<std::pair<std::string, std::string>> known_trusts;  // code and type of those that ship, run or not
  // Codes and types of all trusts of the run, where `trusts` holds only one of them; empty: there is no run yet, and a
  // change for some trusts is held against none.
  std::optional<std::vector<std::pair<std::string, std::string>>> trusts_of_run;
  std::string loaded;  // path of the file or folder of trusts among which peers were found; empty: those that ship
  std::vector<std::string> noted_options;  // changed numbers of the policy of which a note says all there is to say
  std::string version, commit;
  std::vector<std::string> notes;  // what a reader must know of how the inputs came about
};

}  // namespace uor::model
