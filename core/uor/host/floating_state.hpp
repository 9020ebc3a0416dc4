// How the processor computes for a thread: rounding, tiny numbers, traps. Results have the same bits everywhere only as
// long as no plugin changes it.
#pragma once

namespace uor::host {

/// What it is when this is made.
class FloatingState {
 public:
  FloatingState();
  /// Makes it again what it was; whether it had become something else.
  bool put_back() const;

 private:
#ifdef __x86_64__
  unsigned vector_ = 0;       // of SSE and AVX
  unsigned short stack_ = 0;  // of the x87
#else
  int rounding_ = 0;
#endif
};

}  // namespace uor::host
