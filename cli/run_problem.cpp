#include "cli/run_problem.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "core/uor/run/demand.hpp"

namespace uor::cli {

model::Inputs run_problem(const ask::Library& library, const ask::RunRequest& request, bool quiet) {
  model::Inputs inputs = ask::problem_of(library, request);
  const auto asked = static_cast<int>(request.threads.value_or(0));
  if (quiet || inputs.threads == asked) return inputs;
  fmt::print(stderr, "uor: uses {} of {} threads, to stay within its memory; --most-memory GB allows more\n",
             inputs.threads, asked > 0 ? asked : run::all_cores());
  return inputs;
}

}  // namespace uor::cli
