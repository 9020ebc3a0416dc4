#include <fmt/format.h>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

constexpr std::size_t shown_assumptions = 10;

std::string worth_cell(const Assumption& assumption) {
  if (!assumption.worth) return "\u2013";
  return fmt::format("{:.1f} ± {}", 100 * assumption.worth->value,
                     analyse::error_figure(100 * assumption.worth->standard_error, 1));
}

std::string assumptions_table(const TrustPart& part, const std::string& caption, std::size_t first, std::size_t last) {
  Table table(caption, 4);
  const bool studied = part.trust.study.has_value();
  std::vector<std::string> head = {"What", "How it was filled", "Standing", "Source"};
  if (studied) head.emplace_back("Worth knowing, % of the uncertainty");
  table.head(head).with("data-assumptions");
  for (std::size_t i = first; i < last; ++i) {
    const Assumption& assumption = part.trust.assumptions[i];
    std::vector<std::string> cells = {assumption.title, assumption.in_words, assumption.standing, assumption.source};
    if (studied) cells.push_back(worth_cell(assumption));
    table.row(cells);
  }
  return table.html();
}

std::string sources_table(const Figures& run) {
  Table table("National figures that metrics are compared with", 3);
  table.head({"Metric", "Standing", "Source", "Published, months late"});
  for (const Metric& metric : run.trusts.front().metrics)
    table.row({metric.title, metric.standing, metric.source, std::to_string(metric.lag_months)});
  return table.html();
}

std::string standing_in_words(const Origin& origin) {
  const auto count = [&](const char* standing) {
    const auto found = origin.standing.find(standing);
    return found == origin.standing.end() ? 0 : found->second;
  };
  return fmt::format(
      "Of the policy's numbers {} rows are verified against a source, {} derived from one, {} unverified and "
      "{} assumed; each row says which, with its source.",
      count("verified"), count("derived"), count("unverified"), count("assumed"));
}

std::string stop_in_words(const Origin& origin) {
  if (origin.until_se <= 0) return "";
  return paragraph(
      fmt::format("Trials were added to bring the standard error of every rating's odds below {:.3g} "
                  "percentage points on every side; {} were run.",
                  100 * origin.until_se, grouped(origin.trials)));
}

std::string spread_in_words(const Origin& origin) {
  if (origin.points != "lhs" && origin.points != "sobol") return "";
  return paragraph(
      fmt::format("Trials are spread evenly over what is drawn, by {} in independent replicates, instead of "
                  "at random; the errors of odds and of their changes are the spread of the replicates.",
                  origin.points == "lhs" ? "Latin hypercubes" : "scrambled Sobol points"));
}

std::string benchmarks_in_words(const Origin& origin) {
  if (!origin.moving_benchmarks) return "";
  return paragraph(
      "In this run every trust was compared with the quartiles and peers of all trusts of the run, made anew in every "
      "trial, month and scenario. The national figures that this page shows beside the metrics are the policy's fixed "
      "ones.");
}

}  // namespace

std::string assumptions_part(const TrustPart& part) {
  const auto& all = part.trust.assumptions;
  if (all.empty()) return paragraph("Nothing was assumed: every fact was reported.");
  std::string html;
  html +=
      paragraph(part.trust.study
                    ? "What the trust did not report, and how it was filled. The last column says what not knowing it "
                      "costs: the share of the uncertainty of the rating's score that knowing it would take away. "
                      "Unknowns that go together share what they explain, so shares need not add up."
                    : "What the trust did not report, and how it was filled.",
                "note");
  const std::size_t first = std::min(all.size(), shown_assumptions);
  html += assumptions_table(part, part.trust.study ? "What would be worth most to know" : "Assumptions", 0, first);
  if (first < all.size())
    html += details(fmt::format("The other {} assumptions", all.size() - first),
                    assumptions_table(part, "The other assumptions", first, all.size()));
  return html;
}

std::string method_part(const Figures& run) {
  const Origin& origin = run.origin;
  std::string html = paragraph(fmt::format(
      "The trust is simulated month by month for {} months, {} times. Each simulated year draws what is unknown and "
      "what "
      "luck decides, works out the metrics of the framework, scores the five key lines of enquiry and strikes the "
      "rating "
      "that the framework's rules and its judgement would give in month {}. A scenario is run on the same draws as the "
      "baseline, so that a change is the scenario's and not luck.",
      origin.months, grouped(origin.trials), origin.assessment_month));
  html +=
      paragraph(std::string("Framework: ") + origin.policy_title + "." +
                (origin.fitted ? " The weights and cut points of the rating are fitted to published ratings." : "") +
                " " + standing_in_words(origin));
  html += paragraph(
      "± is the standard error of the simulation: another run with another seed would differ by that much. It "
      "does not say how far the model is from the world; the guide's page \u201cBelieving the odds\u201d does.");
  html += stop_in_words(origin) + spread_in_words(origin) + benchmarks_in_words(origin);
  for (const std::string& note : origin.notes) html += paragraph("Note: " + note + ".");
  for (const std::string& left_out : run.left_out) html += paragraph("Left out: " + left_out + ".");
  if (!run.trusts.empty()) html += details("Sources of national figures", sources_table(run));
  return html;
}

std::string provenance_part(const Figures& run) {
  const Origin& origin = run.origin;
  Table table("Where these figures come from", 3);
  table.head({"Part", "Name", "SHA-256"});
  table.row({"Result file", origin.file, ""});
  table.row({"Program", fmt::format("uor {} (commit {})", origin.version, origin.commit), ""});
  table.row({"Run", fmt::format("{} to {}, seed {}", origin.started, origin.finished, origin.seed), ""});
  std::size_t trusts = 0;
  for (const Origin::Input& input : origin.inputs) {
    trusts += input.role == "trust" ? 1 : 0;
    if (input.role == "trust" && run.rows.size() > most_full_trusts) continue;
    table.row({capital(input.role), input.path, input.sha256});
  }
  if (run.rows.size() > most_full_trusts) table.row({"Trusts", fmt::format("{} trust files or rows", trusts), ""});
  for (const Origin::Plugin& plugin : origin.plugins)
    table.row({"Plugin", plugin.id + " " + plugin.version, plugin.sha256});
  return "<div class=\"long\">" + table.html() + "</div>";
}

}  // namespace uor::report::page
