// One trial of a result file, derived again, and how it compares with what the file holds.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/uor/rate/rating.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::ask {

/// Which trial: indices into the file's header.
struct TrialChoice {
  std::size_t trust = 0, side = 0;
  std::uint64_t trial = 0;
};

struct Replay {
  model::Header header;                              // of the trust alone
  std::map<std::string, std::vector<double>> value;  // by quantity, [month]
  std::vector<rate::Grade> rating_by_month;
  rate::Grade rating = 0, quality = 0, combined = 0;
  double latent = 0;

  /// In the assessment month; NaN for a quantity that the model does not have.
  double at_assessment(const std::string& quantity) const;
  /// In words; the id itself of a quantity that the header does not name.
  std::string title_of(const std::string& quantity) const;
  /// "" of a quantity that the header does not name.
  std::string unit_of(const std::string& quantity) const;
};

/// `inputs` are those of the file's trust. Every produced quantity is there, and drivers that vary.
Replay replay(model::Inputs inputs, const store::Result& result, const TrialChoice& choice);

/// What was compared, and the columns that are not the same bits.
struct ReplayComparison {
  std::size_t columns = 0;  // kept by the file, final ratings included
  std::vector<std::string> differing;
};
ReplayComparison compare(const Replay& replay, const store::Result& result, const TrialChoice& choice);

}  // namespace uor::ask
