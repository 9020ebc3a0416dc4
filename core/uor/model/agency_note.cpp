#include "core/uor/model/agency_note.hpp"

#include <fmt/format.h>

#include <optional>

namespace uor::model {
namespace {

std::optional<double> reported(const trust::Trust& trust, const char* field) {
  const auto found = trust.reported.find(field);
  return found == trust.reported.end() ? std::nullopt : std::optional(found->second.value);
}

/// Percent over its ceiling, as reported or as spend and ceiling give it.
std::optional<double> over_ceiling(const trust::Trust& trust) {
  if (const auto over = reported(trust, "agency_spend")) return over;
  const auto spend = reported(trust, "agency_spend_gbp_m"), ceiling = reported(trust, "agency_ceiling");
  if (!spend || !ceiling || !(*ceiling > 0)) return std::nullopt;
  return 100 * (*spend / *ceiling - 1);
}

}  // namespace

std::vector<std::string> already_above(const scenario::Adjustment& adjustment, const std::vector<trust::Trust>& trusts,
                                       const policy::Shown& shown) {
  std::vector<std::string> notes;
  if (adjustment.driver != shown.role("agency_lever") || adjustment.operation != Operation::set) return notes;
  for (const trust::Trust& trust : trusts) {
    const auto over = over_ceiling(trust);
    if (!over || *over <= adjustment.value) continue;
    notes.push_back(
        fmt::format("{}: agency of {} is {:.1f} % over its ceiling already, so holding it at {} % lowers its "
                    "spend",
                    to_string(adjustment.where), trust.code, *over, adjustment.value));
  }
  return notes;
}

}  // namespace uor::model
