#include "cli/worth_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>

#include "cli/text.hpp"
#include "core/uor/analyse/worth.hpp"
#include "core/uor/run/facts.hpp"

namespace uor::cli {

namespace {

constexpr std::uint64_t worth_trials = 16384;  // standard error at most 0.6 points, in about a second

/// Something that a user could find out.
struct Unknown {
  std::string title;  // in plain words
  std::string where;  // the field or driver to give
  bool judged = false;
  analyse::Worth worth;
};

class Unknowns {
 public:
  Unknowns(const run::Inputs& inputs, const trust::Fields& fields) : inputs_(inputs), fields_(fields) {}

  void add(const Quantity& driver, const analyse::Worth& worth) {
    const auto unknown = meaning_of(driver);
    if (!unknown) return;
    const auto [at, added] = by_place_.emplace(
        unknown->second,
        Unknown{unknown->first, unknown->second, driver.driver.fact.empty() && driver.id == unknown->second, worth});
    if (!added && worth.share > at->second.worth.share) at->second.worth = worth;  // one fact behind two drivers
  }

  /// The largest share first.
  std::vector<Unknown> sorted() const {
    std::vector<Unknown> all;
    for (const auto& entry : by_place_) all.push_back(entry.second);
    std::stable_sort(all.begin(), all.end(),
                     [](const Unknown& a, const Unknown& b) { return a.worth.share > b.worth.share; });
    return all;
  }

 private:
  using Meaning = std::optional<std::pair<std::string, std::string>>;

  /// Title and place of a driver that stands for a fact or a prompt; nothing for the chances of the year ahead.
  Meaning meaning_of(const Quantity& driver) const {
    if (!driver.driver.fact.empty()) return fact(driver.driver.fact);
    for (const policy::FieldDefault& rule : inputs_.policy.field_defaults)
      if (rule.drawn_as == driver.id) return fact(rule.field);
    for (const policy::Prompt& prompt : inputs_.policy.prompts)
      if (prompt.judged && prompt.held_by[0] == driver.id) return {{prompt.text, driver.id}};
    return {};
  }

  Meaning fact(const std::string& id) const {
    const trust::Field* field = fields_.find(id);
    const auto& reported = inputs_.trusts.front().reported;
    const auto given = reported.find(id);
    if (field == nullptr) return {};
    if (given == reported.end()) {
      const run::Fact fact = run::resolve_fact(*field, inputs_.trusts.front(), inputs_.policy);
      return fact.settled ? Meaning{} : Meaning{{field->title, id}};
    }
    if (given->second.rounding > 0) return {{field->title + ", more exactly", id}};
    return {};
  }

  const run::Inputs& inputs_;
  const trust::Fields& fields_;
  std::map<std::string, Unknown> by_place_;
};

/// "Doctors cost ..." -> "doctors cost ...", but "A&E ..." and "GBP ..." stay.
std::string inside_a_sentence(std::string text) {
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0)
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

/// Without a limit all of them; with one, those that are told from nothing.
void print_table(const std::vector<Unknown>& unknowns, std::size_t limit) {
  std::size_t shown = 0;
  for (const Unknown& unknown : unknowns) {
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

void print_worth(const run::Inputs& given, const trust::Fields& fields, std::size_t limit, const Style& style) {
  run::Inputs inputs = given;
  inputs.scenario.run.trials = worth_trials;
  inputs.keep = {};
  inputs.keep.drivers = inputs.keep.latent = true;
  run::Engine engine(inputs);
  analyse::WorthSink sink;
  engine.run(sink);
  Unknowns unknowns(inputs, fields);
  double judgement = 0;
  for (const analyse::Worth& worth : sink.worths()) {
    const Quantity& driver = engine.header().drivers[worth.driver];
    unknowns.add(driver, worth);
    if (driver.id == "rating.judgement") judgement = worth.share;
  }
  const std::vector<Unknown> sorted = unknowns.sorted();
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
  print_table(sorted, limit);
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
