#include "cli/progress_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "cli/text.hpp"

namespace uor::cli {

std::string progress_text(const run::Progress& progress) {
  const double done = static_cast<double>(progress.done);
  const double total = static_cast<double>(progress.total);
  std::string text = fmt::format("{:3.0f} %  {} of {} trials", total > 0 ? 100 * done / total : 100.0,
                                 grouped(progress.done), grouped(progress.total));
  if (progress.done == 0 || progress.seconds <= 0) return text;
  const double rate = done / progress.seconds;
  return text + fmt::format("  {} trials/s  {} left", grouped(static_cast<std::uint64_t>(rate)),
                            duration((total - done) / rate));
}

ProgressLine::ProgressLine(bool wanted) : shown_(wanted && isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::show(const run::Progress& progress) {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K{}", progress_text(progress));
  std::fflush(stderr);
}

}  // namespace uor::cli
