// The reported figures of one trust as numbers, and what was found to contradict what.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// Figures that give each other may differ by this share of them: the model's anchoring rule (standing: assumed).
inline constexpr double agreeing_share = 0.02;

class Figures {
 public:
  explicit Figures(const Trust& trust) : trust_(trust) {}

  /// NaN where unknown.
  double operator[](const std::string& id) const;
  bool knows(const std::string& id) const { return trust_.reported.count(id) > 0; }
  /// Half the width of the interval that a figure was rounded to; 0 for exact and unknown ones.
  double rounding(const std::string& id) const;
  /// Half the last digit of a figure as it is written, or its stated rounding when that is wider; 0 for unknown ones.
  double precision(const std::string& id) const;
  /// The same figures with one moved by its precision.
  Figures nudged(const std::string& id) const;

  void warn(const std::string& id, std::string text) { add(false, id, std::move(text)); }
  void warn(const Where& where, std::string text) { result_.findings.push_back({false, std::move(text), where}); }
  void refuse(const std::string& id, std::string text) { add(true, id, std::move(text)); }
  void agree(const std::string& id) { result_.agreeing.push_back(id); }
  Reconciliation result() && { return std::move(result_); }

 private:
  void add(bool error, const std::string& id, std::string text);

  const Trust& trust_;
  std::string nudged_;
  Reconciliation result_;
};

/// The five finance metrics against the figures that give them; errors.
void reconcile_metrics(Figures& figures);

/// Once March is closed: the plan to date against the plan of the year, the trust's forecast against the accounts.
void reconcile_closed_year(Figures& figures);

}  // namespace uor::trust
