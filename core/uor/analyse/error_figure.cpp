#include "core/uor/analyse/error_figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace uor::analyse {

namespace {

bool shows_zero(const std::string& text) { return text.find_first_of("123456789") == std::string::npos; }

}  // namespace

std::string error_figure(double error, int digits, std::uint64_t trials, double scale) {
  if (!std::isfinite(error)) return "?";
  const std::string text = fmt::format("{:.{}f}", error, digits);
  if (!shows_zero(text)) return text;
  const double step = std::pow(10.0, -digits);
  const double one_trial = error == 0 && trials > 0 ? scale / static_cast<double>(trials) : 0.0;
  const double tiny = 1e-9 * step;  // so that 0.1, which no double is, does not become 0.2
  return fmt::format("<{:.{}f}", std::max(step, std::ceil((one_trial - tiny) / step) * step), digits);
}

bool shows_no_change(double change, double error, int digits) {
  if (!std::isfinite(change) || !std::isfinite(error)) return false;
  return shows_zero(fmt::format("{:.{}f} {:.{}f}", change, digits, error, digits));
}

}  // namespace uor::analyse
