#include "cli/shard_status.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

double now() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

/// To the millisecond, in UTC: "2026-12-01T01:23:45.678Z".
std::string text_of_time(double seconds) {
  const auto whole = static_cast<std::time_t>(seconds);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(whole),
                     static_cast<int>((seconds - static_cast<double>(whole)) * 1000));
}

bool ends_inside_a_line(int file) {
  char last = '\n';
  const off_t end = ::lseek(file, 0, SEEK_END);
  return end > 0 && ::pread(file, &last, 1, end - 1) == 1 && last != '\n';
}

double time_in(const std::string& text) {
  std::tm parts{};
  int milliseconds = 0;
  std::sscanf(text.c_str(), "%d-%d-%dT%d:%d:%d.%dZ", &parts.tm_year, &parts.tm_mon, &parts.tm_mday, &parts.tm_hour,
              &parts.tm_min, &parts.tm_sec, &milliseconds);
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  return static_cast<double>(timegm(&parts)) + milliseconds / 1000.0;
}

}  // namespace

std::string text_of(const ShardDone& done) {
  const Json json = {{"time", text_of_time(done.time > 0 ? done.time : now())},
                     {"trust", done.trust},
                     {"trusts", done.trusts},
                     {"first", done.first},
                     {"trials", done.count},
                     {"seconds", done.seconds},
                     {"rank", done.rank},
                     {"ratings", done.ratings}};
  return json.dump();
}

std::optional<ShardDone> shard_done_in(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    return ShardDone{json.at("trust").get<std::size_t>(),
                     json.at("trusts").get<std::size_t>(),
                     json.at("first").get<std::uint64_t>(),
                     json.at("trials").get<std::uint64_t>(),
                     json.at("seconds").get<double>(),
                     json.at("rank").get<int>(),
                     json.at("ratings").get<std::vector<tally::Counts4>>(),
                     time_in(json.at("time").get<std::string>())};
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

void ShardStatus::begin(const std::string& path, ProgressStyle style, std::uint64_t total) {
  path_ = path;
  line_.emplace(style);
  start_ = shown_ = Clock::now();
  total_ = total;
}

void ShardStatus::add(std::uint64_t trials) {
  done_ += trials;
  constexpr std::chrono::milliseconds apart(100);
  if (Clock::now() - shown_ >= apart) show();
}

/// One write a line: lines of several processes do not mix. What cannot be written is nobody's result.
void ShardStatus::note(const ShardDone& done) {
  std::string line = text_of(done) + "\n";
  const int file = ::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (file < 0) return;
  if (ends_inside_a_line(file)) line.insert(0, "\n");  // whoever wrote it was killed
  [[maybe_unused]] const ssize_t written = ::write(file, line.data(), line.size());
  ::close(file);
}

void ShardStatus::end() {
  if (total_ > 0) show();
  line_.reset();
}

void ShardStatus::show() {
  shown_ = Clock::now();
  if (!line_) return;
  const double seconds = std::chrono::duration<double>(shown_ - start_).count();
  line_->show({std::min(done_, total_), total_, seconds});
}

}  // namespace uor::cli
