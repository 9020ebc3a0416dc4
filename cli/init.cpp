// `uor init`: a commented template of a trust file or a scenario.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/setup.hpp"
#include "cli/text.hpp"
#include "cli/written_file.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

std::string template_of(const std::string& kind) {
  return kind == "trust" ? trust::trust_template(trust_fields()) : scenario::scenario_template();
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

}  // namespace

int init_command(const Words& words) {
  Options options("Options", screen_width);
  add_value(options, "kind", "trust|scenario", "which template (default: what the file's name says)");
  add_flag(options, "force", "write over a file that exists");
  const Usage usage = {"init",
                       "FILE.toml [--kind trust|scenario] [--force]",
                       "Writes a commented template to fill in; it is valid as it stands.",
                       {"uor init trust.toml", "uor init my_question.toml --kind scenario"},
                       1,
                       1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const std::string& file = arguments->positional()[0];
  const std::string kind = kind_of(*arguments, file);
  if (std::filesystem::exists(file) && !arguments->has("force"))
    throw Error(fmt::format("'{}' exists; choose another name, or add --force to write over it", file));
  write_text(file, template_of(kind));
  fmt::print("Wrote {}. Fill it in, then try `uor check {}`.\n", file, file);
  return 0;
}

}  // namespace uor::cli
