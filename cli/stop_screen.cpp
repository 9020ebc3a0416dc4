#include "cli/stop_screen.hpp"

#include <fmt/format.h>

#include "core/uor/policy/policy.hpp"
#include "core/uor/tally/stop_rule.hpp"

namespace uor::cli {

namespace {

std::string error_in_words(const tally::LargestError& largest, const model::Header& header,
                           const std::vector<tally::Summary>& summaries) {
  std::string rating = policy::rating_ids[largest.rating];
  for (char& c : rating) c = c == '_' ? ' ' : c;
  return fmt::format("{:.2g} ({}, {}, {})", largest.error, header.trusts[summaries[largest.summary].trust].code,
                     header.sides[largest.side], rating);
}

}  // namespace

Lines stop_lines(const model::Header& header, const std::vector<tally::Summary>& summaries, const Style& style) {
  const model::StopRule& stop = header.stop;
  if (stop.until_se == 0 || summaries.empty()) return {};
  const tally::LargestError largest = tally::largest_error(summaries);
  const std::string where = error_in_words(largest, header, summaries);
  if (stop.reached) {
    return wrap("",
                fmt::format("{} trials were needed for every rating's standard error to be below {}; the largest is {}",
                            grouped(header.trials), stop.until_se, where),
                2);
  }
  return wrap("",
              style.warning(fmt::format(
                  "Not reached: after {} trials, the last look within --max-trials {}, the largest standard error is "
                  "{}, not below {}. About {} trials would do: raise --max-trials, or be content with less.",
                  grouped(header.trials), grouped(stop.max_trials), where, stop.until_se,
                  grouped(tally::trials_for(largest.error, header.trials, stop.until_se)))),
              2);
}

nlohmann::ordered_json json_of_stop(const model::Header& header, const std::vector<tally::Summary>& summaries) {
  const model::StopRule& stop = header.stop;
  if (stop.until_se == 0 || summaries.empty()) return nullptr;
  const tally::LargestError largest = tally::largest_error(summaries);
  return {{"until_se", stop.until_se},
          {"max_trials", stop.max_trials},
          {"reached", stop.reached},
          {"trials", header.trials},
          {"largest_standard_error", largest.error},
          {"trust", header.trusts[summaries[largest.summary].trust].code},
          {"scenario", header.sides[largest.side]},
          {"rating", policy::rating_ids[largest.rating]}};
}

}  // namespace uor::cli
