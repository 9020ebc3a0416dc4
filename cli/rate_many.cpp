#include "cli/rate_many.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "cli/requests.hpp"
#include "cli/result_json.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/many_rated.hpp"
#include "core/uor/ask/rating.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/report/published_json.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

ask::ManyRequest many_request(const Arguments& arguments) {
  ask::ManyRequest request;
  request.load = {arguments.text("trusts"), arguments.has("skip-bad"), arguments.has("any-scope"),
                  shipped_facts(arguments)};
  request.trials =
      arguments.whole_number("trials", ask::fewest_rating_trials, ask::most_rating_trials).value_or(request.trials);
  request.seed = arguments.whole_number("seed", 0, std::numeric_limits<std::uint64_t>::max());
  request.model = model_request(arguments);
  return request;
}

Json json_of_rated(const ask::RatedTrust& trust) {
  return {{"trust", trust.code},
          {"name", trust.name},
          {"region", trust.region},
          {"stp", trust.stp},
          {"month", trust.closed_months},
          {"metrics_reported", trust.metrics_reported},
          {"ratings", report::json_of_shares(trust.rating)},
          {"standard_error", report::json_of_standard_errors(trust.rating, trust.good_or_better)},
          {"good_or_better", trust.good_or_better.value},
          {"finance_score", std::isfinite(trust.finance_score) ? Json(trust.finance_score) : Json()},
          {"last_published", report::json_of_published(trust.published)},
          {"warnings", trust.warnings}};
}

Json json_of_many(const ask::ManyRated& rated) {
  Json list = Json::array();
  for (const ask::RatedTrust& trust : rated.trusts) list.push_back(json_of_rated(trust));
  return {{"trials", rated.trials},
          {"seed", rated.seed},
          {"trusts", list},
          {"left_out", rated.left_out},
          {"notes", rated.notes}};
}

std::vector<std::string> line_of(const ask::RatedTrust& trust, std::uint64_t trials) {
  std::vector<std::string> cells = {trust.code, shorten(trust.name, 36)};
  for (const analyse::Estimate& odds : trust.rating) cells.push_back(percent(odds.value, trials));
  cells.push_back(percent(trust.good_or_better.value, trials));
  cells.push_back(std::isfinite(trust.finance_score) ? fmt::format("{:.2f}", trust.finance_score) : "");
  return cells;
}

void print_many(const ask::ManyRated& rated, const Style& style) {
  fmt::print("{}: {} trusts, {} a trust, seed {}\n\n", style.bold("Today's odds of use of resources, percent"),
             rated.trusts.size(), counted(rated.trials, "trial"), rated.seed);
  TextTable table(
      {Align::left, Align::left, Align::right, Align::right, Align::right, Align::right, Align::right, Align::right},
      "");
  table.head({"", "", "inadeq.", "req. imp.", "good", "outst.", "good +", "finance"});
  for (const ask::RatedTrust& trust : rated.trusts) table.row(line_of(trust, rated.trials));
  print(table.lines(style));
  fmt::print("\n");
  for (const std::string& note : rated.notes) print(wrap(style.warning("Note: "), note, 2));
  fmt::print("Finance: the mean finance score, 1 best to 4 worst. All of one trust: uor rate FILE.csv:CODE\n");
}

}  // namespace

void rate_many(const Arguments& arguments) {
  const ask::ManyRated rated = ask::ratings_of(ask::Library(), many_request(arguments));
  if (arguments.has("json")) {
    fmt::print("{}\n", report::text_of(json_of_many(rated), 2));
  } else {
    print_many(rated, Style::of_standard_output(arguments));
  }
}

}  // namespace uor::cli
