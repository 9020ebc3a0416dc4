#include "core/uor/report/known.hpp"

#include <algorithm>

#include "core/uor/report/brief.hpp"

namespace uor::report {

Known known_of(const std::vector<KnownRule>& rules, std::size_t reported, std::size_t all) {
  const double percent = all == 0 ? 0 : 100.0 * static_cast<double>(reported) / static_cast<double>(all);
  for (const KnownRule& rule : rules) {
    if (percent < rule.from_percent) continue;
    return {reported, all, rule.name,
            filled(rule.sentence, {{"reported", std::to_string(reported)},
                                   {"all", std::to_string(all)},
                                   {"drawn", std::to_string(all - std::min(reported, all))}})};
  }
  return {reported, all, "", ""};
}

Json json_of(const Known& known) {
  return {{"reported", known.reported}, {"all", known.all}, {"name", known.name}, {"sentence", known.sentence}};
}

}  // namespace uor::report
