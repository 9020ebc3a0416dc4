#include "core/uor/shard/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/plain_file.hpp"
#include "core/uor/shard/shard_json.hpp"

namespace uor::shard {

namespace fs = std::filesystem;

namespace {

constexpr const char* shard_ending = ".shard";
constexpr std::size_t most_request_bytes = std::size_t{16} << 20;

std::string text_of(const Asked& asked) {
  const nlohmann::ordered_json json = {{"format", "uor-request-1"},
                                       {"folder", asked.folder},
                                       {"trials", asked.trials},
                                       {"request", nlohmann::ordered_json::parse(asked.request)},
                                       {"identity", nlohmann::ordered_json::parse(text_of(asked.identity))}};
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Asked asked_in(const std::string& text) {
  const auto json = nlohmann::ordered_json::parse(text);
  return {json.at("request").dump(), json.at("folder").get<std::string>(), json.at("trials").get<std::uint64_t>(),
          identity_in(json.at("identity").dump())};
}

}  // namespace

Folder::Folder(const std::string& result) : result_(result), path_(fs::absolute(result + ".shards")) {}

std::string Folder::shard_path(const Unit& unit) const {
  return (path_ / fmt::format("{:04}-{:07}{}", unit.trust + 1, unit.first / tally::chunk_trials, shard_ending))
      .string();
}

std::optional<Asked> Folder::asked() const {
  std::error_code problem;
  if (!fs::exists(fs::symlink_status(request_path(), problem))) return std::nullopt;
  const std::optional<std::string> text = read_plain_file(request_path(), most_request_bytes);
  try {
    if (text) return asked_in(*text);
  } catch (const std::exception&) {
  }
  throw Error(
      fmt::format("'{}' is no request of a run (it is damaged, or no plain file), remove the folder '{}' and run "
                  "the scenario again",
                  request_path(), path_.string()));
}

void Folder::require_same(const Asked& asked) const {
  const std::optional<Asked> there = this->asked();
  if (!there) return;
  if (const std::string other = difference(asked.identity, there->identity); !other.empty())
    throw Error(fmt::format("'{}' holds shards of another run ({}), remove that folder or name another --out",
                            path_.string(), other));
  if (there->trials != asked.trials)
    throw Error(
        fmt::format("'{0}' holds shards of this run with {1} trials, where {2} are asked for; `uor resume {3} "
                    "--trials {2}` extends it to more",
                    path_.string(), there->trials, asked.trials, result_));
}

void Folder::begin(const Asked& asked) const {
  require_same(asked);
  if (this->asked()) return;
  std::error_code problem;
  fs::create_directories(path_, problem);
  if (problem)
    throw Error(fmt::format("cannot make the folder '{}' ({})", path_.string(), file_advice(problem.value())),
                Fault::run);
  try {
    PartialFile file(request_path(), Links::refused);
    file.write(text_of(asked));
    file.commit();
    if (file.target() != request_path()) fs::remove(file.target(), problem);  // another began in the same instant
  } catch (const BusyFile&) {
    // Another process of this run writes the same.
  }
  require_same(asked);
}

void Folder::extend(const Asked& asked) const {
  PartialFile file(request_path(), Links::refused);
  write_file(std::move(file), text_of(asked));
}

Found Folder::find(const Identity& wanted) const {
  std::vector<std::string> paths;
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(path_, problem))
    if (entry.path().extension() == shard_ending) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  Found found;
  for (const std::string& path : paths) {
    try {
      found.whole.emplace_back(path);
    } catch (const Error& error) {
      found.damaged.push_back({path, error.what()});
      continue;
    }
    if (const std::string other = difference(wanted, found.whole.back().head().identity); !other.empty())
      throw Error(fmt::format("'{}' is a shard of another run ({}), remove it", path, other));
  }
  return found;
}

}  // namespace uor::shard
