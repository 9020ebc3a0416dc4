#include "core/uor/report/draft.hpp"

#include <fmt/format.h>

#include "core/uor/report/words.hpp"

namespace uor::report {

namespace {

Json json_of(const std::vector<DraftSentence>& statements) {
  Json list = Json::array();
  for (const DraftSentence& one : statements) list.push_back({{"text", one.text}, {"source", one.source}});
  return list;
}

Json json_of(const DraftKloe& kloe) {
  return {{"id", kloe.id},
          {"title", kloe.title},
          {"question", kloe.question},
          {"how_resources_are_used", json_of(kloe.how)},
          {"outstanding_practice", json_of(kloe.outstanding)},
          {"areas_for_improvement", json_of(kloe.improvement)}};
}

}  // namespace

std::string proposed_words(const Draft& draft) {
  std::string odds;
  for (std::size_t grade = 4; grade-- > 0;)
    odds += fmt::format("{}{} {}", odds.empty() ? "" : ", ", lower(rating_names[grade]), percent(draft.odds[grade]));
  return fmt::format("{}: {} (odds: {})", draft.shadow ? "Indicative (shadow) rating" : "Proposed rating",
                     lower(rating_name(draft.proposed)), odds);
}

Json json_of(const Draft& draft) {
  Json kloes = Json::array();
  for (const DraftKloe& kloe : draft.kloes) kloes.push_back(json_of(kloe));
  return {{"trust", draft.code},
          {"name", draft.name},
          {"known", draft.known},
          {"basis", draft.basis},
          {"shadow", draft.shadow},
          {"proposed", policy::rating_ids[static_cast<std::size_t>(draft.proposed - 1)]},
          {"odds", draft.odds},
          {"last_published", draft.last_published},
          {"rating", json_of(draft.rating)},
          {"kloes", kloes},
          {"received", json_list(draft.received)},
          {"support", json_of(draft.support)}};
}

}  // namespace uor::report
