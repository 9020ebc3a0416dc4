#include "cli/result_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/report_format.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/written.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

/// "-task7" in a task of a scheduler's array, whose tasks run the same words at once or one after the other.
std::string array_task() {
  for (const char* name : {"SLURM_ARRAY_TASK_ID", "PBS_ARRAY_INDEX", "PBS_ARRAYID", "SGE_TASK_ID", "LSB_JOBINDEX"}) {
    const char* value = std::getenv(name);
    if (value == nullptr) continue;
    const std::string task = value;
    const bool number = !task.empty() && task.find_first_not_of("0123456789") == std::string::npos;
    if (number && (task != "0" || std::string_view(name) != "LSB_JOBINDEX")) return "-task" + task;  // LSF: 0 is none
  }
  return "";
}

void check_name(const std::string& path) {
  std::error_code problem;
  const auto is = [&](const char* ending) { return ends_like(path, ending); };
  if (format_of_file(path) != nullptr || is(".xlsm") || is(".csv") || is(".json"))
    throw Error(
        fmt::format("--out '{}': a run is written as HDF5, name it .h5; `uor report` makes a page or, with "
                    "--xlsx, a workbook of it",
                    path));
  if (path.empty()) throw Error("--out '': no file name; name a file such as run.h5");
  const std::string name = fs::path(path).filename().string();
  if (fs::is_directory(path, problem) || name.empty() || name == "." || name == "..")
    throw Error(fmt::format("--out '{}': is a folder; name a file in it", path));
  if (name.size() > longest_file_name)
    throw Error(fmt::format("--out '{}': its name has {} bytes, a file's at most {}; choose a shorter one", path,
                            name.size(), longest_file_name));
}

void make_folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  std::error_code problem;
  if (!folder.empty()) fs::create_directories(folder, problem);
  if (problem)
    throw Error(
        fmt::format("--out '{}': cannot make the folder '{}' ({})", path, folder.string(), file_words(problem.value())),
        Fault::run);
}

/// "runs/x-2.h5" of "runs/x.h5".
std::string numbered(const std::string& path, int number) {
  return fmt::format("{}-{}.h5", path.substr(0, path.size() - 3), number);
}

}  // namespace

std::string default_out(const model::Header& header, const Words& named) {
  const bool all = !named.empty() && std::find(named.begin(), named.end(), "all") != named.end();
  const std::string trusts = all                         ? "all"
                             : header.trusts.size() == 1 ? header.trusts[0].code
                                                         : fmt::format("{}-trusts", header.trusts.size());
  const bool options = std::any_of(header.inputs.begin(), header.inputs.end(),
                                   [](const model::InputText& input) { return input.role == "option"; });
  const std::string ending = array_task() + ".h5";
  return "runs/" + file_name(fmt::format("{}{}-{}", header.scenario_name, options ? "-set" : "", trusts), ending);
}

std::string result_name(const model::Header& header, const Arguments& arguments) {
  const std::string path = arguments.has("out") ? arguments.text("out") : default_out(header, arguments.texts("trust"));
  check_name(path);
  make_folder_of(path);
  return path;
}

ResultPlace open_result(const OutputGuard& guard, const model::Header& header, const Arguments& arguments) {
  const bool named = arguments.has("out");
  const std::string path = result_name(header, arguments);
  try {
    const bool replaces = OutputGuard::is_there(path);
    return {guard.open(path, Written::result), replaces};
  } catch (const BusyFile&) {
    if (named) throw;
  }
  for (int number = 2;; ++number) {
    const std::string next = numbered(path, number);
    std::error_code problem;
    if (fs::exists(fs::symlink_status(next, problem))) continue;
    try {
      return {guard.open(next, Written::result), false};
    } catch (const BusyFile&) {
      continue;
    }
  }
}

}  // namespace uor::cli
