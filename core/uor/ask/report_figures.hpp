// The figures of a report, from a result file and what stands beside it.
#pragma once

#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/report/figures.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::ask {

struct FiguresRequest {
  std::vector<std::string> trust;  // codes of those to show in full
  bool quick = false;              // without what the assumptions cost, for which the baseline is run again
  ModelRequest model;
};

/// Error (Fault::input) for a code that the run does not have.
report::Figures figures_of_result(const Library& library, const FiguresRequest& request, const store::Result& result);

}  // namespace uor::ask
