// `uor report`: result files as one page to pass on, or their figures as JSON.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <utility>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/output_guard.hpp"
#include "cli/report_assets.hpp"
#include "cli/report_format.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "cli/unsealed.hpp"
#include "core/uor/ask/compared_sides.hpp"
#include "core/uor/ask/report_against.hpp"
#include "core/uor/ask/report_figures.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/report/markdown.hpp"
#include "core/uor/report/workbook/workbook.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t most_runs = 20;

Options report_options() {
  Options options("Options", screen_width);
  add_value(options, "out,o", "FILE",
            "the file to write: .html a page, .md Markdown, .xlsx with --xlsx (default: NAME.html or NAME-report.xlsx "
            "of NAME.h5)");
  add_trust_file(options);
  add_flag(options, "xlsx", "a workbook instead of a page: all figures as numbers, with charts");
  add_flag(options, "force", "write over a file that `uor report` did not write as it stands, never over one it reads");
  add_flag(options, "brief", "one page of A4 only: odds, and how resources are used");
  add_repeated(options, "trust", "CODE", "show this trust of the run in full; may be given again");
  add_flag(options, "quick", "leave out what the assumptions cost, for which the baseline is run again");
  add_plugin_options(options);
  add_flag(options, "json", "print all figures as JSON instead: one object, or a list of several runs");
  return options;
}

std::string default_out(const std::string& path, bool as_workbook) {
  const std::filesystem::path run(path);
  return (run.parent_path() / short_name(run.stem().string(), as_workbook ? "-report.xlsx" : ".html")).string();
}

bool is_format(const std::string& out, ReportFormat format) {
  const FormatOfFile* of = format_of_file(out);
  return of != nullptr && of->format == format;
}

void check_workbook_options(const Arguments& arguments, const std::string& out) {
  if (arguments.positional().size() > 2)
    throw Error("--xlsx: a workbook holds one run, and of another what differs from it; name two result files at most");
  for (const char* option : {"json", "brief"})
    if (arguments.has(option)) throw Error(fmt::format("--xlsx and --{}: give one of the two", option));
  if (!is_format(out, ReportFormat::workbook))
    throw Error(fmt::format("'{}' is no name of a workbook; end it in .xlsx", out));
}

/// The files of FILE or FILE:SCENARIO.
Words files_of(const Words& words) {
  Words files;
  for (const std::string& word : words) files.push_back(ask::file_of(word));
  if (words.size() == 1 && files[0] != words[0])
    throw Error(fmt::format("'{}': a report of one file holds all its scenarios, name the file alone", words[0]));
  return files;
}

void check_page_options(const Arguments& arguments, const std::string& out) {
  if (arguments.has("json")) {
    for (const char* option : {"out", "brief"})
      if (arguments.has(option))
        throw Error(
            fmt::format("--json and --{}: --json prints all figures; leave --{} out, and send them to a file "
                        "with > figures.json",
                        option, option));
    return;
  }
  const FormatOfFile* format = format_of_file(out);
  if (format == nullptr)
    throw Error(fmt::format("'{}' is no name of a page, end it in .html, or in .md for Markdown", out));
  if (format->format == ReportFormat::workbook)
    throw Error(fmt::format("'{}' is the name of a workbook, add --xlsx to get one, or end it in .html", out));
  if (format->format == ReportFormat::markdown && arguments.has("brief"))
    throw Error(
        fmt::format("--brief is one page of A4, and '{}' Markdown; end it in .html, or leave --brief out", out));
}

/// The result files that are named, read whole before anything is written.
class Reports {
 public:
  Reports(const ask::Library& library, const Arguments& arguments, const Words& paths)
      : library_(library), arguments_(arguments), rules_(library.report_rules()) {
    for (const std::string& path : paths) results_.push_back(store::read_result(path));
  }

  const std::vector<store::Result>& results() const { return results_; }
  const report::Rules& rules() const { return rules_; }

  std::vector<report::Figures> figures() const {
    std::vector<report::Figures> runs;
    const ask::FiguresRequest request = figures_request(arguments_);
    for (const store::Result& result : results_) runs.push_back(ask::figures_of_result(library_, request, result));
    ask::add_changes_between(library_, runs, arguments_.positional(), arguments_.texts("trust"));
    return runs;
  }

 private:
  const ask::Library& library_;
  const Arguments& arguments_;
  const report::Rules& rules_;
  std::vector<store::Result> results_;
};

void write_the_workbook(PartialFile file, const Reports& reports) {
  fmt::print("Workbook: {}\n", report::write_workbook(std::move(file), reports.figures().back()));
}

void write_the_page(PartialFile file, const ask::Library& library, const Reports& reports, const Arguments& arguments) {
  const report::page::Assets assets = report_assets(library.home());
  file.write(report::page::html_of(reports.figures(), reports.rules(), assets, {arguments.has("brief")}));
  file.commit();
  if (assets.script.empty())
    fmt::print(stderr,
               "uor: the page has no charts: install nodejs and npm, run `npm ci` and `npm run build` in web/\n");
  fmt::print("Report: {}\n", file.target());
}

void write_the_markdown(PartialFile file, const Reports& reports) {
  file.write(report::markdown_of(report::tables::document_of(reports.figures())));
  file.commit();
  fmt::print("Report: {}\n", file.target());
}

void write_the_report(PartialFile file, ReportFormat format, const ask::Library& library, const Reports& reports,
                      const Arguments& arguments) {
  switch (format) {
    case ReportFormat::page:
      return write_the_page(std::move(file), library, reports, arguments);
    case ReportFormat::workbook:
      return write_the_workbook(std::move(file), reports);
    case ReportFormat::markdown:
      return write_the_markdown(std::move(file), reports);
  }
}

void print_figures_json(const std::vector<report::Figures>& runs) {
  report::Json json = report::json_of(runs.front());
  if (runs.size() > 1) {
    json = report::Json::array();
    for (const report::Figures& run : runs) json.push_back(report::json_of(run));
  }
  fmt::print("{}\n", report::text_of(json, 2));
}

}  // namespace

int report_command(const Words& words) {
  const Usage usage = {
      "report",
      "RUN.h5[:SCENARIO]... [-o FILE.html|FILE.md] | [OLD.h5] RUN.h5 --xlsx [-o FILE.xlsx]",
      "Writes result files as one page that opens anywhere, without a network: odds, what moves them,\n"
      "metrics, statements, savings, what was assumed and where all of it comes from.\n"
      "Several files stand one after the other, and before them what changed from the first to each\n"
      "other one, from its last scenario or the one that is named. With --xlsx it writes a workbook of\n"
      "the same figures, as numbers; of two files the second's, and which facts differ from the first.\n"
      "A name that ends in .md gives Markdown: the same tables, for a wiki or an e-mail.",
      {"uor report runs/cip_slippage-RF4.h5", "uor report runs/cip_slippage-RF4.h5 --brief -o board.html",
       "uor report runs/cip_slippage-RF4.h5:all_40 runs/recovery_plan-RF4.h5 -o both.html",
       "uor report runs/cip_slippage-RF4.h5 --xlsx", "uor report runs/cip_slippage-RF4.h5 -o report.md"},
      1,
      most_runs};
  const auto arguments = Arguments::parse(usage, report_options(), words);
  if (!arguments) return 0;
  heed_trust_file(*arguments);
  const Words paths = files_of(arguments->positional());
  const bool as_workbook = arguments->has("xlsx");
  const std::string out = arguments->text("out", default_out(as_workbook ? paths.back() : paths.front(), as_workbook));
  if (as_workbook)
    check_workbook_options(*arguments, out);
  else
    check_page_options(*arguments, out);
  const ask::Library library;
  const Reports reports(library, *arguments, paths);
  if (arguments->has("json")) {
    print_figures_json(reports.figures());
    return 0;
  }
  OutputGuard guard("-o", arguments->has("force"), library.data());
  for (const store::Result& result : reports.results()) guard.reads(result);
  guard.reads_facts_that_ship();
  const FormatOfFile& format = *format_of_file(out);
  write_the_report(guard.open(out, format.written), format.format, library, reports, *arguments);
  return 0;
}

}  // namespace uor::cli
