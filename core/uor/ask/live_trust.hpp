// One trust whose odds are asked for again and again: its model stays, and what sides read of the baseline.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "core/uor/ask/odds_request.hpp"
#include "core/uor/model/header.hpp"
#include "core/uor/run/simulate.hpp"

namespace uor::ask {

/// Threads may ask at once, each with workers of its own.
class LiveTrust {
 public:
  /// Of inputs with one trust and fixed benchmarks. Error as run::Engine and model::Model.
  explicit LiveTrust(model::Inputs inputs);

  const model::Model& model() const { return model_; }
  /// Without what the run was read from.
  const model::Header& header() const { return header_; }

  /// The entry of `results` that a run has which sets these drivers, on so many Sobol points and to the bit; with
  /// `notes` where all is asked for. Error of a driver or a value, in the words of --set. Stopped as run::simulate.
  report::Json odds(const std::vector<std::string>& set, std::uint64_t points, Detail detail, run::Workers& workers,
                    const std::stop_token& stop);
  /// {surplus_gbp_m: {value, standard_error, change, change_standard_error}} of the year up to the assessment month;
  /// null where no plugin gives one.
  report::Json money(const std::vector<std::string>& set, run::Workers& workers, const std::stop_token& stop) const;

 private:
  std::vector<scenario::Variant> variants_of(const std::vector<std::string>& set) const;
  std::shared_ptr<const run::Baseline> baseline_for(const std::vector<scenario::Variant>& variants,
                                                    const model::Sides& sides, run::Workers& workers);
  void make_baseline(run::Workers& workers);

  model::Model model_;
  model::Header header_;
  std::mutex mutex_;
  std::map<std::string, scenario::Adjustment> moved_;  // drivers that were asked for, each as it was at first
  std::shared_ptr<const run::Baseline> baseline_;
  bool has_baseline_ = true;  // false: the sides of this model cannot have one
};

}  // namespace uor::ask
