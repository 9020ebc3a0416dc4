#include "core/uor/report/against_first.hpp"

namespace uor::report {

namespace {

Json side_json(const SideName& side) {
  return {{"file", side.file}, {"scenario", side.scenario}, {"title", side.title}};
}

Json sector_json(const analyse::SectorComparison& sector) {
  Json rating;
  for (std::size_t grade = 0; grade < 4; ++grade)
    rating[policy::rating_ids[grade]] = json_of(sector.ratings[grade].trusts);
  return {{"trusts", sector.trusts},
          {"trials", sector.trials},
          {"good_or_better", json_of(sector.good_or_better)},
          {"expected_rating", json_of(sector.expected_rating)},
          {"rating", rating},
          {"from_to", sector.pairs}};
}

}  // namespace

analyse::Change below_good_change(const analyse::Change& good_or_better) {
  return {1 - good_or_better.from, 1 - good_or_better.to, 0 - good_or_better.change, good_or_better.standard_error,
          good_or_better.basis};
}

Json json_of(const TrustChanges& trust) {
  return {{"code", trust.code}, {"name", trust.name}, {"changes", json_of(trust.changes)}};
}

Json json_of(const TrustDiffers& trust) {
  return {{"code", trust.code}, {"name", trust.name}, {"differs", json_of(trust.differs)}};
}

Json json_of(const MovedTrust& trust) {
  return {{"code", trust.code},
          {"name", trust.name},
          {"good_or_better", json_of(trust.good_or_better)},
          {"below_good", json_of(trust.below_good)},
          {"expected_rating", json_of(trust.expected_rating)},
          {"expected_score", json_of(trust.expected_score)}};
}

Json json_of(const AgainstFirst& against) {
  return {{"from", side_json(against.from)},
          {"to", side_json(against.to)},
          {"why_not", against.why_not},
          {"notes", against.notes},
          {"differs", json_list(against.differs)},
          {"trusts", json_list(against.trusts)},
          {"rows", json_list(against.rows)},
          {"sector", against.sector ? sector_json(*against.sector) : Json()}};
}

}  // namespace uor::report
