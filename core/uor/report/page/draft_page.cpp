#include "core/uor/report/page/draft_page.hpp"

#include <fmt/format.h>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::page {

namespace {

constexpr const char* word_styles =
    "body{font-family:Arial,sans-serif;font-size:11pt;color:#212b32}h1{font-size:18pt}h2{font-size:14pt}"
    "h3{font-size:12pt}table{border-collapse:collapse}td,th{border:1px solid #768692;padding:3pt 6pt;text-align:left}"
    ".source{color:#4c6272;font-size:9pt}";

std::string heading(int level, const std::string& text) {
  return fmt::format("<h{0}>{1}</h{0}>\n", level, escaped(text));
}

std::string html_list(const std::vector<DraftSentence>& statements) {
  if (statements.empty()) return "<p>Nothing was found by these rules.</p>\n";
  std::string html = "<ul>\n";
  for (const DraftSentence& one : statements)
    html += fmt::format("<li>{} <span class=\"source\">[{}]</span></li>\n", escaped(one.text), escaped(one.source));
  return html + "</ul>\n";
}

std::string html_of_kloe(const DraftKloe& kloe) {
  return heading(2, kloe.title) + fmt::format("<p><em>{}</em></p>\n", escaped(kloe.question)) +
         heading(3, "How resources are used") + html_list(kloe.how) + heading(3, "Outstanding practice") +
         html_list(kloe.outstanding) + heading(3, "Areas for improvement") + html_list(kloe.improvement);
}

std::string html_of_received(const std::vector<ReceivedRating>& received) {
  std::string html = "<table><tr><th>Rating</th>";
  for (const char* name : rating_names) html += fmt::format("<th>{}</th>", name);
  html += "<th>From</th></tr>\n";
  for (const ReceivedRating& rating : received) {
    html += fmt::format("<tr><td>{}</td>", escaped(rating.title));
    for (std::size_t grade = 0; grade < 4; ++grade)
      html += fmt::format("<td>{}</td>", rating.odds ? escaped(percent((*rating.odds)[grade])) : "-");
    html += fmt::format("<td>{}</td></tr>\n", escaped(rating.basis));
  }
  return html + "</table>\n";
}

std::string html_of_support(const SupportNeeds& support) {
  std::vector<DraftSentence> needs;
  for (const SupportNeed& need : support.needs)
    needs.push_back({need.area + ": " + need.words, need.source + "; " + need.standing});
  std::string html = heading(2, "Support needs: " + support.theme);
  for (const std::string& words : {support.together, support.since})
    if (!words.empty()) html += paragraph(words);
  return html + html_list(needs);
}

}  // namespace

std::string html_of(const Draft& draft) {
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{0}: draft use of resources "
      "report</title><style>{1}</style></head>\n<body>\n<h1>{0}: draft use of resources report</h1>\n",
      escaped(draft.name), word_styles);
  html += paragraph(
      "A draft by rules from figures and judgements; each statement says where it comes from. Odds "
      "are simulated, and no assessor has made any of this.");
  html += paragraph(draft.known) + paragraph("Stands on " + draft.basis + ".");
  html += heading(2, "Proposed rating") + paragraph(proposed_words(draft));
  if (!draft.last_published.empty()) html += paragraph("Last published: " + draft.last_published);
  html += html_list(draft.rating);
  for (const DraftKloe& kloe : draft.kloes) html += html_of_kloe(kloe);
  html += heading(2, "The ratings that the trust receives") + html_of_received(draft.received);
  return html + html_of_support(draft.support) + "</body></html>\n";
}

}  // namespace uor::report::page
