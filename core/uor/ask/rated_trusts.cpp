#include "core/uor/ask/rated_trusts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/uor/ask/inputs.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::ask {
namespace {

std::map<std::string, trust::Trust> by_code(const std::vector<trust::Trust>& trusts) {
  std::map<std::string, trust::Trust> known;
  for (const trust::Trust& trust : trusts) known.emplace(trust.code, trust);
  return known;
}

/// Trusts that are simulated together, each once: those whose newest accounts are of one year, beside peers as they
/// were known on the first day after these.
struct Batch {
  std::vector<trust::Trust> trusts;
  std::vector<std::size_t> subjects;  // one a trust
};

/// One simulation for each year of accounts that was the newest when trusts were rated, or one for all in hindsight.
class Simulations {
 public:
  Simulations(const Library& library, const RatedRequest& request, RatedTrusts& out)
      : library_(library), request_(request), out_(out) {}

  void add(const fit::Assessment& assessment, trust::Trust trust) {
    take_published(trust, assessment.date);
    if (request_.same_day_quality) take_same_day(trust, assessment.date);
    out_.subjects.push_back(
        {assessment.code, fit::date_words(assessment), assessment.grade, nullptr, fit::features_of(trust)});
    Batch& batch = batch_for(trust);
    batch.subjects.push_back(out_.subjects.size() - 1);
    batch.trusts.push_back(std::move(trust));
  }

  void run() {
    for (auto& [year, batches] : batches_)
      for (Batch& batch : batches) simulate(batch, year);
  }

 private:
  /// The first that has not the same trust yet.
  Batch& batch_for(const trust::Trust& trust) {
    std::vector<Batch>& batches = batches_[trust.figures_year];
    const auto has = [&](const Batch& batch) {
      return std::any_of(batch.trusts.begin(), batch.trusts.end(),
                         [&](const trust::Trust& other) { return other.code == trust.code; });
    };
    for (Batch& batch : batches)
      if (!has(batch)) return batch;
    return batches.emplace_back();
  }

  /// Only what was published before the report that is forecast, and before any other of the same trust: what came out
  /// with it would tell. None of it enters the use-of-resources rating. Of a rating without a date nothing is known to
  /// be older.
  void take_published(trust::Trust& trust, const std::optional<Date>& date) const {
    trust.published = trust::published_ratings(out_.published_text, out_.published_path, trust.code,
                                               {date ? to_string(*date) : std::to_string(earliest_year), true});
  }

  /// The overall quality rating of the report itself, to see what others' judgement of the same days tells; no
  /// forecast.
  void take_same_day(trust::Trust& trust, const std::optional<Date>& date) const {
    trust.reported.erase("earlier_quality");
    if (!date) return;
    const int overall =
        trust::published_ratings(out_.published_text, out_.published_path, trust.code, {to_string(*date), false})
            .overall_quality;
    if (overall > 0)
      trust.reported["earlier_quality"] = {static_cast<double>(overall), 0, Where{out_.published_path}, "",
                                           "CQC, of the same day"};
  }

  /// Those among whom peers are found.
  std::vector<trust::Trust> sector(const std::string& year) const {
    constexpr int month_of_accounts = 7;
    const int first = trust::first_year_of(year);
    if (!out_.at_report_date || first == 0) return library_.sector();
    std::vector<trust::Trust> trusts = library_.trusts_known_by({first + 1, month_of_accounts, 1});
    std::erase_if(trusts, [](const trust::Trust& trust) { return !trust.in_scope; });
    return trusts;
  }

  void simulate(Batch& batch, const std::string& year) {
    scenario::Scenario scenario = baseline_scenario();
    scenario.run.trials = request_.trials;
    scenario.run.seed = request_.seed.value_or(scenario.run.seed);
    model::Inputs inputs = assemble(library_, request_.model, std::move(scenario), batch.trusts, sector(year));
    if (out_.today) inputs = model::as_of_today(std::move(inputs));
    out_.policy = inputs.policy;
    out_.evidence.push_back(std::make_unique<std::vector<fit::Evidence>>(fit::simulate_evidence(std::move(inputs))));
    for (std::size_t i = 0; i < batch.subjects.size(); ++i)
      out_.subjects[batch.subjects[i]].evidence = &(*out_.evidence.back())[i];
  }

  const Library& library_;
  const RatedRequest& request_;
  RatedTrusts& out_;
  std::map<std::string, std::vector<Batch>> batches_;  // by the year of the newest accounts
};

/// What was known of each trust when it was rated, or what is known now.
class KnownTrusts {
 public:
  KnownTrusts(const Library& library, bool at_report_date)
      : library_(library), at_report_date_(at_report_date), now_(by_code(library.trust_rows())) {}

  /// Null for a code that does not ship.
  const trust::Trust* find(const fit::Assessment& assessment) {
    const auto& trusts = at_report_date_ ? known_by(*assessment.date) : now_;
    const auto found = trusts.find(assessment.code);
    return found == trusts.end() ? nullptr : &found->second;
  }

 private:
  const std::map<std::string, trust::Trust>& known_by(const Date& date) {
    const auto found = then_.find(date);
    return found != then_.end() ? found->second
                                : then_.emplace(date, by_code(library_.trusts_known_by(date))).first->second;
  }

  const Library& library_;
  bool at_report_date_;
  std::map<std::string, trust::Trust> now_;
  std::map<Date, std::map<std::string, trust::Trust>> then_;
};

}  // namespace

RatedTrusts rated_trusts(const Library& library, const RatedRequest& request) {
  RatedTrusts out;
  out.at_report_date = !request.hindsight;
  const std::string shipped = library.assessments_path();
  out.published_path = shipped;
  out.published_text = library.assessments();
  out.today = !request.forecast;
  out.assessments = fit::read_assessments(request.assessments.value_or(shipped));
  const bool dated = std::any_of(out.assessments.rated.begin(), out.assessments.rated.end(),
                                 [](const fit::Assessment& one) { return one.date.has_value(); });
  if (request.at_report_date || dated) {
    if (out.at_report_date)
      fit::require_dates(out.assessments, request.at_report_date ? spelled(request.model.spelling, "at_report_date")
                                                                 : "a forecast of each at its own date");
  } else {
    out.at_report_date = false;  // nobody says when: what is known now
  }
  out.skipped = out.assessments.unrated;
  KnownTrusts known(library, out.at_report_date);
  Simulations simulations(library, request, out);
  for (const fit::Assessment& assessment : out.assessments.rated) {
    const trust::Trust* trust = known.find(assessment);
    if (trust == nullptr || !(trust->in_scope || request.any_scope)) {
      out.skipped.push_back(assessment.code);
    } else {
      simulations.add(assessment, *trust);
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
