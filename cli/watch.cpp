#include "cli/watch.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdio>
#include <ctime>
#include <set>

#include "cli/child_process.hpp"
#include "cli/drop_folder.hpp"
#include "cli/interrupt.hpp"
#include "cli/requests.hpp"
#include "cli/run_problem.hpp"
#include "cli/simulate.hpp"
#include "cli/text.hpp"
#include "cli/workbook_report.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

constexpr timespec between_looks = {2, 0};
constexpr timespec between_looks_once = {0, 300'000'000};

void say(const std::string& text) {
  std::string shown;  // names of files are other people's
  for (const char c : text) shown += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
  fmt::print("{:%H:%M:%S}  {}\n", fmt::localtime(std::time(nullptr)), shown);
  std::fflush(stdout);
}

std::string without(std::string text, const std::string& part) {
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos;) text.erase(at, part.size());
  return text;
}

/// So that what is said of figures names the workbook where it was dropped, not the copy that was read.
void rename_places(trust::Trust& trust, const std::string& copy, const std::string& file) {
  const auto rename = [&](Where& where) {
    if (where.file.starts_with(copy)) where.file.replace(0, copy.size(), file);
  };
  for (auto& [id, reported] : trust.reported) rename(reported.where);
  for (auto& [id, judged] : trust.judged) rename(judged.where);
  for (SavingsScheme& scheme : trust.schemes) rename(scheme.where);
  trust.path = file;
}

/// What one workbook may take, for others wait behind it.
struct Allowed {
  Limits limits;
  std::uint64_t trials = 0;

  explicit Allowed(const Arguments& arguments) {
    constexpr std::uint64_t usual_minutes = 15, usual_gb = 2, usual_trials = 1'000'000;
    limits.seconds =
        60.0 * static_cast<double>(arguments.whole_number("watch-minutes", 1, 100'000).value_or(usual_minutes));
    limits.bytes = arguments.whole_number("watch-gb", 1, 100'000).value_or(usual_gb) << 30;
    trials = arguments.whole_number("watch-trials", 1, 1'000'000'000).value_or(usual_trials);
  }
};

/// Of a workbook by itself; --trials of the service comes before what it says.
void refuse_too_many_trials(const scenario::RunSettings& run, std::uint64_t most) {
  const std::uint64_t trials = run.until_se ? run.max_trials : run.trials;
  if (trials > most)
    throw Error(
        fmt::format("asks for {} trials; at most {} are run here, write fewer on the sheet 'Question' (10,000 "
                    "tell odds to half a point)",
                    grouped(trials), grouped(most)));
}

class Watch {
 public:
  Watch(const Arguments& arguments, const fs::path& folder)
      : arguments_(arguments), allowed_(arguments), folder_(folder) {}

  void serve() {
    for (;;) {
      look();
      if (Interrupts::seen() != 0) return say("Stopped.");
      nanosleep(&between_looks, nullptr);  // a signal ends it
      if (Interrupts::seen() != 0) return say("Stopped.");
    }
  }

  int serve_once() {
    folder_.ready();  // the first look finds nothing settled
    nanosleep(&between_looks_once, nullptr);
    look();
    if (Interrupts::seen() != 0) return exit_by_signal + Interrupts::seen();
    return refused_ > 0 ? 1 : 0;
  }

 private:
  void look() {
    for (const fs::path& file : folder_.ready()) {
      if (Interrupts::seen() != 0) return;
      serve(file);
    }
    for (const fs::path& file : folder_.waiting()) say_once(file, "waits, it is open or being copied");
    for (const NoFile& no_file : folder_.no_files())
      say_once(no_file.path, fmt::format("is {}, only plain files are taken up", no_file.what));
  }

  void say_once(const fs::path& file, const std::string& what) {
    const std::string text = fmt::format("{}: {}", file.filename().string(), what);
    if (said_.insert(text).second) say(text);
  }

  /// One file never stops the others.
  void serve(const fs::path& file) {
    const std::string name = file.filename().string();
    said_.erase(name + ": waits, it is open or being copied");
    if (open_elsewhere(file) == Open::left_behind)
      say_once(file,
               fmt::format("taken up, though '~${0}' or '.~lock.{0}#' says that it is open: that one is old", name));
    try {
      WorkFolder work = folder_.take(file);
      say(name + ": runs");
      const ChildEnd end = run_in_child([&] { return make(file, work); }, allowed_.limits);
      answer(file, work, end);
    } catch (const Error& error) {
      fail(file, error.what());
    } catch (const std::exception& error) {
      fail(file, error.what());
    }
  }

  void answer(const fs::path& file, WorkFolder& work, const ChildEnd& end) {
    const std::string name = file.filename().string();
    if (end.how == Ended::interrupted) return;
    if (!folder_.is_still(file, work)) return say(name + ": changed while it was run, taken up again");
    switch (end.how) {
      case Ended::done:
        return say(fmt::format("{}: {}", name, folder_.finish(file, work).string()));
      case Ended::refused:
        return refuse(file, without(end.text, work.workbook().string() + ": "));
      case Ended::failed:
        return fail(file, without(end.text, work.path().string() + "/"));
      case Ended::memory:
        return refuse(file, fmt::format("it needs more than {} GB of memory, which is the most here: ask for fewer "
                                        "trials, months or levels",
                                        allowed_.limits.bytes >> 30));
      case Ended::time:
        return refuse(file, fmt::format("it took longer than {:.0f} minutes, which is the most here: ask for fewer "
                                        "trials, months or levels",
                                        allowed_.limits.seconds / 60));
      case Ended::crashed:
        return refuse(file,
                      fmt::format("the program ended while it was at this workbook ({}): start again from a fresh "
                                  "`uor init`, and show this one to those who maintain the program",
                                  end.text));
      case Ended::interrupted:
        return;
    }
  }

  /// In a process of its own.
  std::string make(const fs::path& file, const WorkFolder& work) const {
    const bool asks = arguments_.positional().empty();
    const std::string copy = work.workbook().string();
    model::Inputs inputs = run_problem(
        library_, run_request(arguments_, asks ? copy : arguments_.positional()[0], {copy}), arguments_.has("quiet"));
    if (!arguments_.has("trials") && !arguments_.has("max-trials"))
      refuse_too_many_trials(inputs.scenario.run, allowed_.trials);
    rename_places(inputs.trusts[0], copy, file.string());
    if (asks) inputs.scenario.path = file.string();
    run::Engine engine(inputs);
    const std::string stem = file.stem().string();
    const fs::path result = work.path() / short_name(stem, "-result.h5");
    simulate(engine, PartialFile(result.string()), ProgressStyle::none, true);
    write_workbook_reports(library_, figures_request(arguments_), result, work.path() / short_name(stem, "-report"));
    return "";
  }

  /// What is wrong with the workbook, for those who dropped it: without the folder's path before each cell.
  void refuse(const fs::path& file, const std::string& message) {
    ++refused_;
    const fs::path note = folder_.refuse(file, without(message, file.string() + ": "));
    say(fmt::format("{}: refused, see '{}'", file.filename().string(), note.filename().string()));
  }

  /// A fault that is not the workbook's, such as a full disk: said here, and tried again, until somebody mends it.
  void fail(const fs::path& file, const std::string& message) {
    ++refused_;
    const int seconds = folder_.try_later(file);
    say(fmt::format("{}: failed: {}{}", file.filename().string(), message,
                    arguments_.has("once") ? "" : fmt::format("; tried again in {} seconds", seconds)));
  }

  const Arguments& arguments_;
  const ask::Library library_;  // read in children only, so that what is edited meanwhile is seen
  Allowed allowed_;
  DropFolder folder_;
  std::set<std::string> said_;
  int refused_ = 0;
};

/// What is wrong with the service's own options is not for those who drop workbooks: Error before it begins. In a
/// child, so that this process starts no threads.
void check_options(const Arguments& arguments) {
  constexpr Limits plenty = {600, std::uint64_t{1} << 40};
  const ChildEnd end = run_in_child(
      [&] {
        const std::string scenario = arguments.positional().empty() ? "baseline" : arguments.positional()[0];
        const ask::Library library;
        const std::string any = library.sector().front().code;
        run::Engine engine(run_problem(library, run_request(arguments, scenario, {any}), arguments.has("quiet")));
        return std::string();
      },
      plenty);
  if (end.how == Ended::crashed)
    throw Error("the program or a plugin ended while it was tried: " + end.text, Fault::run);
  if (end.how != Ended::done && end.how != Ended::interrupted)
    throw Error(end.text, end.how == Ended::refused ? Fault::input : Fault::run);
}

}  // namespace

int watch(const Arguments& arguments) {
  for (const char* option : {"trust", "out", "json", "force"})
    if (arguments.has(option)) throw Error(fmt::format("--{}: means nothing with --watch, leave it out", option));
  const Interrupts interrupts;
  check_options(arguments);
  if (Interrupts::seen() != 0) return exit_by_signal + Interrupts::seen();
  Watch watch(arguments, arguments.text("watch"));
  if (arguments.has("once")) return watch.serve_once();
  say(fmt::format("Serving '{}'. Ctrl-C ends it.", arguments.text("watch")));
  watch.serve();
  return 0;
}

}  // namespace uor::cli
