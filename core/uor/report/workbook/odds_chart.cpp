#include "core/uor/report/workbook/odds_chart.hpp"

#include <array>

#include "core/uor/report/words.hpp"

namespace uor::report::book {

namespace {

/// They tell inadequate .. outstanding apart for every eye (Okabe and Ito, 2008).
constexpr std::array<std::uint32_t, 4> rating_colours = {0xD55E00, 0xE69F00, 0x56B4E9, 0x0072B2};

}  // namespace

workbook::Chart odds_chart(const std::string& sheet, int first, int last, const std::string& title) {
  using workbook::Chart;
  Chart chart{Chart::Kind::stacked_bars, title, "", "", "0%", {}, 760, 90 + 46.0 * (last - first + 1)};
  for (std::size_t rating = 0; rating < rating_names.size(); ++rating) {
    const int column = odds_columns.first + 2 * static_cast<int>(rating);
    chart.series.push_back({rating_names[rating],
                            sheet,
                            {{first, 2}, {last, 2}},
                            {{first, column}, {last, column}},
                            rating_colours[rating]});
  }
  return chart;
}

}  // namespace uor::report::book
