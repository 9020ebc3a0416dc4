// `uor challenge`: what the corrections of a trust's file change.
#include "core/uor/ask/challenge.hpp"

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/rating_options.hpp"
#include "cli/requests.hpp"
#include "cli/result_json.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_of_correction(const ask::Correction& one) {
  return {{"id", one.fact.id},
          {"title", one.fact.title},
          {"unit", one.fact.unit},
          {"old", one.fact.from.text},
          {"new", one.fact.to.text},
          {"given", one.given},
          {"effect", one.given ? Json(one.effect) : Json()}};
}

Json json_of_challenge(const ask::Challenge& challenge) {
  Json list = Json::array();
  for (const ask::Correction& one : challenge.corrections) list.push_back(json_of_correction(one));
  return {{"trust", challenge.code},
          {"name", challenge.name},
          {"old", challenge.from},
          {"new", challenge.to},
          {"trials", challenge.trials},
          {"old_ratings", report::json_of_shares(challenge.before)},
          {"new_ratings", report::json_of_shares(challenge.after)},
          {"old_good_or_better", challenge.good_before},
          {"new_good_or_better", challenge.good_after},
          {"corrections", list}};
}

std::string effect_text(double effect) {
  const double points = 100 * effect;
  return std::abs(points) < 0.005 ? "0.00" : fmt::format("{:+.2f}", points);
}

void print_odds_of(const ask::Challenge& challenge, const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
  table.head({"today's odds, percent", "inadeq.", "req. imp.", "good", "outst.", "good +"});
  const auto row = [&](const char* what, const analyse::Odds4& odds, double good) {
    std::vector<std::string> cells = {what};
    for (const analyse::Estimate& share : odds) cells.push_back(fmt::format("{:.2f}", 100 * share.value));
    cells.push_back(fmt::format("{:.2f}", 100 * good));
    table.row(std::move(cells));
  };
  row("before the corrections", challenge.before, challenge.good_before);
  row("with all of them", challenge.after, challenge.good_after);
  print(table.lines(style));
}

void print_challenge(const ask::Challenge& challenge, const Style& style) {
  fmt::print("{}  {}\n", style.bold(challenge.code), challenge.name);
  print(wrap("Accuracy challenge: ", challenge.from + " as it was, " + challenge.to + " corrected", 2));
  fmt::print("\n");
  print_odds_of(challenge, style);
  fmt::print("\n");
  TextTable table({Align::left, Align::left, Align::left, Align::right});
  table.head({"correction", "old", "new", "alone, points"});
  for (const ask::Correction& one : challenge.corrections)
    table.row({shorten(one.fact.title, 44), shorten(one.fact.from.text, 18), shorten(one.fact.to.text, 18),
               one.given ? effect_text(one.effect) : "follows"});
  print(table.lines(style));
  if (challenge.corrections.empty()) fmt::print("  The two say the same.\n");
  print(wrap(
      "",
      style.faint("Points of the odds of good or better, each correction alone, over the same draws; they need not "
                  "add up. What follows was not written in either file. Accuracy and completeness can be "
                  "challenged, the rating cannot (brief guide, October 2017)."),
      0));
}

}  // namespace

int challenge_command(const Words& words) {
  const Usage usage = {
      "challenge",
      "OLD NEW [options]",
      "Two versions of a trust's file: which fields and judgements were corrected, today's odds before and\n"
      "after, and what each correction does alone. OLD may be the code of a trust that ships. Writes\n"
      "nothing.",
      {"uor challenge old.toml new.toml"},
      2,
      2};
  const auto arguments = Arguments::parse(usage, rating_options(), words);
  if (!arguments) return 0;
  const ask::Challenge challenge =
      ask::challenge_of(ask::Library(), rating_request(*arguments), arguments->positional()[1]);
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of_challenge(challenge), 2));
  } else {
    print_challenge(challenge, Style::of_standard_output(*arguments));
  }
  return 0;
}

}  // namespace uor::cli
