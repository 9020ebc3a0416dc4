// The statement of the first year month by month, and the trust's own forecast of it beside ours. Means over trials,
// GBP m: means of sums are sums of means, so that every column and every row adds up.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/bridge.hpp"
#include "core/uor/report/context.hpp"

namespace uor::report {

struct StatementRow {
  std::string id, title;
  bool total = false;        // the sum of rows above it
  std::vector<double> mean;  // by month
  double year_gbp_m = 0;     // what the months add up to
};

struct Statement {
  std::size_t closed_months = 0;                 // the first of the year, which are the accounts
  std::vector<std::vector<StatementRow>> sides;  // [side]; empty when the run did not summarise what it needs
  std::vector<std::string> steps;  // [side]: what makes the step from accounts to forecast; "" without one
};

Statement statement_of(const View& view, const TrustContext& about, const policy::Shown& rows);

/// From the trust's forecast to ours, by line; empty when the trust reports none or the run is shorter than the year.
struct OwnForecast {
  std::vector<std::vector<BridgeStep>> sides;
};

OwnForecast own_forecast_of(const View& view, const TrustContext& about, const policy::Shown& rows);

Json json_of(const StatementRow& row);
Json json_of(const Statement& statement);
Json json_of(const OwnForecast& forecast);

}  // namespace uor::report
