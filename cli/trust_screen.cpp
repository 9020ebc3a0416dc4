#include "cli/trust_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <numeric>

#include "cli/forecast_block.hpp"
#include "cli/pounds_block.hpp"
#include "cli/published_screen.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/model/known_metrics.hpp"
#include "core/uor/model/make_header.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_assumptions = 12;
constexpr std::size_t shown_implausible = 4;

void print_standing(const TrustView& view, const ask::Library& library) {
  const model::TrustInfo& trust = view.trust();
  const report::Known known = library.report_rules().known(model::known_metrics(view.header, view.summary.trust));
  print(wrap("", known.metrics.reported < known.metrics.all ? view.style.warning(known.words()) : known.words(), 2));
  for (const std::string& warning : trust.warnings) print(wrap("Warning: ", warning, 2));
}

/// How commands name the trust: by its code, or its own file.
std::string named_by(const model::TrustInfo& trust) {
  return std::filesystem::path(trust.path).filename() == "trusts.csv" ? trust.code : trust.path;
}

void print_assumed(const TrustView& view, const trust::Fields& fields) {
  const std::vector<model::Fact>& assumed = view.trust().assumed;
  if (assumed.empty()) return;
  std::vector<std::string> names;
  for (const model::Fact& fact : assumed) {
    const trust::Field* field = fields.find(fact.field);
    names.push_back(field == nullptr || view.style.plain() ? fact.field : field->title);
  }
  const std::size_t shown = std::min(names.size(), shown_assumptions);
  std::string text =
      fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (shown < names.size()) text += fmt::format(" and {} more", names.size() - shown);
  print(wrap(fmt::format("Assumed ({}): ", names.size()),
             text + fmt::format(". `uor trusts {}` says how.", named_by(view.trust())), 2));
}

std::string title_of(const model::Header& header, const std::string& id) {
  for (const Quantity& quantity : header.summarised)
    if (quantity.id == id && !quantity.title.empty()) return quantity.title;
  return id;
}

void print_implausible(const TrustView& view) {
  std::vector<std::pair<std::uint64_t, std::string>> found;
  for (const auto& [id, count] : view.summary.implausible)
    if (count > 0) found.emplace_back(count, id);
  if (found.empty()) return;
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(found.size(), shown_implausible); ++i)
    parts.push_back(fmt::format("{} ({})", title_of(view.header, found[i].second), grouped(found[i].first)));
  std::string text = fmt::format("{}", fmt::join(parts, ", "));
  if (found.size() > shown_implausible) text += fmt::format(" and {} more", found.size() - shown_implausible);
  print(wrap("Outside their likely range (trials and months): ", text + ".", 2));
}

void print_small_change(const TrustView& view) {
  std::vector<std::string> lost;
  for (std::size_t side = 1; side < view.summary.sides.size(); ++side) {
    if (analyse::within_two_errors(analyse::good_or_better_change(view.side(side), side)))
      lost.push_back(view.header.sides[side]);
  }
  if (!lost.empty())
    print(wrap(
        "",
        fmt::format("The change of the odds of good or better is within two of its standard errors for {}: ask for "
                    "more trials before reading anything into it.",
                    fmt::join(lost, ", ")),
        2));
}

}  // namespace

void print_run_heading(const model::Header& header, const Style& style) {
  const std::string& question = header.question.empty() ? header.scenario_title : header.question;
  print(wrap(style.bold(header.scenario_name) + ": ", question, 2));
  const std::string points = header.points == Points::random ? "" : fmt::format(", {} points", name_of(header.points));
  fmt::print("{} months from April, rated in month {}; {} a trust, seed {}{}\n\n", header.months,
             header.assessment_month, counted(header.trials, "trial"), header.seed, points);
}

void print_trust_screen(const TrustView& view, const ask::Library& library) {
  fmt::print("{}  {}\n", view.style.bold(view.trust().code), view.trust().name);
  print_standing(view, library);
  print_published(model::published_of(view.header, view.trust().code), view.style);
  fmt::print("\n");
  print_block(odds_block(view));
  print_block(one_number_block(view));
  print_block(fit_range_block(view));
  print_block(pounds_block(pounds_of_run(view.header, view.summary, library), view.style));
  print_block(combined_block(view));
  const std::vector<policy::Kloe>& kloes = library.policy("framework").rating.kloes;
  if (view.summary.sides.size() == 1) print_block(movement_block(view, kloes, 0));
  for (std::size_t side = 1; side < view.summary.sides.size(); ++side) {
    const std::string& title = view.header.side_titles[side];
    const std::string& name = view.header.sides[side];
    print(wrap(view.style.bold(name) + "  ", title == name ? "" : title, 2));
    print_block(movement_block(view, kloes, side));
    print_block(metrics_block(view, side));
  }
  print_block(finance_block(view));
  print_block(forecast_block(view, library));
  print_block(limits_block(view));
  print_small_change(view);
  print_implausible(view);
  print_assumed(view, library.fields());
}

void print_notes(const model::Header& header, const Style& style) {
  for (const std::string& note : header.notes) print(wrap(style.warning("Note: "), note, 2));
  print(
      wrap("", "The assessment looks back: plans alone earn nothing, only what is published by the visit counts.", 2));
}

}  // namespace uor::cli
