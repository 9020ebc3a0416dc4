#include "core/uor/decide/facts.hpp"

#include <algorithm>
#include <map>

#include "core/uor/decide/players.hpp"

namespace uor::decide {

namespace {

using Known = std::map<std::string, trust::Reported>;

constexpr std::string_view of_field = "trust.", of_prompt = "judged.";

bool same(const Known& from, const Known& to, const std::string& id) {
  const auto a = from.find(id), b = to.find(id);
  if (a == from.end() || b == to.end()) return a == from.end() && b == to.end();
  return a->second.value == b->second.value && a->second.rounding == b->second.rounding &&
         a->second.month == b->second.month;
}

void add_different(FactPlayers& players, std::string_view prefix, const Known& from, const Known& to) {
  Known all = from;
  all.insert(to.begin(), to.end());
  for (const auto& [id, ignored] : all)
    if (!same(from, to, id)) players.push_back(std::string(prefix) + id);
}

bool same_rest(const model::Inputs& from, const model::Inputs& to) {
  const trust::Trust &a = from.trusts.front(), &b = to.trusts.front();
  const scenario::Variant programme_a{"", "", {}, {}, a.schemes}, programme_b{"", "", {}, {}, b.schemes};
  return a.policy_year == b.policy_year && a.figures_year == b.figures_year && a.type == b.type &&
         a.published.date == b.published.date && a.published.quality == b.published.quality && from.peers == to.peers &&
         from.peer_medians == to.peer_medians && a.evidence == b.evidence &&
         players_between(programme_a, programme_b).empty();
}

void take_over(Known& known, const Known& to, const std::string& id) {
  const auto found = to.find(id);
  known.erase(id);
  if (found != to.end()) known.insert(*found);
}

}  // namespace

FactPlayers facts_between(const model::Inputs& from, const model::Inputs& to) {
  const trust::Trust &a = from.trusts.front(), &b = to.trusts.front();
  FactPlayers players;
  add_different(players, of_field, a.reported, b.reported);
  add_different(players, of_prompt, a.judged, b.judged);
  if (!same_rest(from, to)) players.push_back(other_facts);
  return players;
}

model::Inputs with_facts(const model::Inputs& from, const model::Inputs& to, const FactPlayers& players,
                         const std::vector<bool>& taking_part) {
  model::Inputs made = from;
  trust::Trust& trust = made.trusts.front();
  const trust::Trust& other = to.trusts.front();
  Known reported = trust.reported, judged = trust.judged;
  for (std::size_t i = 0; i < players.size(); ++i) {
    if (!taking_part[i]) continue;
    if (players[i] == other_facts) {
      trust = other;
      made.peers = to.peers;
      made.peer_medians = to.peer_medians;
    } else if (players[i].rfind(of_field, 0) == 0) {
      take_over(reported, other.reported, players[i].substr(of_field.size()));
    } else {
      take_over(judged, other.judged, players[i].substr(of_prompt.size()));
    }
  }
  trust.reported = std::move(reported);
  trust.judged = std::move(judged);
  return made;
}

}  // namespace uor::decide
