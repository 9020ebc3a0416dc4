#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/scenario/check.hpp"

namespace uor::scenario {

namespace {

constexpr const char* forms =
    "write driver=value, driver=+x, driver=-x (add), driver=*x (multiply), driver=<=x (at most), driver=>=x (at least) "
    "or "
    "driver==-x (a negative value), and @M behind it to act from month M";

double read_value(std::string_view text, const Where& where) {
  double value = 0.0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    throw Error(where, "'" + std::string(text) + "' is not a finite number, " + forms);
  }
  if (std::abs(value) > limits::change) {
    throw Error(where, "'" + std::string(text) + "' is beyond any quantity of the model, " + forms);
  }
  return value;
}

/// Takes `@M` off the end.
void take_month(std::string_view& text, Adjustment& adjustment) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return;
  const std::string_view month = text.substr(at + 1);
  const auto [end, failure] = std::from_chars(month.data(), month.data() + month.size(), adjustment.from_month);
  if (failure != std::errc() || end != month.data() + month.size() || adjustment.from_month < 1 ||
      adjustment.from_month > max_months) {
    throw Error(adjustment.where, "'" + std::string(month) + "' is no month from 1 (April) to " +
                                      std::to_string(max_months) + ", " + forms);
  }
  adjustment.dated = true;
  text = text.substr(0, at);
}

/// Reads what follows the first '='.
void read_operation(std::string_view text, Adjustment& adjustment) {
  if (text.starts_with("<=") || text.starts_with(">=")) {
    const double limit = read_value(text.substr(2), adjustment.where);
    (text.front() == '<' ? adjustment.limits.at_most : adjustment.limits.at_least) = limit;
    adjustment.operates = false;
    return;
  }
  const char sign = text.empty() ? '\0' : text.front();
  if (sign == '+' || sign == '*' || sign == '=') {
    text.remove_prefix(1);
    if (sign == '+') adjustment.operation = Operation::add;
    if (sign == '*') adjustment.operation = Operation::multiply;
    if (sign == '+' && !text.empty() && text.front() == '-') text = {};  // "+-3" is nobody's number
  } else if (sign == '-') {
    adjustment.operation = Operation::add;
  }
  adjustment.value = read_value(text, adjustment.where);
}

}  // namespace

bool is_of_options(const Variant& variant) {
  return variant.schemes.empty() && variant.varies.empty() &&
         std::all_of(variant.adjustments.begin(), variant.adjustments.end(),
                     [](const Adjustment& adjustment) { return !adjustment.option.empty(); });
}

void apply_set_option(Scenario& scenario, const std::string& option) {
  Adjustment adjustment;
  adjustment.option = option;
  adjustment.where = {"--set " + option};
  const std::size_t equals = option.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Error(adjustment.where, std::string(equals == 0 ? "no driver" : "no '='") + " (malformed), " + forms);
  }
  adjustment.driver = option.substr(0, equals);
  if (adjustment.driver.find_first_of(" \t") != std::string::npos) {
    throw Error(adjustment.where, std::string("a space in the driver's name (malformed), ") + forms);
  }
  std::string_view asked = std::string_view(option).substr(equals + 1);
  take_month(asked, adjustment);
  read_operation(asked, adjustment);
  if (scenario.variants.empty()) {
    const std::string name = scenario.name == "baseline" ? "set" : scenario.name;
    scenario.variants.push_back({name, "", {}, {}, {}});
  }
  for (Variant& variant : scenario.variants) {
    variant.adjustments.push_back(adjustment);
    check_entries(variant);
  }
  if (scenario.variants.size() == 1 && is_of_options(scenario.variants.front())) {
    scenario.title += (scenario.variants.front().adjustments.size() == 1 ? " with " : " ") + adjustment.where.file;
    scenario.question.clear();
  }
}

}  // namespace uor::scenario
