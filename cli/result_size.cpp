#include "cli/result_size.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>

#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/store/layout.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

constexpr double worth_telling = 1e9;  // bytes: below a gigabyte nobody has to plan

/// Bytes free on the disk that `path` will lie on, or nothing when the system does not say.
std::optional<double> free_bytes(const std::string& path) {
  std::error_code problem;
  fs::path folder = fs::absolute(path, problem).parent_path();
  while (!fs::exists(folder, problem) && folder.has_relative_path()) folder = folder.parent_path();
  const fs::space_info space = fs::space(folder, problem);
  if (problem) return std::nullopt;
  return static_cast<double>(space.available);
}

}  // namespace

void announce_size(const model::Header& header, const std::string& path, bool quiet) {
  const auto needed = static_cast<double>(store::estimate_bytes(header));
  const std::optional<double> available = free_bytes(path);
  if (available && needed > *available)
    throw Error(fmt::format("{}: the result file may take {} but only {} is free there; keep less (--keep summary), "
                            "ask for fewer trials, or write elsewhere with --out",
                            path, bytes(needed), bytes(*available)),
                Fault::run);
  if (quiet || needed < worth_telling) return;
  fmt::print(stderr, "uor: the result file may take {}; {} is free\n", bytes(needed), bytes(available.value_or(0)));
}

}  // namespace uor::cli
