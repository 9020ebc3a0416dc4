// `uor fit`: the numbers of the rating that published ratings make most likely, given priors.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <optional>

#include "cli/command.hpp"
#include "cli/output_guard.hpp"
#include "cli/rated_options.hpp"
#include "cli/requests.hpp"
#include "cli/style.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/rated_trusts.hpp"
#include "core/uor/base/sha256.hpp"
#include "core/uor/fit/write_fit.hpp"

namespace uor::cli {
namespace {

std::string source_of(const ask::RatedTrusts& rated) {
  const std::string& text = rated.assessments.text;
  const std::string sum = sha256_hex(std::as_bytes(std::span(text.data(), text.size())));
  return fmt::format(
      "maximum a posteriori fit to {} published ratings of {} ({}, SHA-256 {}...), priors in rating.fit_prior; {}",
      rated.subjects.size(), std::filesystem::path(rated.assessments.path).filename().string(),
      rated.at_report_date ? "facts as published at the report date" : "facts as published later, in hindsight",
      sum.substr(0, 12), "uor fit");
}

void print_rows(const Style& style, const char* title, const std::vector<std::array<std::string, 4>>& rows) {
  TextTable table({Align::left, Align::right, Align::right, Align::right});
  table.head({style.bold(title), "prior", "fitted", "se"});
  for (const auto& row : rows) table.row({row[0], row[1], row[2], row[3]});
  print(table.lines(style));
}

std::array<std::string, 4> row(const std::string& name, double prior, double fitted, double error) {
  return {name, fmt::format("{:.3f}", prior), fmt::format("{:.3f}", fitted), fmt::format("{:.3f}", error)};
}

void print_fit(const ask::RatedTrusts& rated, const fit::Likelihood& likelihood, const fit::Numbers& before,
               const fit::LadderFit& fit, const Style& style) {
  std::vector<std::array<std::string, 4>> rows;
  for (std::size_t k = 0; k < before.weights.size(); ++k) {
    rows.push_back(
        row(rated.policy.rating.kloes[k].id, before.weights[k], fit.numbers.weights[k], fit.standard_error.weights[k]));
  }
  print_rows(style, "Weights", rows);
  rows.clear();
  for (std::size_t c = 0; c < before.cuts.size(); ++c) {
    rows.push_back(row(policy::rating_ids[c + 1], before.cuts[c], fit.numbers.cuts[c], fit.standard_error.cuts[c]));
  }
  print_rows(style, "From this latent on", rows);
  rows.clear();
  for (std::size_t l = 0; l < before.limiters.size(); ++l) {
    rows.push_back(row(rated.policy.rating.limiters[likelihood.soft()[l]].id, before.limiters[l],
                       fit.numbers.limiters[l], fit.standard_error.limiters[l]));
  }
  print_rows(style, "Limiters, probability", rows);
  rows.clear();
  for (std::size_t i = 0; i < before.indicators.size(); ++i) {
    rows.push_back(row(rated.policy.rating.indicators[i].id, before.indicators[i], fit.numbers.indicators[i],
                       fit.standard_error.indicators[i]));
  }
  print_rows(style, "Indicators, on the latent", rows);
  fmt::print("\nFitted to {} ratings; log-likelihood {:.2f}.\n", rated.subjects.size(), fit.log_likelihood);
}

}  // namespace

int fit_command(const Words& words) {
  Options options("Options", screen_width);
  add_rated_options(options);
  add_value(options, "out", "FILE.toml", "write a policy with the fitted numbers");
  add_flag(options, "part", "write the table [fit] alone, to be included in a policy");
  add_flag(options, "force", "write over a file that exists");
  const Usage usage = {
      "fit",
      "[--assessments FILE] [--out FILE.toml]",
      "Fits weights, cuts, limiters and indicators of the rating to published ratings: the most likely\n"
      "numbers given the priors of the policy, with standard errors.",
      {"uor fit", "uor fit --assessments mine.csv --out fitted.toml"},
      0,
      0};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const std::string out = arguments->text("out");
  if (arguments->has("out") && out.empty()) throw Error("--out '': no file name; name a file such as fitted.toml");
  const ask::Library library;
  OutputGuard guard("--out", arguments->has("force"), library.data());
  guard.reads("file of ratings", arguments->text("assessments"));
  guard.reads_facts_that_ship();
  if (!out.empty()) guard.check(out, Written::policy);  // before the work, and once more when all that is read is known
  const ask::RatedTrusts rated = ask::rated_trusts(library, rated_request(*arguments));
  guard.reads(rated.policy);
  std::optional<PartialFile> file;
  if (!out.empty()) file.emplace(guard.open(out, Written::policy));
  const fit::Likelihood likelihood(rated.policy.rating);
  const fit::Numbers before = ask::numbers_before(rated.policy, likelihood);
  std::vector<fit::Case> cases;
  for (const fit::Subject& subject : rated.subjects) cases.push_back({subject.evidence, subject.grade});
  const fit::LadderFit fit = fit::fit_ladder(likelihood, before, rated.policy.rating.fit_prior, cases);
  print_fit(rated, likelihood, before, fit, Style::of_standard_output(*arguments));
  for (const std::string& code : rated.skipped)
    fmt::print("Skipped {}: unknown, outside the scope (--any-scope) or not rated.\n", code);
  for (const std::string& note : rated.assessments.notes) print(wrap("Note: ", note, 2));
  if (!file) return 0;
  const std::string table =
      fit::fit_table(rated.policy.rating, likelihood, fit, before, rated.subjects.size(), source_of(rated));
  file->write(arguments->has("part") ? table : fit::fitted_policy(rated.policy, table));
  file->commit();
  fmt::print("Wrote {}.\n", file->target());
  return 0;
}

}  // namespace uor::cli
