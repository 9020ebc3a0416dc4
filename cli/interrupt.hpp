// Ctrl-C, and a request to end: nothing half-written stays behind.
#pragma once

#include <array>
#include <csignal>

namespace uor::cli {

/// What a shell calls the end by a signal: 130 of Ctrl-C (SIGINT), 143 of SIGTERM, 129 of a terminal that went away.
inline constexpr int exit_by_signal = 128;

/// From now on SIGINT, SIGTERM and SIGHUP end the program at once with exit_by_signal + the signal's number: files that
/// are being written are removed, and a line says what was kept. A signal that the caller had ignored stays so.
void end_in_order_when_interrupted();

/// While one lives, the same signals are noted instead, for a service that ends in its own order.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  /// The signal that came since it was made; 0: none.
  static int seen();

 private:
  std::array<struct sigaction, 3> before_{};
};

}  // namespace uor::cli
