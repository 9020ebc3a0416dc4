// `uor init`: a commented template of a trust file or a scenario, or a workbook for both.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/levers.hpp"
#include "cli/output_guard.hpp"
#include "cli/text.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/ask/trusts.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/book.hpp"
#include "core/uor/workbook/template.hpp"

namespace uor::cli {

namespace {

std::string template_of(const ask::Library& library, const std::string& kind) {
  return kind == "trust" ? trust::trust_template(library.fields()) : scenario::scenario_template();
}

/// Error for no name and for a workbook of another kind, whatever --kind says.
void check_name(const std::string& file) {
  if (file.empty()) throw Error("'': no file name; name a file such as trust.toml");
  for (const char* other : {".xls", ".xlsm", ".xlsb", ".ods", ".numbers"})
    if (ends_like(file, other))
      throw Error(
          fmt::format("'{}' is no workbook that uor writes, end it in .xlsx, which Excel and LibreOffice open", file));
}

/// --kind, or what the file's name says.
std::string kind_of(const Arguments& arguments, const std::string& file) {
  const std::string name = std::filesystem::path(file).filename().string();
  const std::string kind = arguments.text("kind");
  if (kind == "trust" || kind == "scenario") return kind;
  if (!kind.empty()) throw Error(fmt::format("--kind '{}': must be trust or scenario", kind));
  const bool trust = name.find("trust") != std::string::npos;
  const bool scenario = name.find("scenario") != std::string::npos;
  if (trust == scenario)
    throw Error(fmt::format("'{}' does not say what it is; add --kind trust or --kind scenario", file));
  return trust ? "trust" : "scenario";
}

void refuse_workbook_options(const Arguments& arguments, const std::string& file) {
  if (arguments.has("trust"))
    throw Error(fmt::format("--trust '{}': only a workbook is filled in; name it FILE.xlsx, or leave --trust out",
                            arguments.text("trust")));
  if (arguments.has("xlsx")) throw Error(fmt::format("--xlsx: '{}' is no name of a workbook; end it in .xlsx", file));
}

void write_workbook(const ask::Library& library, const Arguments& arguments, OutputGuard& guard,
                    const std::string& file) {
  if (arguments.has("kind")) throw Error("--kind: a workbook holds both, a trust and a scenario; leave --kind out");
  const trust::Fields& fields = library.fields();
  const policy::Policy& policy = library.policy("framework");
  const auto plugins = ask::load_plugins(library, {});
  workbook::TemplateInputs inputs{fields, policy, levers_of(*plugins), nullptr};
  std::vector<trust::Trust> trusts;
  if (arguments.has("trust")) {
    trusts = ask::find_trusts(library, {arguments.text("trust")}, {}, ask::ShippedFacts::left_out);
    if (trusts.size() > 1)
      throw Error(fmt::format("--trust '{}': a workbook holds one trust, name one", arguments.text("trust")));
    inputs.trust = &trusts[0];
    guard.reads("trust file", inputs.trust->path);
  }
  guard.reads(policy);
  for (const host::Plugin& plugin : plugins->plugins()) guard.reads("plugin", plugin.path());
  workbook::write_template(guard.open(file, Written::form), inputs);
}

}  // namespace

int init_command(const Words& words) {
  Options options("Options", screen_width);
  add_value(options, "kind", "trust|scenario", "which template (default: what the file's name says)");
  add_flag(options, "xlsx", "a workbook for Excel (also when the file's name ends in .xlsx)");
  add_value(options, "trust", "CODE|FILE", "fill the workbook with what is known of this trust");
  add_flag(options, "force", "write over a file that exists");
  const Usage usage = {
      "init",
      "FILE.toml|FILE.xlsx [--kind trust|scenario] [--trust CODE|FILE] [--force]",
      "Writes a commented template to fill in; it is valid as it stands. A workbook has a sheet each\n"
      "for the trust, its metrics, savings schemes, evidence, a question and the levers.",
      {"uor init trust.toml", "uor init my_question.toml --kind scenario", "uor init trust.xlsx --trust RF4"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const std::string& file = arguments->positional()[0];
  check_name(file);
  const bool as_workbook = workbook::is_workbook(file);
  if (!as_workbook) refuse_workbook_options(*arguments, file);
  const std::string kind = as_workbook ? "" : kind_of(*arguments, file);
  const ask::Library library;
  OutputGuard guard("", arguments->has("force"), library.data());
  guard.reads_facts_that_ship();
  if (as_workbook) {
    write_workbook(library, *arguments, guard, file);
  } else {
    write_file(guard.open(file, Written::form), template_of(library, kind));
  }
  fmt::print("Wrote {}. Fill it in, then try `uor check {}`.\n", file, file);
  return 0;
}

}  // namespace uor::cli
