// `uor draft`: a draft report of one trust in the framework's shape.
#include "core/uor/ask/draft.hpp"

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/heading.hpp"
#include "cli/output_guard.hpp"
#include "cli/rating_options.hpp"
#include "cli/requests.hpp"
#include "cli/support_screen.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/report/page/draft_page.hpp"

namespace uor::cli {

namespace {

void print_statements(const std::string& title, const std::vector<report::DraftSentence>& statements,
                      const Style& style) {
  fmt::print("\n  {}\n", style.bold(title));
  for (const report::DraftSentence& one : statements)
    print(wrap("  - ", one.text + " " + style.faint("[" + one.source + "]"), 4));
  if (statements.empty()) fmt::print("  Nothing was found by these rules.\n");
}

void print_kloe(const report::DraftKloe& kloe, const Style& style) {
  print_heading(kloe.title, style);
  print(wrap("  ", style.faint(kloe.question), 2));
  print_statements("How resources are used", kloe.how, style);
  print_statements("Outstanding practice", kloe.outstanding, style);
  print_statements("Areas for improvement", kloe.improvement, style);
}

void print_draft(const report::Draft& draft, const Style& style) {
  fmt::print("{}  {}: draft use of resources report\n", style.bold(draft.code), draft.name);
  print(wrap("", draft.known, 2));
  print(wrap("Stands on ", draft.basis + ".", 2));
  print(wrap("", style.bold(report::proposed_words(draft)), 2));
  if (!draft.last_published.empty()) print(wrap("Last published: ", draft.last_published, 2));
  print_statements("What holds the rating", draft.rating, style);
  for (const report::DraftKloe& kloe : draft.kloes) print_kloe(kloe, style);
  print_received(draft.received, style);
  print_support(draft.support, style);
  print(wrap("\n",
             style.faint("A draft by rules from figures and judgements: odds are simulated, and no assessor has made "
                         "any of this. --out FILE.html writes it for Word."),
             0));
}

void check_page_name(const std::string& path) {
  if (ends_like(path, ".html") || ends_like(path, ".htm")) return;
  throw Error(fmt::format("--out '{}': a draft is written as HTML, which Word opens; end the name in .html", path));
}

}  // namespace

int draft_command(const Words& words) {
  const Usage usage = {
      "draft",
      "TRUST [--out FILE.html] [options]",
      "A draft report in the framework's shape: for each key line how resources are used, outstanding\n"
      "practice and areas for improvement; the proposed rating with its odds; the ratings that the trust\n"
      "receives; support needs. Every sentence follows a rule from a figure or a judgement, and says where\n"
      "that stands. With --out it is HTML that Word opens.",
      {"uor draft RF4", "uor draft RF4 --out draft.html"},
      1,
      1};
  Options options = rating_options();
  add_value(options, "out", "FILE", "write HTML to this file instead of the screen");
  add_flag(options, "force", "write over a file that is there, but never over one that is read");
  const auto arguments = Arguments::parse(usage, std::move(options), words);
  if (!arguments) return 0;
  if (arguments->has("out")) check_page_name(arguments->text("out"));
  const ask::Library library;
  const report::Draft draft = ask::draft_of(library, rating_request(*arguments));
  if (arguments->has("json")) fmt::print("{}\n", report::text_of(report::json_of(draft), 2));
  if (arguments->has("out")) {
    OutputGuard guard("--out", arguments->has("force"), library.data());
    guard.reads("trust file", arguments->positional()[0]);
    guard.reads_model(library, *arguments);
    PartialFile file = guard.open(arguments->text("out"), Written::form);
    file.write(report::page::html_of(draft));
    file.commit();
    if (!arguments->has("json")) fmt::print("Draft: {}\n", file.target());
  } else if (!arguments->has("json")) {
    print_draft(draft, Style::of_standard_output(*arguments));
  }
  return 0;
}

}  // namespace uor::cli
