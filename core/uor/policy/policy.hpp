// The framework as data: benchmarks, weights, cut points, limiters, CQC rules, publication lags, parameters by year.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/uor/base/distribution.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/policy/shown.hpp"

namespace uor::policy {

inline constexpr std::array<const char*, 4> rating_ids = {"inadequate", "requires_improvement", "good", "outstanding"};
inline constexpr int months_a_year = 12;

/// A key line of enquiry: the plugin that writes <id>.score scores it.
struct Kloe {
  std::string id, title, question;
  double weight = 0;      // in the latent; 1 over all
  bool accounts = false;  // its metrics are figures of the months' own accounts
  Standing standing = Standing::assumed;
  std::string source;
  Where where;

  std::string score() const { return id + ".score"; }
};

/// One initial metric: where it counts, when it is known, what it is compared with.
struct Metric {
  std::string id;  // without "metric."
  std::string kloe;
  int polarity = 0;
  std::string unit;
  int lag_months = 0;                       // publication lag
  bool money = false;                       // benchmarks are uprated by the national cost index
  double lower = 0, median = 0, upper = 0;  // national quartiles
  std::string caveat;                       // what to bear in mind when reading it
  std::optional<double> peer;               // peer median; the national median when absent
  Standing standing = Standing::unverified;
  std::string source;
};

/// What a metric is worth in pounds: one unit of it `times` GBP m for each of `quantity` in a year, or, with `spend`,
/// the gap over its value of that spend in GBP m.
struct Opportunity {
  std::string id;  // of the metric
  std::string quantity, spend;
  double times = 0;
  Standing standing = Standing::assumed;
  std::string source;
};

/// One number of a plugin, of one policy year or of all.
struct ParameterValue {
  double value = 0;
  Standing standing = Standing::assumed;
  std::string source;
  Where where;
};

/// quantity (operator) value, or quantity (operator) times x against; both are any column of the month, for example
/// "metric.agency_spend", "finance.score" or "benchmark.dna_rate.lower".
struct Condition {
  std::string quantity;
  enum class Compare { less, less_equal, greater, greater_equal } compare = Compare::less;
  double value = 0;
  std::string against = {};  // another quantity; empty: the value
  double times = 1;
  double slope = 0;  // of a limiter: standard deviation of where assessors draw the line, in the quantity's unit
};

/// While all conditions hold, the rating is at best `best` / at worst `worst`, with the stated probability.
inline constexpr std::size_t most_limiters = 64;

struct Limiter {
  std::string id, title;
  std::vector<Condition> conditions;
  std::optional<int> best, worst;  // 1..4
  double probability = 1.0;
  double most = 1.0;  // what the probability never exceeds, in the row and in a fit
  Standing standing = Standing::assumed;
  std::string source;
  Where where;

  /// Whether a line is drawn somewhere else in each trial.
  bool slopes() const;
};

/// What is published beside the initial metrics and tells how well a trust is run: the latent moves by
/// coefficient x (quantity - mean)/sd, the deviation held within 3.
struct Indicator {
  std::string id, title, quantity;
  double mean = 0, sd = 1, coefficient = 0;
  Standing standing = Standing::assumed;
  std::string source;
  Where where;
};

/// A ratings characteristic of the framework, reported as the probability that it holds.
struct Characteristic {
  std::string id, title, rating;
  std::vector<Condition> conditions;
  std::size_t need = 0;  // how many of the conditions must hold
  Standing standing = Standing::assumed;
  std::string source;
};

/// From key-question ratings to one: n_inadequate >= inadequate_from -> inadequate; one inadequate or
/// n_requires_improvement >= requires_improvement_from -> requires improvement; n_outstanding >= outstanding_from and
/// none below good -> outstanding; else good.
struct AggregationRule {
  int inadequate_from = 2, requires_improvement_from = 2, outstanding_from = 2;
  Standing standing = Standing::verified;
  std::string source;
};

/// How a key question's rating is drawn when it is not given: marginal probabilities (inadequate..outstanding) and the
/// correlation of its latent with the baseline's use-of-resources latent.
struct QualityPrior {
  std::string question;
  std::array<double, 4> probability{};
  double correlation = 0;
  Standing standing = Standing::derived;
  std::string source;
};

/// What CQC makes of the proposed rating: the probabilities that it publishes one grade less, or one more.
struct Agreement {
  double lowered = 0, raised = 0;
  bool always_as_proposed() const { return lowered == 0 && raised == 0; }
};

/// What other fields give a field, when all of them are reported: 100 a / b, a - b, 100 - a, 10^6 a / b (the cost in
/// GBP of one of b that cost GBP m a together), or a (1 + b/100).
struct FromFields {
  enum class Form { none, percent, difference, rest, unit_cost, percent_over } form = Form::none;
  std::vector<std::string> fields;
};

/// "a|b+c" as {{a}, {b, c}}.
std::vector<std::vector<std::string>> alternatives_of(const std::string& item);

/// The default of a trust field that is not given.
struct FieldDefault {
  std::string field;
  FromFields from;            // comes before the rest; without a rest a metric is drawn from its quartiles
  Distribution distribution;  // of the value, or of the ratio to `ratio_of`
  std::string ratio_of;       // another field, or empty
  bool only_from = false;     // `from` and nothing else
  bool derive = false;        // `derive = true`: the column is NaN (unknown) and formulas derive the value
  // Fields from which formulas derive it without a draw, when all are reported; "a|b+c" is a, or b and c. The second
  // list holds of closed months.
  std::vector<std::string> given_by, given_by_accounts;
  std::string drawn_as;  // the driver that is drawn for what formulas cannot derive, or empty
  Standing standing = Standing::assumed;
  std::string source;
};

/// How far a fit may take the numbers of the rating from their rows: standard deviations of normal priors.
struct FitPrior {
  double weight_sd = 0;     // of a weight
  double cut_sd = 0;        // of the lowest cut, on the latent
  double gap_sd = 0;        // of the logarithm of the distance between cuts
  double limiter_sd = 0;    // of the logit of a limiter's probability
  double indicator_sd = 0;  // of a coefficient, on the latent
};

struct Rating {
  std::vector<Kloe> kloes;                                                 // in the order in which they are weighed
  double cut_requires_improvement = 0, cut_good = 0, cut_outstanding = 0;  // on the latent scale 1..4
  double judgement_sd = 0;
  Agreement agreed;
  double sector_mean = 0, sector_sd = 0;  // of the latent over the sector; quality ratings correlate with its z
  FitPrior fit_prior;
  std::vector<Limiter> limiters;
  std::vector<Indicator> indicators;
  std::vector<Characteristic> characteristics;
  AggregationRule quality, combined;
  std::vector<QualityPrior> quality_priors;  // one a question

  const Kloe* find_kloe(const std::string& id) const;
};

/// Numbers of the rating that a fit replaces; also their values before it, which are the fit's priors.
struct FittedNumbers {
  std::map<std::string, double> weights;     // by KLOE
  std::array<double, 3> cuts{};              // requires improvement, good, outstanding
  std::map<std::string, double> limiters;    // probability by limiter
  std::map<std::string, double> indicators;  // coefficient by indicator
};

/// How well a fit knows its numbers: their covariance at the maximum, on the scale on which the fit moves them
/// (model/fit_scale.hpp).
struct FitCovariance {
  std::vector<std::string> numbers;        // "weights.clinical", "cuts.good", "limiter.<id>", "indicator.<id>"
  std::vector<std::vector<double>> lower;  // row n has n + 1 columns
};

/// A correlation group over drivers that the framework states (same meaning as in a scenario).
struct Group {
  std::string name;
  std::vector<std::string> drivers;
  std::vector<double> matrix;
  Where where;
};

/// One prompt of the framework, in our words: judged, held by one driver on the scale 1..4, or derived, held by the
/// quantities that already answer it.
struct Prompt {
  std::string id, kloe, text;
  std::vector<std::string> answers;  // by office: who is likeliest to
  bool judged = false;
  std::vector<std::string> held_by;
  Standing standing = Standing::assumed;
  std::string source;
  Where where;
};

/// What it costs to move a lever as far as one usually goes, where an action does not say.
struct DeliveryCost {
  std::string lever;
  double one_off_gbp_m = 0, yearly_gbp_m = 0;
  Standing standing = Standing::assumed;
  std::string source;
};

/// A metric of the wider set that evidence may give, with what it is compared with.
struct AdditionalMetric {
  std::string id, title, unit, kloe;
  int polarity = 0;
  std::optional<double> benchmark;  // a national median; nothing: the trust gives one
  Standing standing = Standing::assumed;
  std::string source;
};

/// How far evidence beside metrics and judgements counts: it moves what assessors find in the prompts of its key line,
/// in grades.
struct EvidenceRule {
  double most_piece = 0, most_kloe = 0;  // of one piece, of all of a key line together
  double explained = 0;                  // of the context of a metric in the worst quarter
  double full_percent = 1;               // from a benchmark: an additional metric counts in full
};

/// A session of the day on site.
struct Session {
  std::string id, title, begins, ends;  // "10.45"
  std::vector<std::string> kloes;       // that it asks about
  std::vector<std::string> attends;     // of the trust; nobody: it is the assessors' own
  std::string note;
};

/// A step of an assessment, `months` and `days` after the visit (negative: before it).
struct ProcessStep {
  std::string id, title, who;
  int months = 0, days = 0;
  Standing standing = Standing::assumed;
  std::string source;
};

/// Something that is arranged for the day on site.
struct Arrangement {
  std::string id, text;
};

/// Where the numbers of one row come from.
struct Source {
  std::string what;  // "[parameter.clinical.dna_recovered_share]", "[[metric]] dna_rate"
  Standing standing = Standing::assumed;
  std::string text;
  Where where;
};

/// A number that an option such as "fit.cuts.good=2.4" changed, or the file of a policy that extends another.
struct ChangedNumber {
  std::string option, path;
  double from = 0, to = 0;
  std::string file = {};  // empty: an option
};

/// A row that a policy which extends another took away, and why: it was named, or rests on one that was.
struct RemovedRow {
  std::string what, why;
};

/// A number of a row in whose place [fit] has one.
struct ReplacedNumber {
  std::string row, fitted;  // their paths
  double in_row = 0, counts = 0;
  bool edited = false;  // the row is not what it was when the fit was made
};

struct Policy {
  std::string name, title;
  std::vector<Metric> metrics;                             // the 22, in the order of the framework
  std::vector<Opportunity> opportunities;                  // at most one a metric
  std::map<std::string, std::array<double, 12>> profiles;  // April..March, mean 1
  std::map<std::string, ParameterValue> parameters;        // all years
  std::map<std::string, std::map<std::string, ParameterValue>> year_parameters;  // by "2018/19", then id
  std::map<std::string, int> combined_from;  // by year: the month from which combined ratings were given, 13: in none
  std::vector<FieldDefault> field_defaults;
  Rating rating;         // with the numbers of [fit] where the policy has one
  FittedNumbers before;  // the same numbers as the rows have them
  bool fitted = false;
  std::optional<FitCovariance> fit_covariance;
  std::vector<ReplacedNumber> replaced;  // by [fit]
  std::vector<ChangedNumber> changed;    // by options and by files that extend others
  std::vector<RemovedRow> removed;
  std::vector<std::string> included;  // paths of the files that the main file includes
  std::vector<Group> groups;
  Shown shown;
  std::vector<DeliveryCost> delivery_costs;
  std::vector<Prompt> prompts;  // in the order of the framework
  EvidenceRule evidence;
  std::vector<AdditionalMetric> additional_metrics;
  std::vector<Session> sessions;   // of the day on site, in its order
  std::vector<ProcessStep> steps;  // of an assessment, in their order
  std::vector<Arrangement> arrangements;
  std::set<std::string> indicative_years;  // pilot years: what was rated then was indicative ("shadow"), not published
  double fresh_credibility = 0;            // weight of the trust's own fresher figure against the published one, 0..1
  double last_year_prices =
      1;                    // national cost inflation of the last year: what year-ago figures in money are uprated by
  double steady_share = 0;  // of half the interquartile range: a smaller change over a year is "steady"
  std::string cost_index;   // quantity that uprates money benchmarks
  std::string default_year;
  std::vector<Source> sources;  // one a row that states numbers, in the order of reading
  std::string path;
  std::string text;  // all files that it was read from, verbatim, each under a line "# file: NAME"

  const Metric* find_metric(const std::string& id) const;
  /// The one that asks about the key line, or nullptr.
  const Session* session_of(const std::string& kloe) const;

  /// Whether combined ratings were given in this month (1 April .. 12 March) of a year such as "2018/19". A year
  /// without a row goes by the last one before it that has one; before the first row none was given, and without any
  /// row always.
  bool combined_given(const std::string& year, int month_of_year) const;
};

/// Reads policies/<name>.toml with its `include`d files and those that it extends, or a path. Every number carries
/// standing and source: a row without them is refused. Errors name file:line:column, value and a likely fix. `options`
/// change single numbers, such as "fit.cuts.good=2.4" (set_number.hpp).
Policy read_policy(const std::string& name_or_path, const std::string& policies_folder,
                   const std::vector<std::string>& options = {});

/// The policy from such a `text`, as a result file holds it. Errors as above; `path` is what they name. Rows that a
/// text of an earlier program lacks are those of `policies_folder` (files.hpp).
Policy parse_policy(const std::string& text, const std::string& path, const std::string& policies_folder,
                    const std::vector<std::string>& options = {});

}  // namespace uor::policy
