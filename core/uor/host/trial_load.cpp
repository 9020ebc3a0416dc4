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
#include <optional>

namespace uor::host {

namespace {

constexpr int came_back = 77, most_seconds = 20;

[[noreturn]] void load_as_child(const std::vector<std::string>& paths) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
  const rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere >= 0) {
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
  }
  for (const std::string& path : paths) ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
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

/// What became of a copy that loaded them; no status when it did not end in time.
struct Ending {
  bool made = false;  // else the system gave no copy
  std::optional<int> status;
};

Ending try_in_copy(const std::vector<std::string>& paths) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  const pid_t child = ::fork();
  if (child == 0) load_as_child(paths);
  ::close(ends[1]);
  const bool ended = child < 0 || closes(ends[0]);
  ::close(ends[0]);
  if (child < 0) return {};
  if (!ended) ::kill(child, SIGKILL);
  const int status = status_of(child);
  return {true, ended ? std::optional(status) : std::nullopt};
}

}  // namespace

bool all_load(const std::vector<std::string>& paths) {
  const std::optional<int> status = try_in_copy(paths).status;
  return status && WIFEXITED(*status) && WEXITSTATUS(*status) == came_back;
}

std::string ending_of_load(const std::string& path) {
  const Ending ending = try_in_copy({path});
  if (!ending.made) return {};  // without a copy it is loaded here
  if (!ending.status) return "it did not come back from being loaded within " + std::to_string(most_seconds) + " s";
  const int status = *ending.status;
  if (WIFSIGNALED(status) || WEXITSTATUS(status) == came_back) return {};
  return "it ended the program with exit code " + std::to_string(WEXITSTATUS(status)) + " while it was loaded";
}

}  // namespace uor::host
