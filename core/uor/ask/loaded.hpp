// Many trusts at once: a CSV with a row a trust, a long extract, or a folder of such files, trust files and workbooks.
#pragma once

#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/ask/trusts.hpp"
#include "core/uor/model/inputs.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::ask {

struct LoadRequest {
  std::string path;       // a file or a folder
  bool skip_bad = false;  // what cannot be read is left out, and said
  bool any_scope = false;
  ShippedFacts shipped = ShippedFacts::under_own;
};

struct Loaded {
  std::string path;
  std::vector<trust::Trust> trusts;   // those to run, with what ships under each code
  std::vector<std::string> left_out;  // what could not be read, and trusts outside the scope; a message each
  std::vector<std::string> notes;     // what is left out
};

/// Error of the first thing that is wrong, unless bad ones are skipped; of a code in two files; when nothing is left.
Loaded load_trusts(const Library& library, const LoadRequest& request);

/// Those among whom peers of loaded trusts are found: themselves when they are enough, else the trusts that ship with
/// the loaded ones in their place.
struct PeerSector {
  std::vector<trust::Trust> trusts;
  bool loaded_alone = false;
};
PeerSector peer_sector(const Library& library, const std::vector<trust::Trust>& loaded);

/// The national quartiles of metrics that enough of the loaded trusts report, as options that change the policy:
/// "metric.dna_rate.median=7.1". Metrics whose quartiles fall together are left as they are.
std::vector<std::string> quartile_options(const Library& library, const std::vector<trust::Trust>& loaded,
                                          const policy::Policy& policy);

/// The scenario on all of them: their quartiles in the policy, their peers among themselves where they are enough.
model::Inputs assemble_loaded(const Library& library, const ModelRequest& request, scenario::Scenario scenario,
                              Loaded loaded);

/// "peers are found among ..., quartiles of 2 metrics (...) are those of ...".
std::string benchmark_note(const PeerSector& sector, const std::vector<std::string>& options, std::size_t loaded);

}  // namespace uor::ask
