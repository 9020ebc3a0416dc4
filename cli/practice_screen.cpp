#include "cli/practice_screen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/heading.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/loaded.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/report/practice.hpp"
#include "core/uor/report/words.hpp"

namespace uor::cli {

namespace {

using report::Practice;

std::vector<trust::Trust> trusts_to_rank(const Arguments& arguments, const ask::Library& library) {
  if (!arguments.has("trusts")) return library.sector();
  return ask::load_trusts(library, {arguments.text("trusts"), arguments.has("skip-bad")}).trusts;
}

std::vector<Practice> practice_asked(const Arguments& arguments, const ask::Library& library) {
  const policy::Policy& policy = library.policy(arguments.text("policy", "framework"));
  std::vector<Practice> all = report::practice_of(trusts_to_rank(arguments, library), policy, library.fields().all());
  const std::string asked = arguments.text("best");
  if (asked == "all") return all;
  std::vector<std::string> known = {"all"};
  for (const policy::Metric& metric : policy.metrics) known.push_back(metric.id);
  if (policy.find_metric(asked) == nullptr)
    throw Error(fmt::format("--best '{}': no such metric.{} `uor trusts --best all` has those that are reported", asked,
                            did_you_mean(asked, known)));
  std::erase_if(all, [&](const Practice& one) { return one.metric != asked; });
  if (all.empty())
    throw Error(
        fmt::format("--best '{}': no two trusts report it on its own basis; give figures by --trusts FILE", asked));
  return all;
}

void print_ranking(const Practice& practice, std::size_t most, const Style& style) {
  print_heading(fmt::format("{}: {} trusts, median {}", practice.title, practice.ranking.size(),
                            report::with_unit(practice.median, practice.unit)),
                style);
  TextTable table({Align::right, Align::left, Align::left, Align::left, Align::right});
  for (std::size_t i = 0; i < std::min(most, practice.ranking.size()); ++i) {
    const report::PracticeTrust& trust = practice.ranking[i];
    table.row({std::to_string(i + 1), trust.code, shorten(trust.name, 44), shorten(trust.region, 22),
               report::with_unit(trust.value, practice.unit)});
  }
  print(table.lines(style));
}

void print_regions(const Practice& practice, const Style& style) {
  if (practice.regions.empty()) return;
  TextTable table({Align::left, Align::right, Align::right, Align::left, Align::right});
  table.head({"by region", "trusts", "median", "best", ""});
  for (const report::PracticeRegion& region : practice.regions)
    table.row({shorten(region.name, 30), std::to_string(region.trusts), report::with_unit(region.median, practice.unit),
               region.best.code, report::with_unit(region.best.value, practice.unit)});
  print(table.lines(style));
}

report::Json json_of_rankings(const std::vector<Practice>& practice) {
  report::Json list = report::Json::array();
  for (const Practice& one : practice) list.push_back(report::json_of(one, one.ranking.size()));
  return list;
}

}  // namespace

void print_practice(const Arguments& arguments, const ask::Library& library) {
  const std::vector<Practice> practice = practice_asked(arguments, library);
  if (arguments.has("json")) {
    fmt::print("{}\n", report::text_of(json_of_rankings(practice), 2));
    return;
  }
  const Style style = Style::of_standard_output(arguments);
  for (const Practice& one : practice) {
    print_ranking(one, arguments.text("best") == "all" ? report::shown_best : one.ranking.size(), style);
    print_regions(one, style);
  }
  print(wrap("\n",
             style.faint("The best first, as reported, whatever the year; figures carried over from another basis "
                         "do not count. What the best did is theirs to tell."),
             0));
}

}  // namespace uor::cli
