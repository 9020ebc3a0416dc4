#include "cli/run_screen.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/plan_lines.hpp"
#include "cli/sector_screen.hpp"
#include "cli/stop_screen.hpp"
#include "cli/text.hpp"
#include "cli/trust_list.hpp"
#include "cli/trust_screen.hpp"

namespace uor::cli {

void print_run(const ask::Library& library, const model::Header& header, const std::vector<decide::PlannedOption>& plan,
               const std::vector<tally::Summary>& summaries, const tally::Sector* sector, const Style& style,
               Levels levels) {
  print_run_heading(header, style);
  print_block(plan_lines(plan, header.assessment_month, style));
  const Lines stop = stop_lines(header, summaries, style);
  print(stop);
  if (!stop.empty()) fmt::print("\n");
  if (header.trusts.size() > most_full_screens) {
    if (sector != nullptr) print_sector_screen({header, summaries, *sector, style, levels == Levels::all});
    if (sector == nullptr) print_trust_list(header, summaries, style);
  } else {
    for (const tally::Summary& summary : summaries) {
      print_trust_screen({header, summary, style}, library);
      fmt::print("\n");
    }
  }
  print_notes(header, style);
}

}  // namespace uor::cli
