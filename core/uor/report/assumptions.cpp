#include "core/uor/report/assumptions.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "core/uor/report/assumed_words.hpp"

namespace uor::report {

namespace {

constexpr std::array<const char*, 4> standings = {"verified", "derived", "unverified", "assumed"};

/// Takes "(standing: source)" off the end of a line, when it ends so.
void split_source(Assumption& assumption) {
  std::string& how = assumption.how;
  if (how.empty() || how.back() != ')') return;
  for (const char* standing : standings) {
    const std::size_t at = how.find(" (" + std::string(standing) + ": ");
    if (at == std::string::npos) continue;
    const std::size_t start = at + 4 + std::string(standing).size();
    assumption.standing = standing;
    assumption.source = how.substr(start, how.size() - start - 1);
    how.resize(at);
    return;
  }
}

using Titles = std::map<std::string, std::string>;

Titles titles_of(const Context& context) {
  Titles titles;
  for (const trust::Field& field : context.fields) titles[field.id] = field.title;
  return titles;
}

Assumption read_line(const std::string& line, const Titles& titles) {
  const std::size_t colon = line.find(": ");
  Assumption assumption;
  assumption.id = line.substr(0, colon);
  const auto title = titles.find(assumption.id);
  assumption.title = title == titles.end() ? assumption.id : title->second;
  if (colon != std::string::npos) assumption.how = line.substr(colon + 2);
  split_source(assumption);
  return assumption;
}

void add_worth(std::vector<Assumption>& assumptions, const Study& study) {
  for (const UnknownWorth& unknown : study.unknowns) {
    const auto found = std::find_if(assumptions.begin(), assumptions.end(),
                                    [&](const Assumption& assumption) { return assumption.id == unknown.where; });
    const analyse::Estimate worth = {unknown.share, unknown.standard_error};
    if (found != assumptions.end())
      found->worth = worth;
    else
      assumptions.push_back({unknown.where, unknown.title, std::string(not_judged) + unknown.drawn, "", "", "", worth});
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
  for (const std::string& line : trust.assumed) assumptions.push_back(read_line(line, titles));
  if (about.study) add_worth(assumptions, *about.study);
  for (Assumption& assumption : assumptions) assumption.in_words = assumed_in_words(assumption.how, titles);
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
