#include "core/uor/store/read_result.hpp"

#include <H5Cpp.h>

#include <filesystem>

#include "core/uor/store/check_trials.hpp"
#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/metadata.hpp"
#include "core/uor/store/probe.hpp"
#include "core/uor/store/read_summaries.hpp"
#include "core/uor/store/result_file.hpp"
#include "core/uor/store/sector_store.hpp"

namespace uor::store {

namespace {

constexpr double most_seconds = 1e9;  // thirty years

Result read_all(const H5::H5File& file) {
  Result result;
  const H5::Group root = file.openGroup("/");
  result.header = read_header(file);
  result.summaries = read_summaries(root, result.header);
  result.sector = read_sector(root, result.header, result.summaries);
  result.started = read_text_attribute(root.getId(), "started");
  result.finished = read_text_attribute(root.getId(), "finished");
  result.seconds = read_attribute<double>(root.getId(), "seconds", 0, most_seconds);
  return result;
}

/// The library may die of a damaged file or read it for ever: everything is read in a copy of this process first.
void read_in_copy(const std::string& path) {
  constexpr std::uint64_t least_bytes = 512u << 20;
  std::error_code failure;
  const std::uint64_t file_bytes = std::filesystem::file_size(path, failure);
  ProbeLimits limits;
  limits.seconds = 40;
  limits.bytes = least_bytes + (failure ? 0 : 8 * file_bytes);
  const auto read = [&] {
    with_result(path, [](const H5::H5File& file) {
      const Result result = read_all(file);
      check_trials(file.openGroup("/"), result.header, result.summaries);
    });
  };
  if (const std::string outcome = probe(read, limits); !outcome.empty())
    refuse_file(path, "is damaged (reading it " + outcome + "), copy it again or run the scenario again");
}

}  // namespace

Result read_result(const std::string& path) {
  read_in_copy(path);
  Result result;
  with_result(path, [&](const H5::H5File& file) { result = read_all(file); });
  result.path = path;
  return result;
}

}  // namespace uor::store
