#include "core/uor/ask/challenge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/decide/facts.hpp"

namespace uor::ask {

namespace {

double good_in(const analyse::Odds4& odds) { return odds[2].value + odds[3].value; }

double good_today(const model::Inputs& inputs) { return good_in(odds_today(inputs).rating); }

/// Whether the player is of this fact: "trust.dna_rate", "judged.people.rotas".
bool is_of(const std::string& player, const std::string& id) {
  return player == "trust." + id || player == "judged." + id;
}

/// With one player's new facts alone; other facts are those of the whole trust.
double effect_of(const model::Inputs& from, const model::Inputs& to, const decide::FactPlayers& players,
                 std::size_t player, double before) {
  std::vector<bool> alone(players.size(), false);
  alone[player] = true;
  return good_today(decide::with_facts(from, to, players, alone)) - before;
}

/// A change that no field or prompt has: of schemes, the year, what is published.
Correction other_correction() {
  Correction other;
  other.fact.id = decide::other_facts;
  other.fact.title = "What is neither a field nor a prompt: savings schemes, year, peers";
  return other;
}

}  // namespace

Challenge challenge_of(const Library& library, const RatingRequest& request, const std::string& corrected) {
  RatingRequest second = request;
  second.trust = corrected;
  const model::Inputs from = rated_inputs(library, request).inputs, to = rated_inputs(library, second).inputs;
  const trust::Trust &was = from.trusts.front(), &is = to.trusts.front();
  if (was.code != is.code)
    throw Error(fmt::format("'{}' is of {} and '{}' of {} (two trusts, not two versions of one), give the same code",
                            request.trust, was.code, corrected, is.code));
  Challenge out{was.code, is.name, request.trust, corrected, from.scenario.run.trials};
  out.before = odds_today(from).rating;
  out.after = odds_today(to).rating;
  out.good_before = good_in(out.before);
  out.good_after = good_in(out.after);
  for (analyse::ChangedFact& fact : analyse::changed_facts(was, from.policy, is, to.policy, library.fields().all()))
    out.corrections.push_back({std::move(fact)});
  const decide::FactPlayers players = decide::facts_between(from, to);
  for (std::size_t p = 0; p < players.size(); ++p) {
    auto found = std::find_if(out.corrections.begin(), out.corrections.end(),
                              [&](const Correction& one) { return is_of(players[p], one.fact.id); });
    if (found == out.corrections.end()) found = out.corrections.insert(found, other_correction());
    found->given = true;
    found->effect += effect_of(from, to, players, p, out.good_before);
  }
  return out;
}

}  // namespace uor::ask
