// A savings scheme as data: what it is planned to save, from when, and how sure it is. Trust files and scenarios hold
// programmes of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/uor/base/distribution.hpp"
#include "core/uor/base/error.hpp"

namespace uor {

/// Where a scheme's money shows; the numbers are the codes that plugins read.
enum class SchemeCategory {
  through_driver = 0,  // no money of its own: it moves a driver, and the model works out what that is worth
  pay = 1,
  nonpay = 2,
  income = 3,
  not_cash = 4,  // planned, but releases no cash
};

/// "pay", "nonpay", "income", "not_cash": as files write them; "driver" for a scheme that acts through one.
std::string_view name_of(SchemeCategory category);

struct SavingsScheme {
  std::string name;
  SchemeCategory category = SchemeCategory::pay;
  double plan_gbp_m = 0;                 // in the year, from its start to March
  double start_month = 1;                // of the year: 1 is April, 12 is March
  double recurrent_percent = 100;        // what of it lasts beyond March
  std::optional<Distribution> delivery;  // percent of plan; nothing: as the programme
  Distribution delay_months = Distribution::constant(0);
  std::optional<double> delivered_to_date_gbp_m;  // in the closed months; nothing: not given

  // Of a scheme that acts through a driver, at full delivery:
  std::string driver;
  Operation operation = Operation::add;  // add or multiply
  double change = 0;

  Where where;
};

inline constexpr std::size_t max_schemes = 8;

/// GBP m a year of all schemes.
double plan_of(const std::vector<SavingsScheme>& schemes);

/// Percent of the plan that is recurrent; 100 for a plan of nothing.
double recurrent_percent_of(const std::vector<SavingsScheme>& schemes);

}  // namespace uor
