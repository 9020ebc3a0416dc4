#include "cli/standard_streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string_view>

#include "cli/shown_text.hpp"

namespace uor::cli {

namespace {

// What a stream of the C library writes to can keep its state nowhere else.
int output_problem = 0;
std::unique_ptr<ShownText> shown_output, shown_errors;

/// Writes all, or says why not.
int write_all(int to, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(to, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

ssize_t write_output(void*, const char* bytes, std::size_t count) {
  if (output_problem == 0) output_problem = write_all(STDOUT_FILENO, shown_output->pass({bytes, count}));
  return static_cast<ssize_t>(count);
}

ssize_t write_error(void*, const char* bytes, std::size_t count) {
  write_all(STDERR_FILENO, shown_errors->pass({bytes, count}));
  return static_cast<ssize_t>(count);
}

/// Where a stream was closed, so that the next file that is opened does not become it: a write to it still fails.
void keep_number(int stream) {
  if (::fcntl(stream, F_GETFD) >= 0) return;
  const int nowhere = ::open("/dev/null", O_RDONLY);
  if (nowhere >= 0 && nowhere != stream) {
    ::dup2(nowhere, stream);
    ::close(nowhere);
  }
}

}  // namespace

void make_streams_sturdy() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) keep_number(stream);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  shown_output = std::make_unique<ShownText>(::isatty(STDOUT_FILENO) == 1);
  shown_errors = std::make_unique<ShownText>(::isatty(STDERR_FILENO) == 1);
  std::atexit([] { std::fflush(stdout); });  // while the texts above still live
  const bool by_line = ::isatty(STDOUT_FILENO) == 1;
  if (FILE* output = ::fopencookie(nullptr, "w", {nullptr, write_output, nullptr, nullptr}); output != nullptr) {
    std::setvbuf(output, nullptr, by_line ? _IOLBF : _IOFBF, 1 << 16);
    stdout = output;
  }
  if (FILE* error = ::fopencookie(nullptr, "w", {nullptr, write_error, nullptr, nullptr}); error != nullptr) {
    std::setvbuf(error, nullptr, _IONBF, 0);
    stderr = error;
  }
}

int standard_output_problem() {
  std::fflush(stdout);
  if (output_problem == 0 && shown_output) output_problem = write_all(STDOUT_FILENO, shown_output->end());
  return output_problem;
}

}  // namespace uor::cli
