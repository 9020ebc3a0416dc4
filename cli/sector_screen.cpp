#include "cli/sector_screen.hpp"

#include <fmt/format.h>

#include "cli/text_table.hpp"
#include "core/uor/model/known_metrics.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_types = 7;

void print_sector_standing(const SectorView& view) {
  std::size_t reported = 0, derived = 0;
  for (std::size_t trust = 0; trust < view.header.trusts.size(); ++trust) {
    const model::KnownMetrics known = model::known_metrics(view.header, trust);
    reported += known.reported;
    derived += known.derived;
  }
  const auto mean = [&](std::size_t sum) {
    return static_cast<double>(sum) / static_cast<double>(view.header.trusts.size());
  };
  const std::string also = derived == 0 ? "" : fmt::format(" and {:.1f} derived", mean(derived));
  print(
      wrap("",
           view.style.warning(fmt::format("Illustrative: {:.1f} of {} metrics a trust are reported{}; national figures "
                                          "stand for the others.",
                                          mean(reported), view.header.metrics.size(), also)),
           2));
}

}  // namespace

void print_sector_screen(const SectorView& view) {
  fmt::print("{}: mean, 5 to 95 % of trials, and times as wide as if trusts were independent\n",
             view.style.bold("Trusts with each rating"));
  print(counts_block(view));
  print(sector_odds_block(view));
  const std::string& side = view.header.sides[view.last()];
  fmt::print("\n{}, expected number of trusts\n", view.style.bold(side));
  Lines types = types_block(view);
  if (types.size() > shown_types + 1) {
    const std::size_t more = types.size() - shown_types - 1;
    types.resize(shown_types + 1);
    types.push_back(fmt::format("and {} more types (--json)", more));
  }
  print(view.last() == 0 ? types : side_by_side(sector_from_to_block(view), types, 6, view.style));
  fmt::print("\n");
  print(regions_block(view));
  print(trust_movers_block(view));
  fmt::print("\n");
  print_sector_standing(view);
}

}  // namespace uor::cli
