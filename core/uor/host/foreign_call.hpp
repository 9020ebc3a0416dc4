// Who is being called: a crash in a plugin's code ends the program, but not without a word.
#pragma once

#include "core/uor/host/floating_state.hpp"

namespace uor::host {

/// Exit code of a program that a plugin crashed; 1 and 2 are those of the program's own errors.
inline constexpr int exit_plugin_crashed = 3;

/// What a plugin does that changes every later result, in words.
inline constexpr const char* changed_floating_state =
    "it changes how the processor rounds, flushes tiny numbers or traps: build it without -Ofast, -ffast-math and "
    "calls "
    "such as fesetround";

/// While one lives on a thread, that thread runs a plugin's code: a signal that says so (SIGSEGV, SIGBUS, SIGFPE,
/// SIGILL, SIGABRT) prints plugin and node on standard error and ends the program with exit_plugin_crashed. Texts must
/// outlive it. Costs a few stores; the first one of a thread prepares the thread for a stack that has run over.
class ForeignCall {
 public:
  struct Who {
    const char* plugin = nullptr;
    const char* doing = nullptr;  // "while it was created"; "node" of the one that follows
    const char* node = nullptr;
  };

  explicit ForeignCall(const Who& who);
  ~ForeignCall();
  ForeignCall(const ForeignCall&) = delete;
  ForeignCall& operator=(const ForeignCall&) = delete;

  /// Makes the processor compute for this thread as it did before, as the end of the call does too; whether the plugin
  /// had changed that.
  bool put_back_floating_state() const { return floating_.put_back(); }

 private:
  FloatingState floating_;
  Who before_;
};

}  // namespace uor::host
