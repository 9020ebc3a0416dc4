#include "cli/unsealed.hpp"

#include "core/uor/store/seal.hpp"

namespace uor::cli {

namespace {

constexpr const char* option = "trust-file";

}  // namespace

void add_trust_file(Options& options) {
  add_flag(options, option, "read result files that have no digest too: nobody can tell whether they were changed");
}

void heed_trust_file(const Arguments& arguments) {
  if (arguments.has(option)) store::read_unsealed_files();
}

}  // namespace uor::cli
