#include "cli/attributed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cli/decide_text.hpp"
#include "cli/text_table.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

/// The largest share first.
std::vector<std::size_t> by_size(const decide::Attributed& attributed) {
  std::vector<std::size_t> order(attributed.players.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto& shares = attributed.shares.shares;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return std::abs(shares[a].value) > std::abs(shares[b].value); });
  return order;
}

Json interactions_of(const decide::Attributed& attributed) {
  Json list = Json::array();
  const std::size_t players = attributed.players.size();
  if (attributed.shares.interactions.empty()) return list;
  for (std::size_t a = 0; a < players; ++a)
    for (std::size_t b = a + 1; b < players; ++b) {
      const study::Figure& found = attributed.shares.interactions[a * players + b];
      list.push_back({{"players", {attributed.players[a], attributed.players[b]}},
                      {"share", found.value},
                      {"standard_error", found.error}});
    }
  return list;
}

}  // namespace

Json json_of(const decide::Attributed& attributed) {
  Json players = Json::array();
  for (std::size_t i = 0; i < attributed.players.size(); ++i)
    players.push_back({{"id", attributed.players[i]},
                       {"share", attributed.shares.shares[i].value},
                       {"standard_error", attributed.shares.shares[i].error}});
  return {{"goal", name_of(attributed.goal)},
          {"trials", attributed.trials},
          {"exact", attributed.orders == 0},
          {"from", attributed.shares.from},
          {"to", attributed.shares.to},
          {"players", players},
          {"total", attributed.shares.total.value},
          {"total_standard_error", attributed.shares.total.error},
          {"interactions", interactions_of(attributed)}};
}

Lines attributed_block(const decide::Attributed& attributed, const Style& style) {
  const study::Attribution& shares = attributed.shares;
  Lines lines = {style.bold(fmt::format("What made the odds of {} go from {} to {}", goal_text(attributed.goal),
                                        odds_text(shares.from), odds_text(shares.to)))};
  TextTable table({Align::left, Align::right});
  table.head({"", "share, points"});
  for (const std::size_t i : by_size(attributed)) table.row({attributed.players[i], points_text(shares.shares[i])});
  table.row({"together", points_text(shares.total)});
  for (const std::string& line : table.lines(style)) lines.push_back(line);
  const std::string how = attributed.orders == 0
                              ? "over all sets of them"
                              : fmt::format("over {} orders of them and their reverses", attributed.orders);
  for (const std::string& line : wrap("",
                                      fmt::format("Shapley shares {}, on {}, paired; they add up to the change.", how,
                                                  counted(attributed.trials, "trial")),
                                      0))
    lines.push_back(style.faint(line));
  return lines;
}

}  // namespace uor::cli
