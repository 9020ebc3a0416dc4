#include "cli/watch.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdio>
#include <ctime>
#include <set>

#include "cli/drop_folder.hpp"
#include "cli/interrupt.hpp"
#include "cli/paths.hpp"
#include "cli/run_inputs.hpp"
#include "cli/setup.hpp"
#include "cli/simulate.hpp"
#include "cli/workbook_report.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/sha256.hpp"

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

/// Something else was saved under the name while it was run: what was made is of no use.
struct Changed {};

class Watch {
 public:
  Watch(const Arguments& arguments, const fs::path& folder) : arguments_(arguments), folder_(folder) {}

  void serve() {
    for (;;) {
      look();
      if (Interrupts::seen()) return say("Stopped.");
      nanosleep(&between_looks, nullptr);  // a signal ends it
      if (Interrupts::seen()) return say("Stopped.");
    }
  }

  int serve_once() {
    folder_.ready();  // the first look finds nothing settled
    nanosleep(&between_looks_once, nullptr);
    look();
    return refused_ > 0 ? 1 : 0;
  }

 private:
  void look() {
    for (const fs::path& file : folder_.ready()) {
      if (Interrupts::seen()) return;
      serve(file);
    }
    for (const fs::path& file : folder_.waiting()) {
      if (said_waiting_.insert(file).second) say(file.filename().string() + ": waits, it is open or being copied");
    }
  }

  /// One file never stops the others.
  void serve(const fs::path& file) {
    said_waiting_.erase(file);
    const std::string name = file.filename().string();
    try {
      const fs::path work = folder_.new_work();
      make(file, work);
      say(fmt::format("{}: {}", name, folder_.finish(file, work).string()));
    } catch (const Changed&) {
      say(name + ": changed while it was run, taken up again");
    } catch (const Error& error) {
      if (Interrupts::seen()) return;
      error.fault() == Fault::input ? refuse(file, error.what()) : fail(file, error.what());
    } catch (const std::bad_alloc&) {
      fail(file, "out of memory; ask for fewer trials or months");
    } catch (const std::exception& error) {
      fail(file, error.what());
    }
  }

  void make(const fs::path& file, const fs::path& work) const {
    const bool asks = arguments_.positional().empty();
    const std::string scenario = asks ? file.string() : arguments_.positional()[0];
    run::Inputs inputs = run_inputs(arguments_, scenario, {file.string()});
    const std::string digest = inputs.trusts[0].workbook_sha256;
    run::Engine engine(inputs);
    const fs::path result = work / (file.stem().string() + "-result.h5");
    simulate(engine, result.string(), ProgressStyle::none, true);
    write_workbook_reports(arguments_, result, work / (file.stem().string() + "-report"));
    if (sha256_hex_of_file(file.string()) != digest) throw Changed{};
  }

  /// What is wrong with the workbook, for those who dropped it: without the folder's path before each cell.
  void refuse(const fs::path& file, std::string message) {
    const std::string path = file.string() + ": ";
    for (std::size_t at = 0; (at = message.find(path, at)) != std::string::npos;) message.erase(at, path.size());
    ++refused_;
    try {
      say(fmt::format("{}: refused, see '{}'", file.filename().string(),
                      folder_.refuse(file, message).filename().string()));
    } catch (const Error& error) {
      fail(file, error.what());
    }
  }

  /// A fault that is not the workbook's: said here, and tried again when the workbook changes.
  void fail(const fs::path& file, const std::string& message) {
    ++refused_;
    folder_.set_aside(file);
    say(fmt::format("{}: failed: {}", file.filename().string(), message));
  }

  const Arguments& arguments_;
  DropFolder folder_;
  std::set<fs::path> said_waiting_;
  int refused_ = 0;
};

/// What is wrong with the service's own options is not for those who drop workbooks: Error before it begins.
void check_options(const Arguments& arguments) {
  const std::string scenario = arguments.positional().empty() ? "baseline" : arguments.positional()[0];
  const trust::Fields fields = trust_fields();
  const std::string any = trust::sector_trusts(data_folder().string(), fields).front().code;
  const run::Inputs inputs = run_inputs(arguments, scenario, {any});
  run::Engine engine(inputs);
}

}  // namespace

int watch(const Arguments& arguments) {
  for (const char* option : {"trust", "out", "json"})
    if (arguments.has(option)) throw Error(fmt::format("--{}: means nothing with --watch, leave it out", option));
  check_options(arguments);
  const Interrupts interrupts;
  Watch watch(arguments, arguments.text("watch"));
  if (arguments.has("once")) return watch.serve_once();
  say(fmt::format("Serving '{}'. Ctrl-C ends it.", arguments.text("watch")));
  watch.serve();
  return 0;
}

}  // namespace uor::cli
