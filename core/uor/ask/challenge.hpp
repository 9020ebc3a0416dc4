// A challenge of accuracy: what the corrections of a trust's file change in today's odds.
#pragma once

#include <string>
#include <vector>

#include "core/uor/analyse/changed_facts.hpp"
#include "core/uor/ask/rating.hpp"

namespace uor::ask {

struct Correction {
  analyse::ChangedFact fact;  // old and new, in words; of what is not a field or prompt its id alone
  bool given = false;         // somebody wrote it; else it follows from what was
  double effect = 0;          // on the odds of good or better, this correction alone; of what was given
};

struct Challenge {
  std::string code, name, from, to;  // the two files
  std::uint64_t trials = 0;
  analyse::Odds4 before{}, after{};
  double good_before = 0, good_after = 0;    // odds of good or better
  std::vector<Correction> corrections = {};  // in the order of the fields
};

/// `request.trust` is the old version; both are rated today over the same draws. Error as rating_of(), and of two files
/// of different trusts.
Challenge challenge_of(const Library& library, const RatingRequest& request, const std::string& corrected);

}  // namespace uor::ask
