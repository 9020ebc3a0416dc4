// The brief in the shape of the framework's report: per key line of enquiry, strengths and areas for improvement by
// rule (policies/report.toml) from the metrics, and the proposed rating with its odds. No sentence is invented.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/trust_figures.hpp"

namespace uor::report {

struct KloeBrief {
  std::string id, title;
  int likeliest = 1;  // the rating that its score most often rounds to, 1 inadequate to 4
  double share = 0;   // of trials in which it does
  std::vector<std::string> strengths, improvements;
  std::vector<std::string> changes;        // of its metrics over twelve months, as reported
  std::size_t metrics = 0, not_known = 0;  // initial metrics, and those that were drawn from national figures
};

struct Brief {
  int proposed = 1;  // the likeliest rating
  Odds4 odds{};
  std::vector<KloeBrief> kloes;
};

/// On one side, at the assessment month (index `month`).
Brief brief_of(const TrustFigures& trust, const Rules& rules, std::size_t side, std::size_t month);

/// `sentence` with {name} replaced by its value for each pair.
std::string filled(std::string sentence, const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace uor::report
