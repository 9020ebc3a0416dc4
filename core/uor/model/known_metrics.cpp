#include "core/uor/model/known_metrics.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace uor::model {

namespace {

/// How model/facts.cpp begins what it says of a metric that other figures give.
bool is_derived(std::string_view how) {
  constexpr std::array<std::string_view, 2> whole = {"not reported, derived as ",
                                                     "not reported, from the accounts to date"};
  if (std::any_of(whole.begin(), whole.end(), [&](std::string_view start) { return how.starts_with(start); }))
    return true;
  const std::string_view settled = "not reported, derived (";
  return how.starts_with(settled) && how.find(": from ") != std::string_view::npos;
}

}  // namespace

KnownMetrics known_metrics(const Header& header, std::size_t trust) {
  const TrustInfo& info = header.trusts[trust];
  KnownMetrics known{static_cast<std::size_t>(info.metrics_reported), 0, header.metrics.size()};
  for (const std::string& line : info.assumed) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) continue;
    const std::string metric = "metric." + line.substr(0, colon);
    const bool is_metric = std::any_of(header.metrics.begin(), header.metrics.end(),
                                       [&](const Quantity& one) { return one.id == metric; });
    if (is_metric && is_derived(std::string_view(line).substr(colon + 2))) ++known.derived;
  }
  known.reported = std::min(known.reported, known.all);
  known.derived = std::min(known.derived, known.all - known.reported);
  return known;
}

}  // namespace uor::model
