// The baseline's trials as columns: what was drawn, and what came of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/uor/decide/side_odds.hpp"

namespace uor::decide {

struct DriverColumn {
  std::size_t quantity = 0;
  std::vector<double> value;  // of a monthly driver the mean up to the assessment month [trial]
  std::vector<double> draw;   // standard normal, in the order of the values [trial]
};

struct OutputColumn {
  std::string id, title;
  std::vector<double> value;  // [trial]
};

struct BaselineColumns {
  std::vector<DriverColumn> drivers;  // those that vary, apart from what closed form integrates
  std::vector<OutputColumn> outputs;  // odds of each goal, the latent, the metrics, then the year's surplus
  std::size_t trials = 0;
  bool in_closed_form = false;  // the odds
};

/// Ids of the odds among the outputs, by goal.
std::string id_of_odds(Goal goal);

/// Of the first trust of a model, on so many trials. Error as run::simulate.
BaselineColumns baseline_columns(const model::Model& model, std::uint64_t trials, run::Workers& workers);

/// The same outputs of other sides, without a side beside the baseline: what a redrawn driver makes of them.
std::vector<OutputColumn> outputs_of(const model::Sides& sides, std::uint64_t trials, run::Workers& workers);

/// What baseline_columns() asks of a run, with drivers or without.
model::Wanted columns_wanted(const model::Model& model, bool drivers);

}  // namespace uor::decide
