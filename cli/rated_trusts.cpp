#include "cli/rated_trusts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "cli/paths.hpp"
#include "cli/scope.hpp"
#include "cli/setup.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::cli {
namespace {

constexpr std::uint64_t usual_trials = 512, most_rated_trials = 1'000'000, most_seed = 1ull << 62;
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

std::map<std::string, trust::Trust> known_trusts() {
  std::map<std::string, trust::Trust> known;
  const trust::Fields fields = trust_fields();
  for (const trust::Trust& trust : trust::read_trust_csv((data_folder() / "trusts.csv").string(), fields)) {
    known.emplace(trust.code, trust);
  }
  return known;
}

/// Simulated once for each different set of facts: a trust's own, and that of an earlier date.
class Simulations {
 public:
  Simulations(const Arguments& arguments, RatedTrusts& out) : arguments_(arguments), out_(out) {}

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
    scenario.run.trials = arguments_.whole_number("trials", 8, most_rated_trials).value_or(usual_trials);
    scenario.run.seed = arguments_.whole_number("seed", 0, most_seed).value_or(scenario.run.seed);
    model::Inputs inputs = assemble(arguments_, std::move(scenario), batch.trusts);
    if (out_.today) inputs = model::as_of_today(std::move(inputs));
    out_.policy = inputs.policy;
    out_.evidence.push_back(std::make_unique<std::vector<fit::Evidence>>(fit::simulate_evidence(std::move(inputs))));
    for (const auto& [subject, trust] : batch.subjects)
      out_.subjects[subject].evidence = &(*out_.evidence.back())[trust];
  }

  const Arguments& arguments_;
  RatedTrusts& out_;
  Batch early_, late_;
};

}  // namespace

void add_rated_options(Options& options) {
  add_value(options, "assessments", "FILE",
            "published ratings: a CSV with ods_code and uor_rating (default: those that ship)");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework)");
  add_value(options, "trials", "N", "trials a trust (default 512)");
  add_value(options, "seed", "S", "seed of all draws (default 1)");
  add_flag(options, "at-report-date", "only what was published when each trust was rated");
  add_flag(options, "forecast", "rated in month 12 of a simulated year, not on the last twelve months as reported");
  add_policy_set_option(options);
  add_plugin_options(options);
  add_scope_option(options);
}

RatedTrusts rated_trusts(const Arguments& arguments) {
  RatedTrusts out;
  out.at_report_date = arguments.has("at-report-date");
  const std::string shipped = (data_folder() / "assessments.csv").string();
  out.published_path = shipped;
  out.published_text = read_text_file(shipped, "file of assessments");
  out.today = !arguments.has("forecast");
  out.assessments = fit::read_assessments(arguments.text("assessments", shipped));
  if (out.at_report_date) fit::require_dates(out.assessments, "--at-report-date");
  out.skipped = out.assessments.unrated;
  const std::map<std::string, trust::Trust> known = known_trusts();
  Simulations simulations(arguments, out);
  for (const fit::Assessment& assessment : out.assessments.rated) {
    const auto trust = known.find(assessment.code);
    if (trust == known.end() || !(trust->second.in_scope || arguments.has("any-scope"))) {
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

}  // namespace uor::cli
