#include "core/uor/ask/sweep.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <utility>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/odds.hpp"
#include "core/uor/ask/problem.hpp"
#include "core/uor/base/points.hpp"
#include "core/uor/fit/evidence.hpp"
#include "core/uor/fit/likelihood.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/tally/odds_sink.hpp"
#include "core/uor/tally/replicates.hpp"

namespace uor::ask {

namespace {

/// What a run of the design adds to the request.
struct RunOptions {
  std::vector<std::string> rating, other;  // of the policy: numbers of the rating alone, and others
  std::vector<std::string> set;
  std::vector<std::string> policy() const {
    std::vector<std::string> all = other;
    all.insert(all.end(), rating.begin(), rating.end());
    return all;
  }
};

RunOptions options_of(const SweepDesign& design, std::size_t run) {
  RunOptions options;
  for (std::size_t f = 0; f < design.factors.size(); ++f) {
    const Factor& factor = design.factors[f];
    const double value = design.runs[run][f];
    switch (factor.kind) {
      case FactorKind::policy:
        (factor.name.starts_with("fit.") ? options.rating : options.other)
            .push_back(fmt::format("{}={}", factor.name, value));
        break;
      case FactorKind::parameter:
        options.other.push_back(fmt::format("parameter.{}={}", factor.name, value));
        break;
      case FactorKind::limiter:
        options.rating.push_back(fmt::format("rating.limiter.{}.probability={}", factor.name, value));
        break;
      case FactorKind::driver:
        options.set.push_back(fmt::format("{}=={}", factor.name, value));
        break;
    }
  }
  return options;
}

struct TrustOdds {
  std::array<double, 4> rating{};
  analyse::Estimate good_or_better;
  double expected_rating = 0;
};

/// Rows of the table, run by run.
class SweepRows {
 public:
  SweepRows(const SweepDesign& design, std::size_t trusts) : design_(design), trusts_(trusts) {
    add_column("run", "Run of the design, from 1");
    for (const Factor& factor : design.factors) add_column(factor.title(), "Factor of the design");
    table_.columns.push_back({"trust", "Trust, by its ODS code", std::vector<std::string>(rows())});
    for (const char* rating : policy::rating_ids) add_column(rating, "Odds of the rating");
    add_column("good_or_better", "Odds of good or better");
    add_column("good_or_better_standard_error", "Monte Carlo standard error");
    add_column("expected_rating", "Mean rating, 1 inadequate to 4 outstanding");
  }

  void put(std::size_t run, std::size_t trust, const std::string& code, const TrustOdds& odds) {
    const std::size_t row = run * trusts_ + trust;
    std::size_t column = 0;
    const auto number = [&](double value) {
      std::get<std::vector<double>>(table_.columns[column++].values)[row] = value;
    };
    number(static_cast<double>(run + 1));
    for (const double value : design_.runs[run]) number(value);
    std::get<std::vector<std::string>>(table_.columns[column++].values)[row] = code;
    for (const double share : odds.rating) number(share);
    number(odds.good_or_better.value);
    number(odds.good_or_better.standard_error);
    number(odds.expected_rating);
  }
  store::LongTable table() && { return std::move(table_); }

 private:
  std::size_t rows() const { return design_.runs.size() * trusts_; }
  void add_column(const std::string& name, const char* title) {
    table_.columns.push_back({name, title, std::vector<double>(rows())});
  }

  const SweepDesign& design_;
  std::size_t trusts_;
  store::LongTable table_{"sweep", "Odds of ratings under each run of a design", {}};
};

/// Trials by turns in 16 groups, whose spread is the error of their mean, as of points in replicates.
std::vector<fit::Evidence> in_replicates(const fit::Evidence& all) {
  std::vector<fit::Evidence> groups(all.trials < whole_trials ? 1 : replicate_count);
  for (fit::Evidence& group : groups) {
    group.score.resize(all.score.size());
    group.indicator.resize(all.indicator.size());
  }
  for (std::size_t t = 0; t < all.trials; ++t) {
    fit::Evidence& group = groups[groups.size() == 1 ? 0 : replicate_of(t)];
    ++group.trials;
    for (std::size_t k = 0; k < all.score.size(); ++k) group.score[k].push_back(all.score[k][t]);
    for (std::size_t i = 0; i < all.indicator.size(); ++i) group.indicator[i].push_back(all.indicator[i][t]);
    group.limits.push_back(all.limits[t]);
  }
  return groups;
}

TrustOdds rated_again(const std::vector<fit::Evidence>& groups, const fit::Likelihood& likelihood) {
  TrustOdds odds;
  std::vector<double> good;
  double trials = 0;
  for (const fit::Evidence& group : groups) {
    const fit::Probabilities shares = likelihood.probabilities(group, likelihood.given());
    good.push_back(shares[2] + shares[3]);
    for (std::size_t g = 0; g < 4; ++g) odds.rating[g] += shares[g] * static_cast<double>(group.trials);
    trials += static_cast<double>(group.trials);
  }
  for (std::size_t g = 0; g < 4; ++g) {
    odds.rating[g] /= trials;
    odds.expected_rating += static_cast<double>(g + 1) * odds.rating[g];
  }
  const bool known = groups.size() > 1;
  odds.good_or_better = {odds.rating[2] + odds.rating[3], known ? tally::replicate_error(good) : model::unknown_figure};
  return odds;
}

TrustOdds odds_of(const tally::SideSummary& side) {
  TrustOdds odds;
  const analyse::Odds4 shares = analyse::rating_odds(side);
  for (std::size_t g = 0; g < 4; ++g) odds.rating[g] = shares[g].value;
  odds.good_or_better = analyse::good_or_better(side);
  odds.expected_rating = analyse::expected_rating(side).value;
  return odds;
}

/// Runs of a design, each in the cheapest way that it has.
class Sweeping {
 public:
  Sweeping(const Library& library, const RunRequest& request, const SweepDesign& design,
           const std::function<void(std::size_t)>& progress)
      : library_(library), request_(request), design_(design), progress_(progress) {}

  Sweep run() {
    std::map<std::vector<std::string>, std::vector<std::size_t>> groups;  // runs by what else than the rating they set
    for (std::size_t run = 0; run < design_.runs.size(); ++run) groups[options_of(design_, run).other].push_back(run);
    for (const auto& group : groups) in_words_of(group.second[0], [&] { add_group(group.second); });
    return {std::move(*rows_).table(), simulations_};
  }

 private:
  void add_group(const std::vector<std::size_t>& runs) {
    const RunOptions first = options_of(design_, runs[0]);
    model::Inputs inputs = problem_of(library_, with(first.other, first.set));
    if (!rows_) rows_.emplace(design_, inputs.trusts.size());
    const bool alike = first.set.empty() && request_.set.empty() && inputs.scenario.variants.empty() &&
                       inputs.scenario.run.benchmarks == scenario::Benchmarks::fixed &&
                       inputs.policy.rating.agreed.always_as_proposed() && runs.size() > 1;
    if (alike) return rate_again(std::move(inputs), runs);
    for (const std::size_t run : runs) in_words_of(run, [&] { simulate(run); });
  }

  void rate_again(model::Inputs inputs, const std::vector<std::size_t>& runs) {
    const scenario::RunSettings settings = inputs.scenario.run;
    std::vector<std::vector<fit::Evidence>> evidence;
    std::vector<std::string> codes;
    for (fit::Evidence& of_trust : fit::simulate_evidence(std::move(inputs))) {
      codes.push_back(of_trust.code);
      evidence.push_back(in_replicates(of_trust));
    }
    ++simulations_;
    for (const std::size_t run : runs) {
      in_words_of(run, [&] {
        const fit::Likelihood likelihood(policy_of(settings, options_of(design_, run)).rating);
        for (std::size_t trust = 0; trust < evidence.size(); ++trust)
          rows_->put(run, trust, codes[trust], rated_again(evidence[trust], likelihood));
      });
      finished();
    }
  }

  void simulate(std::size_t run) {
    const RunOptions options = options_of(design_, run);
    tally::OddsSink sink;
    run::Engine engine(problem_of(library_, with(options.policy(), options.set)));
    const std::vector<tally::Summary> summaries = engine.run(sink);
    ++simulations_;
    for (const tally::Summary& summary : summaries)
      rows_->put(run, summary.trust, engine.header().trusts[summary.trust].code, odds_of(summary.sides.back()));
    finished();
  }

  RunRequest with(const std::vector<std::string>& policy, const std::vector<std::string>& set) const {
    RunRequest request = request_;
    request.model.policy_set.insert(request.model.policy_set.end(), policy.begin(), policy.end());
    request.set.insert(request.set.end(), set.begin(), set.end());
    return request;
  }

  /// Read anew, since a library would keep each of them.
  policy::Policy policy_of(const scenario::RunSettings& settings, const RunOptions& options) const {
    std::vector<std::string> all = settings.policy_options;
    for (const std::string& option : with(options.policy(), {}).model.policy_set) all.push_back(option);
    return policy::read_policy(settings.policy, library_.policies().string(), all);
  }

  void finished() {
    if (progress_) progress_(++done_);
  }

  template <typename Action>
  void in_words_of(std::size_t run, Action action) const {
    try {
      action();
    } catch (const Error& error) {
      const std::string words = error.what(), place = fmt::format("{}: run {}: ", design_.path, run + 1);
      throw Error(words.starts_with(design_.path) ? words : place + words, error.fault());
    }
  }

  const Library& library_;
  const RunRequest& request_;
  const SweepDesign& design_;
  const std::function<void(std::size_t)>& progress_;
  std::optional<SweepRows> rows_;
  std::size_t simulations_ = 0, done_ = 0;
};

}  // namespace

Sweep sweep(const Library& library, const RunRequest& request, const SweepDesign& design,
            const std::function<void(std::size_t)>& progress) {
  return Sweeping(library, request, design, progress).run();
}

}  // namespace uor::ask
