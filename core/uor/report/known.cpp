#include "core/uor/report/known.hpp"

#include <fmt/format.h>

#include "core/uor/report/brief.hpp"

namespace uor::report {

namespace {

std::string derived_words(const model::KnownMetrics& metrics) {
  std::string words;
  if (metrics.carried > 0) words += fmt::format(", {} of them carried over from another basis", metrics.carried);
  if (metrics.derived > 0) words += fmt::format(", {} derived from other reported figures", metrics.derived);
  return words;
}

}  // namespace

Known known_of(const std::vector<KnownRule>& rules, const model::KnownMetrics& metrics) {
  const auto known = static_cast<double>(metrics.reported + metrics.derived);
  const double percent = metrics.all == 0 ? 0 : 100.0 * known / static_cast<double>(metrics.all);
  for (const KnownRule& rule : rules) {
    if (percent < rule.from_percent) continue;
    return {metrics, rule.name,
            filled(rule.sentence, {{"reported", std::to_string(metrics.reported)},
                                   {"derived", derived_words(metrics)},
                                   {"all", std::to_string(metrics.all)},
                                   {"drawn", std::to_string(metrics.drawn())}})};
  }
  return {metrics, "", ""};
}

Json json_of(const Known& known) {
  return {{"reported", known.metrics.reported}, {"carried_over", known.metrics.carried},
          {"derived", known.metrics.derived},   {"drawn", known.metrics.drawn()},
          {"all", known.metrics.all},           {"name", known.name},
          {"sentence", known.sentence}};
}

}  // namespace uor::report
