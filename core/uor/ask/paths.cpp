#include "core/uor/ask/paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "core/uor/base/error.hpp"

namespace uor::ask {

namespace fs = std::filesystem;

namespace {

bool is_home(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "policies" / "framework.toml", ignored);
}

fs::path executable_folder() {
  std::error_code problem;
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  return problem ? fs::path() : program.parent_path();
}

}  // namespace

fs::path home_folder() {
  if (const char* given = std::getenv("UOR_HOME"); given != nullptr && *given != '\0') {
    if (is_home(given)) return given;
    throw Error(
        fmt::format("UOR_HOME '{}' holds no policies/framework.toml; point it to the folder that holds data/, "
                    "policies/ and scenarios/, or unset it",
                    given));
  }
  const fs::path start = executable_folder();
  for (fs::path folder = start; !folder.empty(); folder = folder.parent_path()) {
    if (is_home(folder)) return folder;
    if (folder == folder.root_path()) break;
  }
  if (const fs::path installed = start.parent_path() / "share" / "uor"; is_home(installed)) return installed;
  if (is_home(UOR_SOURCE_DIR)) return UOR_SOURCE_DIR;
  throw Error("cannot find the files that ship with uor (data/, policies/, scenarios/); set UOR_HOME to their folder",
              Fault::run);
}

std::vector<std::string> scenarios_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string scenario_path(const fs::path& home, const std::string& name) {
  std::error_code unreachable;
  if (fs::exists(name, unreachable) || unreachable) return name;  // who reads it says why it cannot
  const fs::path folder = home / "scenarios";
  const std::vector<std::string> shipped = scenarios_in(folder);
  const std::string stem = fs::path(name).stem().string();
  const bool plain_name = name == stem || name == "scenarios/" + stem + ".toml" || name == stem + ".toml";
  if (plain_name && std::find(shipped.begin(), shipped.end(), stem) != shipped.end())
    return (folder / (stem + ".toml")).string();
  throw Error(fmt::format("scenario '{}': no such file, nor a scenario that ships.{} Those that ship: {}", name,
                          did_you_mean(stem, shipped), fmt::join(shipped, ", ")));
}

std::string here_or_shipped(const fs::path& home, const std::string& name) {
  std::error_code ignored;
  if (fs::exists(name, ignored) || fs::path(name).is_absolute()) return name;
  const fs::path shipped = home / name;
  return fs::is_regular_file(shipped, ignored) ? shipped.string() : name;
}

std::string beside(const std::string& file, const std::string& name) {
  std::error_code ignored;
  if (fs::path(name).is_absolute() || fs::path(name).extension().empty()) return name;
  const fs::path near = fs::path(file).parent_path() / name;
  return fs::is_regular_file(near, ignored) ? near.string() : name;
}

}  // namespace uor::ask
