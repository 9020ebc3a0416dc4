#include "core/uor/report/page/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/report/headline.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/report/page/between_part.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/numbers.hpp"
#include "core/uor/report/page/page_mark.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/tables/headings.hpp"
#include "core/uor/report/thinned.hpp"

namespace uor::report::page {

namespace {

// For a page without the bundle: enough to read the tables.
constexpr const char* plain_styles =
    "body{font:16px/1.5 Arial,sans-serif;color:#212b32;max-width:70em;margin:0 auto;padding:1em}"
    "table{border-collapse:collapse}th,td{border-bottom:1px solid #d8dde0;padding:.3em .8em .3em 0;text-align:left;"
    "vertical-align:top}.figure{text-align:right;white-space:nowrap}.scroll{overflow-x:auto}[hidden]{display:none}"
    ".odds{display:flex;flex-wrap:wrap;gap:1em;list-style:none;padding:0}.chart__place{display:none}"
    ".nhsuk-u-visually-hidden{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}";

/// JSON inside <script>: nothing in it may look like markup.
std::string inside_script(const std::string& json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<' || c == '>' || c == '&')
      safe += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      safe += c;
  }
  return safe;
}

/// In JavaScript a "</" or "<!--" stands in strings and patterns only, where a backslash changes nothing.
std::string inside_code(std::string text) {
  for (std::size_t at = text.find("</script"); at != std::string::npos; at = text.find("</script", at + 3))
    text.insert(at + 1, "\\");
  return text;
}

std::string trust_chooser(const Figures& run, std::size_t number) {
  if (run.origin.sides.size() < 3) return "";
  std::string options;
  const std::size_t sides = run.origin.sides.size();
  for (std::size_t side = 1; side < sides; ++side)
    options += fmt::format("<option value=\"{}\"{}>{}</option>", side, side + 1 == sides ? " selected" : "",
                           escaped(run.origin.side_titles[side]));
  return fmt::format(
      "<div class=\"choose\" hidden><label class=\"nhsuk-label\" for=\"side-{0}\">Beside the baseline, "
      "show</label><select class=\"nhsuk-select\" id=\"side-{0}\" data-choose-side>{1}</select></div>\n",
      number, options);
}

std::string thinned_in_words(const Figures& run, const Figures& whole) {
  const std::size_t shown = run.origin.sides.size(), all = whole.origin.sides.size();
  if (shown == all) return "";
  return paragraph(
      fmt::format("{} of {} scenarios are shown in full, spread evenly from the one that lowers the odds of good or "
                  "better most to the one that raises them most, so that this page stays small. The tables of odds "
                  "have all of them; "
                  "`uor report --xlsx` writes a workbook with every figure of all.",
                  shown - 1, all - 1),
      "note");
}

std::string short_provenance(const Figures& run) {
  const Origin& origin = run.origin;
  return fmt::format(
      "From {}, written by uor {} (commit {}) on {}. {}. The full report has method, sources and what was assumed.",
      origin.file, origin.version, origin.commit, origin.finished.substr(0, origin.finished.find('T')),
      origin.policy_title);
}

std::string standing_callout(const TrustFigures& trust, const std::string& suffix, bool brief) {
  const std::string scope =
      trust.in_scope
          ? ""
          : "<div class=\"nhsuk-inset-text\"><p><strong>Outside the framework's scope.</strong> The framework "
            "rates acute non-specialist trusts and nobody will give this one a rating: these are odds as if "
            "it did.</p></div>\n";
  const std::string link =
      brief ? "" : fmt::format(" See <a href=\"#assumed-{}{}\">what was assumed</a>.", anchor(trust.code), suffix);
  std::string warnings;
  for (const std::string& warning : trust.warnings) warnings += paragraph("Warning: " + warning);
  if (!warnings.empty()) warnings = "<div class=\"nhsuk-inset-text\" data-warnings>" + warnings + "</div>\n";
  return scope + warnings +
         fmt::format("<div class=\"nhsuk-inset-text\" data-known><p><strong>{}:</strong> {}{}</p></div>\n",
                     escaped(trust.known.name), escaped(trust.known.sentence), link);
}

/// Ids must differ between runs and trusts of one page.
class Sections {
 public:
  explicit Sections(std::string suffix) : suffix_(std::move(suffix)) {}

  void add(const std::string& id, const std::string& content) { add(id, id, content); }
  void add(const std::string& id, const std::string& heading_id, const std::string& content) {
    if (content.empty()) return;
    const std::string heading = tables::heading_of(heading_id);
    html_ += section(id + suffix_, heading, content);
    links_ += fmt::format("<li><a href=\"#{}\">{}</a></li>", id + suffix_, escaped(heading));
  }
  const std::string& html() const { return html_; }
  std::string contents() const {
    return "<nav class=\"contents-section\" aria-label=\"Contents\"><ul class=\"contents\">" + links_ + "</ul></nav>\n";
  }

 private:
  std::string suffix_, html_, links_;
};

void add_board_pages(Sections& sections, const TrustPart& part) {
  sections.add("months", months_part(part));
  sections.add("from-to", from_to_part(part));
  sections.add("brief", brief_part(part));
  sections.add("movers", movers_part(part));
}

void add_figures(Sections& sections, const TrustPart& part) {
  sections.add("changed", part.sides() > 2 ? "changed-several" : "changed", changed_part(part));
  sections.add("kloes", kloes_part(part));
  sections.add("metrics", metrics_part(part));
  sections.add("statements", statements_part(part));
  sections.add("bridge", bridge_part(part));
  sections.add("fund", fund_part(part));
  sections.add("finance-score", finance_score_part(part));
  sections.add("schemes", schemes_part(part));
  sections.add("support", support_part(part));
  sections.add("prompts", prompts_part(part));
  sections.add("evidence", evidence_part(part));
  sections.add("received", received_part(part));
  sections.add("support-needs", support_needs_part(part));
  sections.add("limits", limits_part(part));
  sections.add("characteristics", characteristics_part(part));
}

std::string whole_trust(const Figures& run, const Figures& whole, const Rules& rules, std::size_t trust,
                        const std::string& suffix, const Request& request) {
  const TrustPart part{run, run.trusts[trust], rules, whole, whole.trusts[trust]};
  const std::string of_trust = "-" + anchor(part.trust.code) + suffix;
  Sections first(of_trust), sections(of_trust);
  first.add("odds", odds_part(part) + (request.brief ? "" : odds_table(part)));
  if (request.brief) {
    sections.add("brief", brief_part(part));
  } else {
    add_board_pages(sections, part);
    add_figures(sections, part);
    sections.add("assumed", assumptions_part(part));
  }
  std::string html = fmt::format(
      "<article data-trust=\"{}\" aria-label=\"{}\">\n<h2 class=\"trust\">{} <span "
      "class=\"nhsuk-u-visually-hidden\">- </span>{}</h2>\n",
      trust, escaped(part.trust.name), escaped(part.trust.name), escaped(part.trust.code));
  html += standing_callout(part.trust, suffix, request.brief) + first.html();
  if (!request.brief) html += sections.contents();
  return html + sections.html() + "</article>\n";
}

std::string run_html(const Figures& run, const Figures& whole, const Rules& rules, std::size_t number,
                     const Request& request) {
  const std::string suffix = number == 0 ? "" : "-" + std::to_string(number + 1);
  std::string html =
      fmt::format("<div class=\"run\" data-run=\"{}\">\n<h1><span class=\"caption\">{}</span>{}</h1>\n{}", number,
                  escaped(run.origin.title), escaped(run.origin.question), paragraph(lede(run.origin), "lede"));
  html += trust_chooser(run, number) + thinned_in_words(run, whole);
  Sections sections(suffix);
  sections.add("sector", sector_part(run, whole));
  if (!request.brief) sections.add("practice", practice_part(run));
  if (!request.brief) sections.add("trusts", trusts_part(run));
  html += sections.html();
  for (std::size_t trust = 0; trust < run.trusts.size(); ++trust)
    html += whole_trust(run, whole, rules, trust, suffix, request);
  Sections last(suffix);
  if (request.brief) {
    html += paragraph(short_provenance(run), "note");
  } else {
    last.add("method", method_part(run));
    last.add("provenance", provenance_part(run));
  }
  return html + last.html() + "</div>\n";
}

std::string title_of(const std::vector<Figures>& runs) {
  const Figures& run = runs.front();
  const std::string who = run.trusts.size() == 1 ? run.trusts.front().name + ": " : "";
  return who + run.origin.title + " - use of resources report";
}

std::string how_to_get_charts(const Assets& assets) {
  if (!assets.script.empty())
    return "<noscript><p class=\"note\">This page draws its charts with a script, which is switched off here; its "
           "tables "
           "hold all figures.</p></noscript>\n";
  return paragraph(
      "This page has no charts: they are built with Node.js. Install nodejs and npm, run `npm ci` and `npm run "
      "build` in web/, and write the report again. Its tables hold all figures.");
}

std::string data_of(const std::vector<Figures>& runs) {
  Json list = Json::array();
  for (const Figures& run : runs) list.push_back(shortened(json_of(run)));
  return inside_script(text_of(list));
}

std::string html_of_sides(const std::vector<Figures>& runs, const std::vector<Figures>& whole, const Rules& rules,
                          const Assets& assets, const Request& request) {
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\"><meta name=\"generator\" content=\"{}\"><title>{}</title>"
      "<link rel=\"icon\" href=\"data:,\"><style>{}</style></head>\n<body>"
      "<a class=\"nhsuk-skip-link\" href=\"#main\">Skip to main content</a>\n<header class=\"bar-top\"><div "
      "class=\"nhsuk-width-container\"><strong>Use of resources</strong><span>Simulated odds, not a "
      "rating</span></div></header>\n<main id=\"main\" class=\"nhsuk-width-container page{}\">\n",
      escaped(unmarked_generator(runs.front().origin.version)), escaped(title_of(runs)),
      assets.styles.empty() ? plain_styles : assets.styles, request.brief ? " one-sheet" : "");
  html += how_to_get_charts(assets);
  if (!request.brief) html += between_part(runs);
  for (std::size_t run = 0; run < runs.size(); ++run) html += run_html(runs[run], whole[run], rules, run, request);
  html += fmt::format("</main>\n<script type=\"application/json\" id=\"uor-figures\">{}</script>\n", data_of(runs));
  if (!assets.script.empty())
    html += "<!-- " + escaped(assets.notices) + " -->\n<script>" + inside_code(assets.script) + "</script>\n";
  return html + "</body></html>\n";
}

std::size_t most_sides(const std::vector<Figures>& runs) {
  std::size_t most = 0;
  for (const Figures& run : runs) most = std::max(most, run.origin.sides.size());
  return most;
}

std::vector<Figures> with_at_most(std::vector<Figures> runs, std::size_t sides) {
  for (Figures& run : runs)
    if (run.origin.sides.size() > sides) run = thinned(run, standing_for_all(run, sides));
  return runs;
}

}  // namespace

std::string html_of(const std::vector<Figures>& runs, const Rules& rules, const Assets& assets,
                    const Request& request) {
  std::string html = html_of_sides(runs, runs, rules, assets, request);
  constexpr std::size_t fewest = 2;  // the baseline and a scenario
  for (std::size_t sides = most_sides(runs); html.size() > most_page_bytes && sides > fewest;) {
    sides = std::clamp(sides * most_page_bytes / html.size(), fewest, sides - 1);
    html = html_of_sides(with_at_most(runs, sides), runs, rules, assets, request);
  }
  return marked(std::move(html));
}

}  // namespace uor::report::page
