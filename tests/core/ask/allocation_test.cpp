// A run allocates for its first batch and never again: counts every operator new of this program.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "core/uor/ask/problem.hpp"
#include "core/uor/lab/parts.hpp"

namespace {

std::atomic<std::size_t> allocations{0};

void* counted(std::size_t bytes, std::size_t alignment) {
  ++allocations;
  void* memory = std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return counted(bytes, alignof(std::max_align_t)); }
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  return counted(bytes, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace uor {
namespace {

TEST(Loop, AllocatesNothingAfterItsFirstBatches) {
  ask::RunRequest request;
  request.scenario = "cip_slippage";
  request.trust = {"RF4"};
  lab::Parts parts(ask::problem_of(ask::Library(), request));
  const std::size_t trials = parts.sizes().batch_trials;
  for (std::size_t batch = 0; batch < 2; ++batch) parts.whole(batch * trials);
  const std::size_t before = allocations;
  ASSERT_GT(before, 1000u) << "the counter counts";
  for (std::size_t batch = 2; batch < 20; ++batch) parts.whole(batch * trials);
  EXPECT_EQ(allocations - before, 0u);
}

}  // namespace
}  // namespace uor
