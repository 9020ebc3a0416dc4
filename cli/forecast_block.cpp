#include "cli/forecast_block.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/text_table.hpp"
#include "core/uor/ask/report_context.hpp"
#include "core/uor/ask/result_inputs.hpp"
#include "core/uor/base/decimals.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t most_sides = 4;  // what a screen is wide enough for

std::string amount(const report::BridgeStep& step) {
  return step.total ? decimals(step.mean_gbp_m, 2) : signed_decimals(step.mean_gbp_m, 2);
}

}  // namespace

report::OwnForecast own_forecast_of(const model::Header& header, const tally::Summary& summary,
                                    const ask::Library& library) {
  report::TrustContext about;
  try {
    about.trust = ask::trust_of(header, header.trusts[summary.trust], library.fields());
  } catch (const Error&) {
    return {};  // a file of another version, whose trust cannot be read back: reports say so
  }
  if (!about.trust->reported.contains("forecast_surplus")) return {};
  std::vector<std::string> notes;
  return report::own_forecast_of({header, summary}, about, ask::policy_of_run(library, header, notes).shown);
}

Lines forecast_block(const TrustView& view, const ask::Library& library) {
  const report::OwnForecast forecast = own_forecast_of(view.header, view.summary, library);
  if (forecast.sides.empty()) return {};
  const std::size_t shown = std::min(forecast.sides.size(), most_sides);
  std::vector<Align> aligns(shown + 1, Align::right);
  aligns[0] = Align::left;
  TextTable table(aligns, "");
  std::vector<std::string> head = {"Your forecast and ours, GBP m"};
  for (std::size_t side = 0; side < shown; ++side) head.push_back(shorten(view.header.sides[side], 14));
  table.head(std::move(head));
  for (std::size_t step = 0; step < forecast.sides[0].size(); ++step) {
    std::vector<std::string> cells = {"  " + shorten(forecast.sides[0][step].title, 46)};
    for (std::size_t side = 0; side < shown; ++side) cells.push_back(amount(forecast.sides[side][step]));
    table.row(std::move(cells));
  }
  return table.lines(view.style);
}

}  // namespace uor::cli
