#include "core/uor/analyse/year_change.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace uor::analyse {

namespace {

std::optional<double> reported(const trust::Trust& trust, const std::string& field) {
  const auto found = trust.reported.find(field);
  return found == trust.reported.end() ? std::nullopt : std::optional<double>(found->second.value);
}

/// As people write it: 9.5, 0.125, 2,310; one decimal at least below a hundred, since "from 9 to 7" reads as rounded.
std::string figure(double value) {
  std::string text = fmt::format("{:.6g}", value);
  const bool whole = text.find_first_of(".e") == std::string::npos;
  const std::size_t first = value < 0 ? 1 : 0;
  if (text.find('e') == std::string::npos)
    for (std::size_t at = std::min(text.find('.'), text.size()); at > first + 3; text.insert(at, ",")) at -= 3;
  return whole && std::abs(value) < 100 ? text + ".0" : text;
}

/// With no more decimals than `like`, which is what somebody gave, has.
double rounded_as(double value, double like) {
  double scale = 1;
  constexpr double most = 1e6;
  while (scale < most && std::abs(like * scale - std::round(like * scale)) > 1e-9 * std::abs(like * scale)) scale *= 10;
  return std::round(value * scale) / scale;
}

}  // namespace

YearChange year_change(const policy::Metric& metric, std::optional<double> now, std::optional<double> year_ago,
                       const policy::Policy& policy) {
  YearChange change;
  change.now = now;
  change.year_ago = year_ago;
  change.threshold = policy.steady_share * (metric.upper - metric.lower) / 2;
  if (!now || !year_ago) return change;
  change.year_ago_uprated = *year_ago * (metric.money ? policy.last_year_prices : 1.0);
  const double better = metric.polarity * (*now - change.year_ago_uprated);
  change.direction = std::abs(better) < change.threshold || better == 0 ? YearChange::Direction::steady
                     : better > 0                                       ? YearChange::Direction::improved
                                                                        : YearChange::Direction::deteriorated;
  return change;
}

YearChange year_change(const policy::Metric& metric, const trust::Trust& trust, const policy::Policy& policy) {
  return year_change(metric, reported(trust, metric.id), reported(trust, metric.id + "_year_ago"), policy);
}

std::string name_of(YearChange::Direction direction) {
  switch (direction) {
    case YearChange::Direction::improved:
      return "improved";
    case YearChange::Direction::steady:
      return "steady";
    case YearChange::Direction::deteriorated:
      return "deteriorated";
    case YearChange::Direction::not_known:
      break;
  }
  return "not known";
}

std::string in_words(const YearChange& change) {
  if (change.direction == YearChange::Direction::not_known) {
    return change.now ? "not known (no figure of a year ago)" : "not known (not reported)";
  }
  const std::string prices =
      change.year_ago_uprated == *change.year_ago
          ? ""
          : fmt::format(" ({} at the prices of now)", figure(rounded_as(change.year_ago_uprated, *change.year_ago)));
  return fmt::format("{} from {}{} to {}", name_of(change.direction), figure(*change.year_ago), prices,
                     figure(*change.now));
}

std::string words_of_threshold(const policy::Policy& policy) {
  return fmt::format(
      "Steady: a change over twelve months, reported or forecast, below {:.0f} % of half the interquartile range. "
      "Money "
      "is compared net of national prices ({:.1f} % in the last year; in a forecast, those of the run).",
      100 * policy.steady_share, 100 * (policy.last_year_prices - 1));
}

}  // namespace uor::analyse
