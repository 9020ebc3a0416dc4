#include "cli/worth_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <vector>

#include "cli/text.hpp"
#include "core/uor/ask/unknowns.hpp"
#include "core/uor/model/today.hpp"

namespace uor::cli {

namespace {

constexpr std::uint64_t worth_trials = 16384;  // standard error at most 0.6 points, in about a second

/// "Doctors cost ..." -> "doctors cost ...", but "A&E ..." and "GBP ..." stay.
std::string inside_a_sentence(std::string text) {
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0)
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

/// Without a limit all of them; with one, those that are told from nothing.
void print_worths(const std::vector<ask::Unknown>& unknowns, std::size_t limit) {
  std::size_t shown = 0;
  for (const ask::Unknown& unknown : unknowns) {
    const bool nothing = limit != no_limit && unknown.worth.share < 2 * unknown.worth.standard_error;
    if (shown == limit || nothing) break;
    const std::string share =
        fmt::format("{:7.1f} % ±{:.1f}", 100 * unknown.worth.share, 100 * unknown.worth.standard_error);
    print(wrap(share + "  ", unknown.title + " [" + unknown.where + "]", visible_width(share) + 2));
    ++shown;
  }
  const std::size_t left = unknowns.size() - shown;
  if (left > 0)
    fmt::print("  and {} more{} (--worth)\n", left,
               shown < limit ? ", each within two standard errors of nothing" : "");
}

}  // namespace

void print_worth(const model::Inputs& given, const trust::Fields& fields, std::size_t limit, const Style& style) {
  model::Inputs inputs = model::as_of_today(given);
  inputs.scenario.run.trials = worth_trials;
  inputs.keep = {};
  inputs.keep.drivers = inputs.keep.latent = true;
  run::Engine engine(inputs);
  analyse::WorthSink sink;
  engine.run(sink);
  double judgement = 0;
  for (const analyse::Worth& worth : sink.worths())
    if (engine.header().drivers[worth.driver].id == "rating.judgement") judgement = worth.share;
  const std::vector<ask::Unknown> sorted = ask::sorted_unknowns(inputs, fields, engine.header(), sink.worths());
  fmt::print("\n{}\n", style.bold("What knowing more would be worth"));
  if (sorted.empty()) {
    fmt::print("  Nothing that a trust could know is unknown.\n");
    return;
  }
  const std::string known = sorted[0].judged ? "what assessors would answer to \"" + sorted[0].title + "\""
                                             : "the " + inside_a_sentence(sorted[0].title);
  print(wrap("  ",
             fmt::format("Knowing {} would remove {:.0f} % of what is unknown about the rating.", known,
                         100 * sorted[0].worth.share),
             2));
  print_worths(sorted, limit);
  const auto prompt =
      std::find_if(sorted.begin(), sorted.end(), [](const ask::Unknown& unknown) { return unknown.judged; });
  if (prompt != sorted.end()) print(wrap("  ", style.faint("A prompt is " + prompt->drawn + "."), 2));
  print(wrap("  ",
             style.faint(fmt::format(
                 "Share of the variance of the scale on which the rating is struck, over {} trials, with its standard "
                 "error. First order: unknowns that go together share what they explain, so the "
                 "shares need not add up. The assessors' own judgement, which nobody can know: "
                 "{:.0f} %.",
                 grouped(worth_trials), 100 * judgement)),
             2));
}

}  // namespace uor::cli
