// The range of a field, and which slip of unit or sign would bring a value back into it.
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "core/uor/trust/number.hpp"

namespace uor::trust {

namespace {

/// A value written in `meant` is `factor` times too small for a field in `unit`.
struct UnitSlip {
  std::string_view unit;
  double factor;
  std::string_view meant;
};

constexpr std::array<UnitSlip, 9> unit_slips = {{
    {"percent", 100, "a fraction"},
    {"GBP m", 1e-3, "GBP thousand"},
    {"GBP m", 1e-6, "GBP"},
    {"GBP m", 1e3, "GBP billion"},
    {"GBP thousand", 1e-3, "GBP"},
    {"GBP thousand", 1e3, "GBP m"},
    {"GBP", 1e3, "GBP thousand"},
    {"GBP", 1e-2, "pence"},
    {"ratio", 1e-2, "percent"},
}};

std::string_view family(const Field& field) {
  if (is_percent(field)) return "percent";
  if (field.unit == "GBP m" || field.unit == "GBP thousand") return field.unit;
  return field.unit.rfind("GBP", 0) == 0 ? std::string_view("GBP") : std::string_view(field.unit);
}

bool inside(double value, const Field& field) { return value >= field.lower && value <= field.upper; }

/// " (it looks like GBP thousand), write 579.437", or the range when no slip explains the value.
std::string likely_fix(double value, const Field& field) {
  std::string meant, write;
  for (const UnitSlip& slip : unit_slips) {
    if (slip.unit != family(field) || value == 0 || !inside(value * slip.factor, field)) continue;
    meant += (meant.empty() ? "" : " or ") + std::string(slip.meant);
    write += (write.empty() ? "" : " or ") + plain_number(value * slip.factor);
  }
  if (!meant.empty()) return " (it looks like " + meant + "), write " + write;
  if (value < 0 && inside(-value, field))
    return " (negative), costs and counts are positive: write " + plain_number(-value);
  return " (out of range), it must be from " + plain_number(field.lower) + " to " + plain_number(field.upper) + " " +
         field.unit;
}

bool is_whole_number_unit(const Field& field) {
  return field.unit == "yes=1" || field.unit == "rating" || field.unit == "months";
}

}  // namespace

std::string plain_number(double value, int digits) {
  char buffer[32];
  const int length = std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
  return {buffer, static_cast<std::size_t>(length)};
}

bool is_percent(const Field& field) { return field.unit.rfind("percent", 0) == 0; }

void check_value(double value, const Field& field, const Where& where, bool sure_of_unit) {
  const auto subject = [&] { return field.id + " is " + plain_number(value) + " " + field.unit; };
  if (!std::isfinite(value)) throw Error(where, subject() + " (not finite), leave it out when it is unknown");
  if (!inside(value, field)) throw Error(where, subject() + likely_fix(value, field));
  if (is_whole_number_unit(field) && value != std::round(value)) {
    throw Error(where, subject() + " (a whole number is needed), write one from " + plain_number(field.lower) + " to " +
                           plain_number(field.upper));
  }
  // Shares that cannot be negative: a true value below 1 percent is rare, a fraction is a common slip. Margins and
  // variances (which can be negative) are often that small, so reconcile() warns there instead.
  const bool share = field.unit == "percent" && field.lower >= 0;
  if (share && !sure_of_unit && value > 0 && value < 1 && inside(value * 100, field)) {
    throw Error(where, subject() + " (it looks like a fraction), write " + plain_number(value * 100) + ", or \"" +
                           plain_number(value) + "%\" if it is that small");
  }
}

}  // namespace uor::trust
