#include "core/uor/trust/trust.hpp"

namespace uor::trust {

std::string effect_in_words(const FieldEffect& effect) {
  using Sign = FieldEffect::Sign;
  if (effect.shown_only()) return "shown only: " + effect.note;
  std::string words;
  if (effect.sign == Sign::rises) words = "more of it raises " + effect.moves;
  if (effect.sign == Sign::falls) words = "more of it lowers " + effect.moves;
  if (effect.sign == Sign::depends) words = "moves " + effect.moves + ", " + effect.note;
  if (effect.sign != Sign::depends && !effect.note.empty()) words += " (" + effect.note + ")";
  for (std::size_t i = 0; i < effect.unless.size(); ++i) {
    words += (i == 0 ? "; not where these are given: " : ", ") + effect.unless[i];
  }
  return words;
}

std::string superseded_by(const Field& field, const Trust& trust) {
  for (const std::string& other : field.effect.unless) {
    const auto given = trust.reported.find(other);
    if (given == trust.reported.end()) continue;
    const bool no_month = other == "last_closed_month" && given->second.value == 0;  // says that none is closed
    if (!no_month) return other;
  }
  return "";
}

}  // namespace uor::trust
