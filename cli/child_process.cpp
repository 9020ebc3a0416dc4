#include "cli/child_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>

#include "cli/interrupt.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

using Clock = std::chrono::steady_clock;

// Sanitizers reserve terabytes.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool limits_memory = false;
#elif defined(__has_feature)
constexpr bool limits_memory = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
constexpr bool limits_memory = true;
#endif

ChildEnd end_of(const std::function<std::string()>& work) {
  try {
    return {Ended::done, work()};
  } catch (const Error& error) {
    return {error.fault() == Fault::input ? Ended::refused : Ended::failed, error.what()};
  } catch (const std::bad_alloc&) {
    return {Ended::memory, ""};
  } catch (const std::exception& error) {
    return {Ended::failed, error.what()};
  }
}

void limit(const Limits& limits) {
  const rlimit no_core = {0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  const rlimit memory = {limits.bytes, limits.bytes};
  if (limits_memory) ::setrlimit(RLIMIT_DATA, &memory);
}

/// What it has to say it tells its parent; what libraries say is for nobody.
void silence() {
  const int nowhere = ::open("/dev/null", O_RDWR);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  ::close(nowhere);
}

/// In the child: never returns.
[[noreturn]] void work_and_tell(const std::function<std::string()>& work, const Limits& limits, int to, pid_t parent) {
  ::setpgid(0, 0);  // Ctrl-C on the terminal is for the parent
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  end_in_order_when_interrupted();
  silence();
  limit(limits);
  const ChildEnd end = end_of(work);
  const std::string told = static_cast<char>('0' + static_cast<int>(end.how)) + end.text;
  for (std::size_t sent = 0; sent < told.size();) {
    const ssize_t count = ::write(to, told.data() + sent, told.size() - sent);
    if (count < 0 && errno != EINTR) break;
    if (count > 0) sent += static_cast<std::size_t>(count);
  }
  std::fflush(stdout);
  ::_exit(0);
}

/// What a child that is at work tells, until it has ended, is asked to end, or has had its time.
class Listener {
 public:
  Listener(pid_t child, int from, double seconds)
      : child_(child),
        from_(from),
        last_(Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))) {}

  ChildEnd wait() {
    while (hears()) {
      if (Interrupts::seen() != 0) return stop(Ended::interrupted, SIGTERM);
      if (Clock::now() > last_) return stop(Ended::time, SIGTERM);
    }
    int status = 0;
    ::waitpid(child_, &status, 0);
    if (!told_.empty() && WIFEXITED(status)) return {static_cast<Ended>(told_[0] - '0'), told_.substr(1)};
    if (WIFSIGNALED(status)) return {Ended::crashed, fmt::format("signal {}", ::strsignal(WTERMSIG(status)))};
    return {Ended::crashed, fmt::format("exit {}", WEXITSTATUS(status))};
  }

 private:
  /// False at the end of what it tells.
  bool hears() {
    pollfd one = {from_, POLLIN, 0};
    constexpr int milliseconds = 100;
    if (::poll(&one, 1, milliseconds) <= 0) return true;
    std::array<char, 4096> piece{};
    const ssize_t count = ::read(from_, piece.data(), piece.size());
    if (count > 0) told_.append(piece.data(), static_cast<std::size_t>(count));
    return count > 0 || (count < 0 && errno == EINTR);
  }

  ChildEnd stop(Ended why, int signal) const {
    ::kill(child_, signal);  // so that it removes what it was writing
    constexpr timespec moment = {0, 50'000'000};
    for (int wait = 0; wait < 40; ++wait) {
      if (::waitpid(child_, nullptr, WNOHANG) == child_) return {why, ""};
      nanosleep(&moment, nullptr);
    }
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    return {why, ""};
  }

  pid_t child_;
  int from_;
  Clock::time_point last_;
  std::string told_;
};

}  // namespace

ChildEnd run_in_child(const std::function<std::string()>& work, const Limits& limits) {
  std::array<int, 2> ends{};
  const pid_t parent = ::getpid();
  std::fflush(stdout);
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {Ended::failed, std::strerror(errno)};
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    work_and_tell(work, limits, ends[1], parent);
  }
  ::close(ends[1]);
  ChildEnd end = {Ended::failed, std::strerror(errno)};
  if (child > 0) end = Listener(child, ends[0], limits.seconds).wait();
  ::close(ends[0]);
  return end;
}

}  // namespace uor::cli
