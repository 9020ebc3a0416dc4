#include "cli/output_guard.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "core/uor/base/sha256.hpp"
#include "core/uor/report/markdown.hpp"
#include "core/uor/report/page/page_mark.hpp"
#include "core/uor/store/result_mark.hpp"
#include "core/uor/workbook/report_mark.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

using Stat = struct stat;

/// Of what the name leads to, links followed.
bool look(const std::string& path, Stat& found) { return ::stat(path.c_str(), &found) == 0; }

bool is_same(const Stat& a, const Stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

bool is_known_again(const std::string& path, Written what) {
  switch (what) {
    case Written::result:
      return store::is_result_file(path);
    case Written::page:
      return report::page::is_page_as_written(path);
    case Written::workbook:
      return workbook::is_report_as_written(path);
    case Written::markdown:
      return report::is_markdown_as_written(path);
    case Written::form:
    case Written::policy:
      return false;
  }
  return false;
}

/// Why a file that is not known again is kept.
std::string why_kept(Written what) {
  switch (what) {
    case Written::result:
      return "exists and is not a result file that `uor run` wrote";
    case Written::page:
      return "exists and is not a page as `uor report` wrote it (another file, or changed since)";
    case Written::workbook:
      return "exists and is not a workbook as `uor report` wrote it (a form, another file, or changed since)";
    case Written::markdown:
      return "exists and is not a report in Markdown as `uor report` wrote it (another file, or changed since)";
    case Written::form:
    case Written::policy:
      return "exists";
  }
  return "exists";
}

}  // namespace

OutputGuard::OutputGuard(std::string way_out, bool force, fs::path data)
    : way_out_(std::move(way_out)), force_(force), data_(std::move(data)) {}

void OutputGuard::reads(const std::string& role, const std::string& path) { read_.push_back({role, path}); }

void OutputGuard::reads(const policy::Policy& policy) {
  reads("policy", policy.path);
  for (const std::string& included : policy.included) reads("part of the policy", included);
}

void OutputGuard::reads_model(const ask::Library& library, const Arguments& arguments) {
  reads_facts_that_ship();
  if (arguments.has("policy")) reads(library.policy(arguments.text("policy")));
}

void OutputGuard::reads(const model::Inputs& inputs) {
  reads("scenario", inputs.scenario.path);
  for (const trust::Trust& trust : inputs.trusts) reads("trust file", trust.path);
  reads(inputs.policy);
  for (const host::Plugin& plugin : inputs.catalogue->plugins()) reads("plugin", plugin.path());
  reads_facts_that_ship();
}

void OutputGuard::reads_facts_that_ship() {
  std::error_code problem;
  for (fs::directory_iterator at(data_, problem), end; !problem && at != end; at.increment(problem))
    reads("file of facts that ships", at->path().string());
}

void OutputGuard::reads(const store::Result& result) {
  reads("result file", result.path);
  const std::string folder = fs::path(result.path).parent_path().string();
  for (const model::InputText& input : result.header.inputs) {
    if (input.role == "option") continue;
    const std::string role = fmt::format("{} that '{}' was made from", input.role, result.path);
    roles_.emplace(input.sha256, role);
    reads(role, input.path);
    reads(role, (fs::path(folder) / input.path).string());
    if (input.role == "workbook") reads(role, (fs::path(folder) / fs::path(input.path).filename()).string());
  }
  for (const model::PluginInfo& plugin : result.header.plugins) reads("plugin", plugin.path);
}

void OutputGuard::refuse_own_input(const std::string& path) const {
  Stat there{};
  Stat input{};
  if (!look(path, there)) return;
  for (const Read& read : read_) {
    if (read.path.empty() || !look(read.path, input) || !is_same(there, input)) continue;
    const std::string named = read.path == path ? "" : fmt::format(" '{}'", read.path);
    throw Error(fmt::format("'{}' is the {}{} and would be lost; name another file{}", path, read.role, named,
                            way_out_.empty() ? "" : " with " + way_out_));
  }
}

void OutputGuard::refuse_copy_of_input(const std::string& path) const {
  Stat there{};
  if (roles_.empty() || !look(path, there) || !S_ISREG(there.st_mode)) return;
  std::string digest;
  try {
    digest = sha256_hex_of_file(path);
  } catch (const Error&) {
    return;  // what cannot be read is no file that the run read
  }
  if (const auto at = roles_.find(digest); at != roles_.end())
    throw Error(fmt::format("'{}' is the {}, or a copy of it, and would be lost; name another file{}", path, at->second,
                            way_out_.empty() ? "" : " with " + way_out_));
}

void OutputGuard::refuse_foreign(const std::string& path, Written what) const {
  Stat there{};
  if (force_ || !look(path, there) || !S_ISREG(there.st_mode)) return;
  const std::string mend =
      fmt::format("name another{}, or add --force to write over it", way_out_.empty() ? "" : " with " + way_out_);
  if ((there.st_mode & 0222) == 0)
    throw Error(fmt::format("'{}' is protected (nobody may write to it); {}", path, mend));
  const bool by_shell = there.st_size == 0 && what != Written::form && what != Written::policy;
  if (!by_shell && !is_known_again(path, what)) throw Error(fmt::format("'{}' {}; {}", path, why_kept(what), mend));
}

void OutputGuard::check(const std::string& path, Written what) const {
  refuse_own_input(path);
  refuse_copy_of_input(path);
  refuse_foreign(path, what);
}

PartialFile OutputGuard::open(const std::string& path, Written what) const {
  check(path, what);
  return PartialFile(path);
}

bool OutputGuard::is_there(const std::string& path) {
  Stat there{};
  return look(path, there) && S_ISREG(there.st_mode) && there.st_size > 0;
}

namespace {

/// What in a word may name a file: "--trust=FILE", "people=FILE", "RUN.h5:SCENARIO".
Words names_in(const std::string& word) {
  Words names = {word};
  const std::size_t equals = word.find('=');
  if (equals != std::string::npos) names.push_back(word.substr(equals + 1));
  const std::size_t colon = word.rfind(':');
  if (colon != std::string::npos) names.push_back(word.substr(0, colon));
  return names;
}

}  // namespace

void refuse_output_into_input(const Words& words) {
  Stat output{};
  Stat input{};
  if (words.empty() || words[0] == "help" || ::fstat(STDOUT_FILENO, &output) != 0 || !S_ISREG(output.st_mode)) return;
  for (std::size_t i = 1; i < words.size(); ++i)  // the first is a command
    for (const std::string& name : names_in(words[i]))
      if (look(name, input) && is_same(input, output))
        throw Error(
            fmt::format("'{}': what is printed goes into that file (> or >>), which is also named here; send it to "
                        "another",
                        name));
}

}  // namespace uor::cli
