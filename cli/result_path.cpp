#include "cli/result_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "core/uor/base/error.hpp"

namespace uor::cli {

std::string default_out(const run::Header& header, const Words& named) {
  const bool all = !named.empty() && std::find(named.begin(), named.end(), "all") != named.end();
  const std::string trusts = all                         ? "all"
                             : header.trusts.size() == 1 ? header.trusts[0].code
                                                         : fmt::format("{}-trusts", header.trusts.size());
  const bool options = std::any_of(header.inputs.begin(), header.inputs.end(),
                                   [](const run::InputText& input) { return input.role == "option"; });
  return fmt::format("runs/{}{}-{}.h5", header.scenario_name, options ? "-set" : "", trusts);
}

bool prepare_out(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code problem;
  for (const char* other : {".xlsx", ".html", ".csv", ".json"})
    if (fs::path(path).extension() == other)
      throw Error(
          fmt::format("--out '{}': a run is written as HDF5, name it .h5; `uor report` makes a page or, with "
                      "--xlsx, a workbook of it",
                      path));
  if (fs::is_directory(path, problem)) throw Error(fmt::format("--out '{}': is a folder; name a file in it", path));
  const bool replaces = fs::is_regular_file(path, problem) && fs::file_size(path, problem) > 0;
  if (replaces) {
    constexpr std::array<char, 4> signature = {'\x89', 'H', 'D', 'F'};
    std::array<char, 4> start{};
    std::ifstream(path, std::ios::binary).read(start.data(), start.size());
    if (start != signature)
      throw Error(fmt::format("--out '{}': exists and is not a result file; choose another name or remove it", path));
  }
  const fs::path folder = fs::path(path).parent_path();
  problem.clear();
  if (!folder.empty()) fs::create_directories(folder, problem);
  if (problem)
    throw Error(fmt::format("--out '{}': cannot make the folder '{}' ({})", path, folder.string(), problem.message()),
                Fault::run);
  return replaces;
}

}  // namespace uor::cli
