#include "core/uor/report/page/between_part.hpp"

#include <fmt/format.h>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/page/changes_tables.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

using Comparisons = std::vector<const AgainstFirst*>;

Comparisons possible(const std::vector<Figures>& runs) {
  Comparisons found;
  for (const Figures& run : runs)
    if (run.against_first && run.against_first->why_not.empty()) found.push_back(&*run.against_first);
  return found;
}

std::string obstacles(const std::vector<Figures>& runs) {
  std::string html;
  for (const Figures& run : runs)
    if (run.against_first && !run.against_first->why_not.empty()) html += paragraph(run.against_first->why_not + ".");
  return html;
}

/// Titles may be the same in both files; a file's name then tells them apart.
std::string label(const SideName& side, const SideName& other) {
  return side.title == other.title ? fmt::format("{} ({})", side.title, side.file) : side.title;
}

std::string compared_table(const Comparisons& all) {
  Table table("What is compared", 3);
  table.head({"", "Scenario", "Result file"});
  table.row({"From", all.front()->from.title, all.front()->from.file});
  for (const AgainstFirst* one : all) table.row({"To", one->to.title, one->to.file});
  return "<div class=\"long\">" + table.html() + "</div>";
}

std::string notes_of(const Comparisons& all) {
  std::string html;
  for (const AgainstFirst* one : all)
    for (const std::string& note : one->notes) html += paragraph("Note: " + note + ".", "note");
  return html;
}

std::string facts_table(const TrustDiffers& trust, const AgainstFirst& one) {
  const WhatDiffers& differs = trust.differs;
  std::string html = paragraph(trust.name + ": " + in_words(differs));
  if (!differs.facts.empty()) {
    Table table("Facts that differ, from " + one.from.file + " to " + one.to.file, 2);
    table.head({"Fact", "Unit", "Was", "Is", "Where from"}).with("data-facts");
    for (const analyse::ChangedFact& fact : differs.facts)
      table.row({fact.title, unit_name(fact.unit), fact.from.text, fact.to.text, origin_in_words(fact)});
    html += "<div class=\"long\">" + table.html() + "</div>";
  }
  if (differs.runs.empty()) return html;
  Table table("What else differs, from " + one.from.file + " to " + one.to.file, 3);
  table.head({"What", "Was", "Is"});
  for (const analyse::RunDifference& difference : differs.runs)
    table.row({capital(difference.what), difference.from, difference.to});
  return html + "<div class=\"long\">" + table.html() + "</div>";
}

/// Also of runs whose results cannot be set beside each other.
std::string what_differs(const std::vector<Figures>& runs) {
  std::string html;
  for (const Figures& run : runs)
    for (std::size_t i = 0; run.against_first && i < run.against_first->differs.size(); ++i)
      html += facts_table(run.against_first->differs[i], *run.against_first);
  return html.empty() ? "" : section("between-differs", "Which facts differ?", html);
}

std::string pair_chooser(const Comparisons& all) {
  if (all.size() < 2) return "";
  std::string options;
  for (std::size_t i = 0; i < all.size(); ++i)
    options += fmt::format("<option value=\"{}\"{}>{}</option>", i + 1, i + 1 == all.size() ? " selected" : "",
                           escaped(label(all[i]->to, all[i]->from)));
  return "<div class=\"choose\" hidden><label class=\"nhsuk-label\" for=\"side-between\">Against the first run, "
         "show</label><select class=\"nhsuk-select\" id=\"side-between\" data-choose-side>" +
         options + "</select></div>\n";
}

std::string from_to(const std::vector<ChangesPart>& parts) {
  std::string tables;
  for (std::size_t side = 1; side <= parts.size(); ++side) {
    const ChangesPart& part = parts[side - 1];
    tables += for_side(
        side, side == parts.size(),
        from_to_table(part.changes.from_to, fmt::format("From the rating with \u201c{}\u201d (rows) to that with "
                                                        "\u201c{}\u201d (columns): trials",
                                                        part.from, part.to)));
  }
  return chart_html({"changed-from-to", "From the first run's rating (left) to the other's (right)",
                     "Flows from the ratings of the first run to those of the other; the table below has the figures",
                     "", tables});
}

std::string compared_trust(const Comparisons& all, std::size_t trust) {
  std::vector<ChangesPart> parts;
  for (const AgainstFirst* one : all)
    parts.push_back({one->trusts[trust].changes, label(one->from, one->to), label(one->to, one->from)});
  const TrustChanges& about = all.front()->trusts[trust];
  std::string html = parts.size() > 1 ? changes_overview(parts) : "";
  html += changes_html(parts) + from_to(parts);
  return fmt::format("<article data-trust=\"{}\" aria-label=\"{}\">{}</article>\n", trust, escaped(about.name),
                     section("between-" + about.code, about.name + " " + about.code, html));
}

std::string limits_table(const AgainstFirst& one) {
  Table table(
      fmt::format("Number of trusts with each rating, of {}, from \u201c{}\u201d to \u201c{}\u201d: mean of "
                  "trials",
                  one.sector->trusts, label(one.from, one.to), label(one.to, one.from)));
  table.head({"Rating", "From", "To", "Change, paired"}).with("data-changed-counts");
  for (std::size_t grade = 4; grade-- > 0;) {
    const analyse::Change& trusts = one.sector->ratings[grade].trusts;
    table.row({rating_name(static_cast<int>(grade) + 1), fmt::format("{:.2f}", trusts.from),
               fmt::format("{:.2f}", trusts.to), change_with_error(trusts, 1, 2)});
  }
  return table.html();
}

std::string trusts_table(const AgainstFirst& one) {
  Table table(fmt::format("Trust by trust, what moved most first, from \u201c{}\u201d to \u201c{}\u201d",
                          label(one.from, one.to), label(one.to, one.from)),
              2);
  table
      .head({"Trust", "Name", "Good or better, % of trials, from", "To", "Change in points", "Expected rating, from",
             "To", "Change of rating"})
      .with("data-sortable");
  std::vector<analyse::Ranked> ranked;
  for (const MovedTrust& row : one.rows) ranked.push_back({row.good_or_better.change, row.name, row.code});
  for (const std::size_t at : analyse::by_size(ranked)) {
    const MovedTrust& row = one.rows[at];
    const analyse::Change& odds = row.good_or_better;
    table.row({row.code, row.name, fmt::format("{:.1f}", 100 * odds.from), fmt::format("{:.1f}", 100 * odds.to),
               change_with_error(odds, 100, 1) + mark({odds.change, odds.standard_error}),
               fmt::format("{:.2f}", row.expected_rating.from), fmt::format("{:.2f}", row.expected_rating.to),
               change_with_error(row.expected_rating, 1, 3)});
  }
  return table.html() + paragraph(mark_in_words, "note");
}

std::string sector_html(const Comparisons& all) {
  std::string tables, trusts;
  for (std::size_t side = 1; side <= all.size(); ++side) {
    if (!all[side - 1]->sector) return "";
    tables += for_side(side, side == all.size(), limits_table(*all[side - 1]));
    trusts += for_side(side, side == all.size(), trusts_table(*all[side - 1]));
  }
  return section("between-sector", "How many more trusts hold each rating?",
                 chart_html({"changed-counts", "Change of the number of trusts with each rating",
                             "Bars with the error of each: how many more or fewer trusts hold each rating; the table "
                             "has the figures",
                             "", "", "", "medium"}) +
                     tables) +
         section("between-trusts", "Which trusts moved?",
                 paragraph("Press a heading to sort by it.", "note screen-only") + trusts);
}

}  // namespace

std::string between_part(const std::vector<Figures>& runs) {
  if (runs.size() < 2) return "";
  const Comparisons all = possible(runs);
  std::string html = "<div class=\"run\" data-between><h1>What changed between the runs</h1>\n";
  if (!all.empty())
    html += paragraph(
                "All runs have the same draws: each change is taken trial by trial, and ± is its paired standard "
                "error. Black lines reach two standard errors to either side. Of key lines and metrics blue is "
                "for the better, orange for the worse.",
                "lede") +
            compared_table(all);
  html += notes_of(all) + obstacles(runs) + what_differs(runs);
  if (all.empty()) return html + "</div>\n";
  html += pair_chooser(all) + sector_html(all);
  for (std::size_t trust = 0; trust < all.front()->trusts.size(); ++trust) html += compared_trust(all, trust);
  return html + "</div>\n";
}

}  // namespace uor::report::page
