#include "core/uor/model/known_metrics.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace uor::model {

namespace {

/// What files of earlier programs say of a field that other figures give.
bool is_written_as_derived(std::string_view words) {
  constexpr std::array<std::string_view, 2> whole = {"not reported, derived as ",
                                                     "not reported, from the accounts to date"};
  if (std::any_of(whole.begin(), whole.end(), [&](std::string_view start) { return words.starts_with(start); }))
    return true;
  return words.starts_with("not reported, derived (") && words.find(": from ") != std::string_view::npos;
}

bool is_given_by_others(const Fact& fact) {
  if (fact.how == How::as_written) return is_written_as_derived(fact.written);
  return fact.how == How::derived || fact.how == How::settled || !fact.accounts.empty();
}

}  // namespace

KnownMetrics known_metrics(const Header& header, std::size_t trust) {
  const TrustInfo& info = header.trusts[trust];
  KnownMetrics known{static_cast<std::size_t>(info.metrics_reported), 0, header.metrics.size(), 0};
  for (const Fact& fact : info.assumed) {
    const bool is_metric = std::any_of(header.metrics.begin(), header.metrics.end(),
                                       [&](const Quantity& one) { return one.id == "metric." + fact.field; });
    if (is_metric && fact.how == How::carried) ++known.carried;
    if (is_metric && is_given_by_others(fact)) ++known.derived;
  }
  known.reported = std::min(known.reported, known.all);
  known.carried = std::min(known.carried, known.reported);
  known.derived = std::min(known.derived, known.all - known.reported);
  return known;
}

}  // namespace uor::model
