#include "core/uor/report/assumptions.hpp"

#include <algorithm>
#include <map>

#include "core/uor/report/assumed_words.hpp"

namespace uor::report {

namespace {

using Titles = std::map<std::string, std::string>;

Titles titles_of(const Context& context) {
  Titles titles;
  for (const trust::Field& field : context.fields) titles[field.id] = field.title;
  return titles;
}

Assumption assumption_of(const model::Fact& fact, const Titles& titles) {
  const auto title = titles.find(fact.field);
  return {fact.field,
          title == titles.end() ? fact.field : title->second,
          way_of(fact),
          assumed_in_words(fact, titles),
          fact.standing ? std::string(name_of(*fact.standing)) : "",
          fact.source,
          {}};
}

/// Of a prompt that nobody judged.
Assumption unjudged(const UnknownWorth& unknown) {
  return {
      unknown.where, unknown.title, "not judged, " + unknown.drawn, "Not judged: " + unknown.drawn + ".", "", "", {}};
}

void add_worth(std::vector<Assumption>& assumptions, const Study& study) {
  for (const UnknownWorth& unknown : study.unknowns) {
    const auto found = std::find_if(assumptions.begin(), assumptions.end(),
                                    [&](const Assumption& assumption) { return assumption.id == unknown.where; });
    Assumption& one = found != assumptions.end() ? *found : assumptions.emplace_back(unjudged(unknown));
    one.worth = {unknown.share, unknown.standard_error};
  }
  std::stable_sort(assumptions.begin(), assumptions.end(), [](const Assumption& a, const Assumption& b) {
    return (a.worth ? a.worth->value : -1) > (b.worth ? b.worth->value : -1);
  });
}

}  // namespace

std::vector<Assumption> assumptions_of(const model::TrustInfo& trust, const Context& context,
                                       const TrustContext& about) {
  std::vector<Assumption> assumptions;
  const Titles titles = titles_of(context);
  for (const model::Fact& fact : trust.assumed) assumptions.push_back(assumption_of(fact, titles));
  if (about.study) add_worth(assumptions, *about.study);
  return assumptions;
}

Json json_of(const Assumption& assumption) {
  return {{"id", assumption.id},
          {"title", assumption.title},
          {"how", assumption.how},
          {"in_words", assumption.in_words},
          {"standing", assumption.standing},
          {"source", assumption.source},
          {"worth", assumption.worth ? json_of(*assumption.worth) : Json()}};
}

}  // namespace uor::report
