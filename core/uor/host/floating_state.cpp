#include "core/uor/host/floating_state.hpp"

#ifdef __x86_64__
#include <immintrin.h>
#else
#include <cfenv>
#endif

namespace uor::host {

#ifdef __x86_64__

namespace {

constexpr unsigned status_bits = 0x3F;  // what happened so far, which changes nothing that is computed

unsigned vector_control() { return _mm_getcsr() & ~status_bits; }

unsigned short stack_control() {
  unsigned short control = 0;
  __asm__ volatile("fnstcw %0" : "=m"(control));
  return control;
}

}  // namespace

FloatingState::FloatingState() : vector_(vector_control()), stack_(stack_control()) {}

bool FloatingState::put_back() const {
  if (vector_control() == vector_ && stack_control() == stack_) return false;
  _mm_setcsr(vector_);
  __asm__ volatile("fnclex\n\tfldcw %0" : : "m"(stack_));
  return true;
}

#else

FloatingState::FloatingState() : rounding_(std::fegetround()) {}

bool FloatingState::put_back() const {
  if (std::fegetround() == rounding_) return false;
  std::fesetround(rounding_);
  return true;
}

#endif

}  // namespace uor::host
