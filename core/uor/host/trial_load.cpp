#include "core/uor/host/trial_load.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace uor::host {

namespace {

constexpr int came_back = 77, most_seconds = 20;

[[noreturn]] void load_as_child(const std::string& path) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
  const rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere >= 0) {
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
  }
  ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  ::_exit(came_back);
}

/// Whether the other end is closed by then, which the end of the child does.
bool closes(int pipe) {
  pollfd waiting = {pipe, POLLIN, 0};
  int ready = 0;
  while ((ready = ::poll(&waiting, 1, 1000 * most_seconds)) < 0 && errno == EINTR) {
  }
  return ready > 0;
}

int status_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::string ending_of_load(const std::string& path) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};  // without a copy it is loaded here
  const pid_t child = ::fork();
  if (child == 0) load_as_child(path);
  ::close(ends[1]);
  const bool ended = child < 0 || closes(ends[0]);
  ::close(ends[0]);
  if (child < 0) return {};
  if (!ended) ::kill(child, SIGKILL);
  const int status = status_of(child);
  if (!ended) return "it did not come back from being loaded within " + std::to_string(most_seconds) + " s";
  if (WIFSIGNALED(status) || WEXITSTATUS(status) == came_back) return {};
  return "it ended the program with exit code " + std::to_string(WEXITSTATUS(status)) + " while it was loaded";
}

}  // namespace uor::host
