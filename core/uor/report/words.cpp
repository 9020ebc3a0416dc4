#include "core/uor/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/base/month_names.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::report {

namespace {

constexpr const char* minus = "\u2212";

/// How a unit is said: beside a column of figures, and before and after one figure.
struct Unit {
  std::string_view id, name, before, after;
};
constexpr std::array<Unit, 8> units = {{{"GBP m", "£m", "£", "m"},
                                        {"GBP", "£", "£", ""},
                                        {"GBP thousand", "£ thousand", "£", " thousand"},
                                        {"GBP per occupied m2", "£ per occupied m²", "£", " per occupied m²"},
                                        {"percent", "%", "", " %"},
                                        {"percent over ceiling", "% over ceiling", "", " % over ceiling"},
                                        {"ratio", "ratio", "", ""},
                                        {"score", "score", "", ""}}};

const Unit* find_unit(std::string_view id) {
  const auto* const found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.id == id; });
  return found == units.end() ? nullptr : &*found;
}

/// With a first space that does not break.
std::string unbroken(std::string text) {
  if (text.starts_with(' ')) text.replace(0, 1, "\u00a0");
  return text;
}

std::string with_commas(std::string digits) {
  std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3; digits.insert(at, ",")) at -= 3;
  return digits;
}

int decimals_for(double magnitude) {
  if (magnitude >= 99.95) return 0;
  if (magnitude >= 9.995) return 1;
  return magnitude >= 0.9995 || magnitude < 0.0005 ? 2 : 3;
}

std::string unsigned_figure(double magnitude) {
  return with_commas(fmt::format("{:.{}f}", magnitude, decimals_for(magnitude)));
}

bool shows_zero(const std::string& digits) { return digits.find_first_of("123456789") == std::string::npos; }

std::string change_in_decimals(double change, double error, int decimals) {
  if (analyse::shows_no_change(change, error, decimals)) return "no change";
  return fmt::format("{} ± {}", plain_signed_decimals(change, decimals), analyse::error_figure(error, decimals));
}

}  // namespace

std::string true_minus(std::string_view text) {
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == '[';
    const bool of_a_number =
        at + 1 < text.size() && (is_digit(text[at + 1]) || text.substr(at + 1).starts_with("\u00a3"));
    out += text[at] == '-' && starts && of_a_number ? minus : std::string(1, text[at]);
  }
  return out;
}

std::string figure(double value) {
  if (!std::isfinite(value)) return "not known";
  std::string digits = unsigned_figure(std::abs(value));
  if (shows_zero(digits)) return "0";
  return value < 0 ? minus + digits : digits;
}

std::string signed_figure(double value) {
  const std::string digits = figure(value);
  return value > 0 && digits != "0" ? "+" + digits : digits;
}

std::string figure_with_error(double change, double standard_error) {
  if (figure(change) == "0" && figure(standard_error) == "0") return "no change";
  return signed_figure(change) + " ± " + figure(standard_error);
}

std::string plain_signed_decimals(double value, int decimals) {
  const std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
  if (shows_zero(digits)) return digits;
  return (value < 0 ? minus : "+") + digits;
}

std::string unit_name(const std::string& unit) {
  const Unit* known = find_unit(unit);
  return known == nullptr ? unit : std::string(known->name);
}

std::string in_unit(const std::string& digits, const std::string& unit) {
  if (const Unit* known = find_unit(unit)) return fmt::format("{}{}{}", known->before, digits, known->after);
  return unit.empty() ? digits : digits + " " + unit;
}

std::string with_unit(double value, const std::string& unit) {
  const std::string digits = figure(value);
  if (!std::isfinite(value)) return digits;
  const std::string sign = value < 0 && digits != "0" ? minus : "";
  const std::string bare = digits.substr(sign.size()), said = in_unit(bare, unit);
  const std::size_t after = said.find(bare) + bare.size();
  return sign + said.substr(0, after) + unbroken(said.substr(after));
}

std::string change_with_unit(double change, const std::string& unit) {
  const bool share = unit == "percent" || unit == "percent over ceiling";  // a change of percent would be ambiguous
  return (change > 0 && figure(change) != "0" ? "+" : "") + with_unit(change, share ? "percentage points" : unit);
}

std::string percent(double share) {
  if (!std::isfinite(share)) return "not known";
  const double value = 100 * share;
  if (value > 0 && value < 0.95) return "under 1\u00a0%";
  if (value < 100 && value > 99.05) return "over 99\u00a0%";
  return fmt::format("{:.0f}\u00a0%", value);
}

std::string percent_with_error(const analyse::Estimate& share) {
  return fmt::format("{:.1f} % ± {}", 100 * share.value, analyse::error_figure(100 * share.standard_error, 1));
}

std::string points_with_error(const analyse::Estimate& change) {
  return change_in_decimals(100 * change.value, 100 * change.standard_error, 1);
}

std::string rating_change_with_error(const analyse::Estimate& change) {
  return change_in_decimals(change.value, change.standard_error, 3);
}

std::string mark(const analyse::Estimate& change) { return analyse::within_two_errors(change) ? " *" : ""; }

const char* const mark_in_words = "* within two of its own standard errors: more trials would be needed to tell.";

std::string rating_name(int grade) { return rating_names.at(static_cast<std::size_t>(grade - 1)); }

std::string rating_name(const std::string& id) {
  for (std::size_t grade = 0; grade < rating_names.size(); ++grade)
    if (id == policy::rating_ids[grade]) return rating_names[grade];
  return id;
}

std::string month_name(std::size_t month) {
  constexpr std::size_t a_year = month_names.size();
  const std::string name = short_month_name(month - 1);
  return month <= a_year ? name : fmt::format("{}, year {}", name, (month - 1) / a_year + 1);
}

std::string numbered_month(std::size_t index) {
  constexpr std::size_t a_year = month_names.size();
  const std::string year = index < a_year ? "" : fmt::format(" (year {})", index / a_year + 1);
  return fmt::format("M{} {}{}", index + 1, short_month_name(index), year);
}

std::string grouped(std::uint64_t number) { return with_commas(std::to_string(number)); }

std::string capital(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string lower(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace uor::report
