#include "cli/support_screen.hpp"

#include <fmt/format.h>

#include "cli/heading.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"

namespace uor::cli {

void print_received(const std::vector<report::ReceivedRating>& received, const Style& style) {
  print_heading("The ratings that a trust receives, percent", style);
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::left});
  table.head({"", "inadeq.", "req. imp.", "good", "outst.", ""});
  for (const report::ReceivedRating& rating : received) {
    std::vector<std::string> cells = {rating.title};
    for (std::size_t grade = 0; grade < 4; ++grade)
      cells.push_back(rating.odds ? fmt::format("{:.1f}", 100 * (*rating.odds)[grade]) : "-");
    cells.push_back(shorten(rating.basis, 40));
    table.row(std::move(cells));
  }
  print(table.lines(style));
}

void print_support(const report::SupportNeeds& needs, const Style& style) {
  if (needs.theme.empty()) return;
  print_heading("Support needs: " + needs.theme, style);
  for (const std::string& words : {needs.together, needs.since})
    if (!words.empty()) print(wrap("  ", words, 2));
  for (const report::SupportNeed& need : needs.needs)
    print(wrap("  - ", need.area + ": " + need.words + style.faint(" [" + need.rule + "]"), 4));
  if (needs.needs.empty()) fmt::print("  Nothing that was found triggers a closer look.\n");
  print(wrap("  ", style.faint("Rules with their sources: policies/support_needs.toml. They never move the odds."), 2));
}

}  // namespace uor::cli
