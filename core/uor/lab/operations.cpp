#include "core/uor/lab/operations.hpp"

#if defined(__x86_64__) && defined(__linux__)
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#include <csignal>
#endif

namespace uor::lab {

#if defined(__x86_64__) && defined(__linux__)

namespace {

/// How far the copy of the process has come; it hands this over through a pipe.
struct Steps {
  std::uint64_t packed, scalar, taken, most;
  enum End : std::uint64_t { unfinished, finished, failed, too_long } end;
  int pipe;
};

/// A signal handler is handed no object of ours. Only the copy, which has one thread, uses this one.
Steps steps;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

[[noreturn]] void hand_over(Steps::End end) {
  steps.end = end;
  const bool whole = write(steps.pipe, &steps, sizeof(steps)) == static_cast<ssize_t>(sizeof(steps));
  _exit(whole ? 0 : 1);
}

/// The processor traps after each instruction while this flag is set.
constexpr greg_t trap_flag = 0x100;

void count_instruction(int, siginfo_t*, void* context) {
  greg_t* registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  if (++steps.taken > steps.most) hand_over(Steps::too_long);
  registers[REG_EFL] |= trap_flag;
  const Arithmetic arithmetic = arithmetic_of(reinterpret_cast<const std::uint8_t*>(registers[REG_RIP]));
  (arithmetic.packed ? steps.packed : steps.scalar) += arithmetic.operations;
}

[[noreturn]] void work_in_steps(const std::function<void()>& work, std::uint64_t most, int pipe) {
  steps = {0, 0, 0, most, Steps::unfinished, pipe};
  struct sigaction action {};
  action.sa_sigaction = count_instruction;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGTRAP, &action, nullptr);
  try {
    raise(SIGTRAP);  // the first one, by hand, begins the stepping
    work();
  } catch (...) {
    hand_over(Steps::failed);
  }
  hand_over(Steps::finished);
}

std::string unknown_of(const Steps& given) {
  if (given.end == Steps::finished) return "";
  if (given.end == Steps::too_long) return "it takes more than " + std::to_string(given.most) + " instructions";
  return "it fails when it is done one instruction at a time";
}

}  // namespace

Operations operations_of(const std::function<void()>& work, std::uint64_t most) {
  int ends[2];
  if (pipe(ends) != 0) return {0, 0, "no pipe can be opened"};
  const pid_t copy = fork();
  if (copy < 0) return {0, 0, "no further process can be started"};
  if (copy == 0) work_in_steps(work, most, ends[1]);
  close(ends[1]);
  Steps result{};
  const bool whole = read(ends[0], &result, sizeof(result)) == static_cast<ssize_t>(sizeof(result));
  close(ends[0]);
  waitpid(copy, nullptr, 0);
  const std::string unknown = unknown_of(whole ? result : Steps{});
  return unknown.empty() ? Operations{result.packed, result.scalar, ""} : Operations{0, 0, unknown};
}

#else

Operations operations_of(const std::function<void()>&, std::uint64_t) {
  return {0, 0, "this processor's instructions are not known"};
}

#endif

}  // namespace uor::lab
