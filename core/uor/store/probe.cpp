#include "core/uor/store/probe.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <exception>
#include <fstream>
#include <new>
#include <string_view>

#include "core/uor/base/error.hpp"

namespace uor::store {

namespace {

enum Ending : int { done = 0, refused = 10, out_of_memory, failed };

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitised = true;  // their shadow is larger than any limit
#else
constexpr bool is_sanitised = false;
#endif

std::uint64_t address_space_bytes() {
  std::uint64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

/// Nothing that the program does on a signal is right in the copy, nor a core file, nor the library's last words.
void isolate(const ProbeLimits& limits) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
  const rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const std::uint64_t most = address_space_bytes() + limits.bytes;
  const rlimit memory = {most, most};
  if (!is_sanitised && limits.bytes > 0) setrlimit(RLIMIT_AS, &memory);
  const auto seconds = static_cast<rlim_t>(limits.seconds) + 1;  // should the parent die
  const rlimit processor = {seconds, seconds};
  setrlimit(RLIMIT_CPU, &processor);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere >= 0) {
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
  }
}

void tell(int pipe, std::string_view words) {
  while (!words.empty()) {
    const ssize_t written = ::write(pipe, words.data(), words.size());
    if (written <= 0) return;
    words.remove_prefix(static_cast<std::size_t>(written));
  }
}

[[noreturn]] void run_as_child(int pipe, const std::function<void()>& action, const ProbeLimits& limits) {
  isolate(limits);
  int ending = done;
  try {
    action();
    ::malloc_trim(0);  // walks the heap: what wrote past its end is found out here
  } catch (const Error& error) {
    tell(pipe, error.what());
    ending = refused;
  } catch (const std::bad_alloc&) {
    ending = out_of_memory;
  } catch (const std::exception& error) {
    tell(pipe, error.what());
    ending = failed;
  }
  ::_exit(ending);
}

/// All that the child says; false when it has not ended by then.
bool listen(int pipe, double seconds, std::string& words) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::duration<double>(seconds);
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd waiting = {pipe, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    std::array<char, 4096> part;
    const ssize_t read = ::read(pipe, part.data(), part.size());
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) return true;
    words.append(part.data(), static_cast<std::size_t>(read));
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::string outcome(int status, const std::string& words, const ProbeLimits& limits) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    return "ended with signal " + std::to_string(signal) + " (" + ::strsignal(signal) + ")";
  }
  switch (WEXITSTATUS(status)) {
    case done:
      return {};
    case refused:
      throw Error(words);
    case out_of_memory:
      return "needed more than " + std::to_string(limits.bytes / 1000000) + " MB";
    default:
      return "failed (" + words + ")";
  }
}

}  // namespace

std::string probe(const std::function<void()>& action, const ProbeLimits& limits) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};  // without a copy it is tried here
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    run_as_child(ends[1], action, limits);
  }
  ::close(ends[1]);
  if (child < 0) {
    ::close(ends[0]);
    return {};
  }
  std::string words;
  const bool ended = listen(ends[0], limits.seconds, words);
  ::close(ends[0]);
  if (!ended) ::kill(child, SIGKILL);
  const int status = wait_for(child);
  if (!ended) return "did not end in " + std::to_string(static_cast<int>(limits.seconds)) + " s";
  return outcome(status, words, limits);
}

}  // namespace uor::store
