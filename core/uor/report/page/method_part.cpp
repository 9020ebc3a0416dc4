#include <fmt/format.h>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/assumptions.hpp"
#include "core/uor/report/tables/metrics.hpp"
#include "core/uor/report/tables/prompts.hpp"
#include "core/uor/report/tables/provenance.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::page {

namespace {

constexpr std::size_t shown_assumptions = 10;

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
  html += html_of(
      tables::assumptions(part.trust, part.trust.study ? "What would be worth most to know" : "Assumptions", 0, first));
  if (first < all.size())
    html += details(fmt::format("The other {} assumptions", all.size() - first),
                    html_of(tables::assumptions(part.trust, "The other assumptions", first, all.size())));
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
  const tables::Table process = tables::process(run);
  if (!process.empty()) html += details("How an assessment runs", html_of(process));
  if (!run.trusts.empty()) html += details("Sources of national figures", html_of(tables::sources(run)));
  return html;
}

std::string provenance_part(const Figures& run) {
  return "<div class=\"long\">" + html_of(tables::provenance(run)) + "</div>";
}

}  // namespace uor::report::page
