// A draft report in the framework's shape, of statements that each say where they come from.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/uor/report/json.hpp"
#include "core/uor/report/received.hpp"
#include "core/uor/report/support.hpp"

namespace uor::report {

/// A sentence made by a rule from figures or judgements, and what they stand in.
struct DraftSentence {
  std::string text, source;
};

struct DraftKloe {
  std::string id, title, question;
  std::vector<DraftSentence> how, outstanding, improvement;  // how resources are used, practice, areas for improvement
};

struct Draft {
  std::string code, name;
  std::string known;    // how much of it rests on the trust's own figures
  std::string basis;    // what today's odds stand on
  bool shadow = false;  // of a pilot year: an indicative ("shadow") rating
  std::array<double, 4> odds{};
  int proposed = 1;  // the likeliest rating
  std::string last_published;
  std::vector<DraftSentence> rating;  // why it is proposed: what holds it down, what the odds are made of
  std::vector<DraftKloe> kloes;
  std::vector<ReceivedRating> received;
  SupportNeeds support;
};

/// "Proposed rating: requires improvement (62 %); ..."; of a pilot year an indicative one.
std::string proposed_words(const Draft& draft);

Json json_of(const Draft& draft);

}  // namespace uor::report
