#include "core/uor/report/received.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/analyse/proposed.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::report {

namespace {

analyse::Shares4 certain(int grade) {
  analyse::Shares4 odds{};
  odds.at(static_cast<std::size_t>(grade - 1)) = 1;
  return odds;
}

std::string question_title(std::string question) {
  std::replace(question.begin(), question.end(), '_', ' ');
  return capital(std::move(question));
}

/// As the trust gives it, else as CQC last published it, else as usual among trusts: what a run takes.
ReceivedRating question_of(const policy::QualityPrior& prior, const trust::Trust* trust) {
  ReceivedRating rating{prior.question, question_title(prior.question), prior.probability,
                        "not known: as usual among trusts"};
  if (trust == nullptr) return rating;
  if (const auto given = trust->reported.find("quality_" + prior.question); given != trust->reported.end()) {
    rating.odds = certain(static_cast<int>(std::lround(given->second.value)));
    rating.basis = "as the trust gives it";
    return rating;
  }
  for (const trust::PublishedQuestion& published : trust->published.quality) {
    if (published.question != prior.question || published.grade == 0) continue;
    rating.odds = certain(published.grade);
    rating.basis = "published " + trust::date_in_words(published.date);
  }
  return rating;
}

std::string agreed_words(const policy::Agreement& agreed) {
  if (agreed.always_as_proposed()) return "published by CQC, as proposed";
  return "published by CQC: " + percent(agreed.lowered) + " of the proposals lowered, " + percent(agreed.raised) +
         " raised";
}

}  // namespace

std::vector<ReceivedRating> ratings_received(const policy::Policy& policy, const trust::Trust* trust,
                                             const ReceivedOdds& odds) {
  std::vector<ReceivedRating> all;
  for (const policy::QualityPrior& prior : policy.rating.quality_priors) all.push_back(question_of(prior, trust));
  const policy::Agreement& agreed = policy.rating.agreed;
  const auto proposed = analyse::proposed_odds(odds.use_of_resources, agreed);
  all.push_back({"use_of_resources_proposed", "Use of resources, proposed", proposed,
                 proposed ? "proposed by NHS Improvement" : "cannot be told from what is published"});
  all.push_back({"use_of_resources", "Use of resources, final", odds.use_of_resources, agreed_words(agreed)});
  all.push_back({"quality", "Quality: the five together", odds.quality, "by CQC's rule"});
  all.push_back({"combined", "Combined: all six", odds.combined, "by CQC's rule"});
  if (!odds.combined_given) all.back() = {"combined", "Combined: all six", {}, "none was given yet at that time"};
  return all;
}

Json json_of(const ReceivedRating& rating) {
  Json odds = rating.odds ? Json(*rating.odds) : Json();
  return {{"id", rating.id}, {"title", rating.title}, {"odds", odds}, {"basis", rating.basis}};
}

}  // namespace uor::report
