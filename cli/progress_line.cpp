#include "cli/progress_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

std::string search_text(const run::Progress& progress) {
  return fmt::format("looking for the number of trials: {} so far, largest standard error {:.2g}",
                     grouped(progress.done), progress.largest_error);
}

}  // namespace

std::string progress_text(const run::Progress& progress) {
  if (progress.total == 0) return search_text(progress);
  const double done = static_cast<double>(progress.done);
  const double total = static_cast<double>(progress.total);
  std::string text =
      fmt::format("{:3.0f} %  {} of {} trials", 100 * done / total, grouped(progress.done), grouped(progress.total));
  if (progress.done == 0 || progress.seconds <= 0) return text;
  const double rate = done / progress.seconds;
  return text + fmt::format("  {} trials/s  {} left", grouped(static_cast<std::uint64_t>(rate)),
                            duration((total - done) / rate));
}

std::string progress_json(const run::Progress& progress) {
  nlohmann::ordered_json json = {{"done", progress.done},
                                 {"total", nullptr},
                                 {"seconds", progress.seconds},
                                 {"trials_per_second", nullptr},
                                 {"seconds_left", nullptr}};
  if (progress.total > 0) json["total"] = progress.total;
  if (progress.total > 0 && progress.done > 0 && progress.seconds > 0) {
    const double rate = static_cast<double>(progress.done) / progress.seconds;
    json["trials_per_second"] = rate;
    json["seconds_left"] = static_cast<double>(progress.total - progress.done) / rate;
  }
  return json.dump();
}

ProgressStyle progress_style(const Arguments& arguments) {
  if (const std::string style = arguments.text("progress", "text"); style == "json") {
    return ProgressStyle::json;
  } else if (style != "text") {
    throw Error(fmt::format("--progress '{}': is text or json", style));
  }
  if (arguments.has("quiet")) return ProgressStyle::none;
  if (isatty(STDERR_FILENO) != 1) return ProgressStyle::log;
  return arguments.has("plain") || is_dumb_terminal() ? ProgressStyle::lines : ProgressStyle::over_itself;
}

ProgressLine::~ProgressLine() {
  if (style_ == ProgressStyle::over_itself) std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::show(const run::Progress& progress) {
  if (style_ == ProgressStyle::none) return;
  if (style_ == ProgressStyle::json) return show_json(progress);
  if (style_ == ProgressStyle::over_itself) {
    fmt::print(stderr, "\r\x1b[K{}", progress_text(progress));
  } else if (progress.seconds >= next_) {
    fmt::print(stderr, "{}\n", progress_text(progress));
    // Nobody watches a log while it grows: of a run of hours it holds a page, not a book.
    constexpr double apart = 10, most_apart = 600;
    next_ = style_ == ProgressStyle::lines ? progress.seconds + apart
                                           : progress.seconds + std::clamp(progress.seconds, apart, most_apart);
  }
  std::fflush(stderr);
}

void ProgressLine::show_json(const run::Progress& progress) {
  const bool ended = progress.total > 0 && progress.done >= progress.total;
  if (!ended && progress.seconds < next_json_) return;
  next_json_ = progress.seconds + 1;
  fmt::print(stderr, "{}\n", progress_json(progress));
  std::fflush(stderr);
}

}  // namespace uor::cli
