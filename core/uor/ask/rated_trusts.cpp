#include "core/uor/ask/rated_trusts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/uor/ask/inputs.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::ask {
namespace {

/// Balances of March 2019 were published with the trusts' accounts, from June 2019 on.
constexpr Date balances_published = {2019, 6, 1};

/// What was known of a trust when it was rated: before the accounts of 2018/19, the interim support of a year earlier.
trust::Trust at_date(trust::Trust trust, const std::optional<Date>& date) {
  if (!date || *date >= balances_published) return trust;
  trust.reported.erase("interim_support");
  const auto before = trust.reported.find("interim_support_year_ago");
  if (before != trust.reported.end()) trust.reported["interim_support"] = before->second;
  trust.reported.erase("interim_support_year_ago");
  return trust;
}

std::map<std::string, trust::Trust> known_trusts(const Library& library) {
  std::map<std::string, trust::Trust> known;
  for (const trust::Trust& trust : library.trust_rows()) known.emplace(trust.code, trust);
  return known;
}

/// Simulated once for each different set of facts: a trust's own, and that of an earlier date.
class Simulations {
 public:
  Simulations(const Library& library, const RatedRequest& request, RatedTrusts& out)
      : library_(library), request_(request), out_(out) {}

  void add(const fit::Assessment& assessment, const trust::Trust& trust) {
    const bool early = out_.at_report_date && assessment.date && *assessment.date < balances_published;
    Batch& batch = early ? early_ : late_;
    const auto [at, added] = batch.place.emplace(trust.code, batch.trusts.size());
    if (added) batch.trusts.push_back(early ? at_date(trust, assessment.date) : trust);
    take_published(batch.trusts[at->second], assessment.date);
    batch.subjects.emplace_back(out_.subjects.size(), at->second);
    out_.subjects.push_back({assessment.code, fit::date_words(assessment), assessment.grade, nullptr,
                             fit::features_of(batch.trusts[at->second])});
  }

  void run() {
    simulate(late_);
    simulate(early_);
  }

 private:
  struct Batch {
    std::map<std::string, std::size_t> place;
    std::vector<trust::Trust> trusts;
    std::vector<std::pair<std::size_t, std::size_t>> subjects;  // subject, trust
  };

  /// Only what was published before the report that is forecast, and before any other of the same trust: what came out
  /// with it would tell. None of it enters the use-of-resources rating. Of a rating without a date nothing is known to
  /// be older.
  void take_published(trust::Trust& trust, const std::optional<Date>& date) const {
    trust::PublishedRatings before =
        trust::published_ratings(out_.published_text, out_.published_path, trust.code,
                                 {date ? to_string(*date) : std::to_string(earliest_year), true});
    if (!trust.published.looked_up || before.text.size() < trust.published.text.size()) trust.published = before;
  }

  void simulate(Batch& batch) {
    if (batch.trusts.empty()) return;
    scenario::Scenario scenario = baseline_scenario();
    scenario.run.trials = request_.trials;
    scenario.run.seed = request_.seed.value_or(scenario.run.seed);
    model::Inputs inputs = assemble(library_, request_.model, std::move(scenario), batch.trusts);
    if (out_.today) inputs = model::as_of_today(std::move(inputs));
    out_.policy = inputs.policy;
    out_.evidence.push_back(std::make_unique<std::vector<fit::Evidence>>(fit::simulate_evidence(std::move(inputs))));
    for (const auto& [subject, trust] : batch.subjects)
      out_.subjects[subject].evidence = &(*out_.evidence.back())[trust];
  }

  const Library& library_;
  const RatedRequest& request_;
  RatedTrusts& out_;
  Batch early_, late_;
};

}  // namespace

RatedTrusts rated_trusts(const Library& library, const RatedRequest& request) {
  RatedTrusts out;
  out.at_report_date = request.at_report_date;
  const std::string shipped = library.assessments_path();
  out.published_path = shipped;
  out.published_text = library.assessments();
  out.today = !request.forecast;
  out.assessments = fit::read_assessments(request.assessments.value_or(shipped));
  if (out.at_report_date) fit::require_dates(out.assessments, spelled(request.model.spelling, "at_report_date"));
  out.skipped = out.assessments.unrated;
  const std::map<std::string, trust::Trust> known = known_trusts(library);
  Simulations simulations(library, request, out);
  for (const fit::Assessment& assessment : out.assessments.rated) {
    const auto trust = known.find(assessment.code);
    if (trust == known.end() || !(trust->second.in_scope || request.any_scope)) {
      out.skipped.push_back(assessment.code);
    } else {
      simulations.add(assessment, trust->second);
    }
  }
  if (out.subjects.empty()) {
    throw Error({out.assessments.path},
                "no trust in this file is both rated and known (`uor trusts --all` lists who is known)");
  }
  simulations.run();
  return out;
}

fit::Numbers numbers_before(const policy::Policy& policy, const fit::Likelihood& likelihood) {
  fit::Numbers before = likelihood.given();
  for (std::size_t k = 0; k < before.weights.size(); ++k)
    before.weights[k] = policy.before.weights.at(policy.rating.kloes[k].id);
  before.cuts = policy.before.cuts;
  for (std::size_t l = 0; l < before.limiters.size(); ++l) {
    before.limiters[l] = policy.before.limiters.at(policy.rating.limiters[likelihood.soft()[l]].id);
  }
  for (std::size_t i = 0; i < before.indicators.size(); ++i) {
    before.indicators[i] = policy.before.indicators.at(policy.rating.indicators[i].id);
  }
  return before;
}

}  // namespace uor::ask
