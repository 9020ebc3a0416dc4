#include "core/uor/base/zeroed.hpp"

#include <sys/mman.h>

#include <cstring>
#include <new>

namespace uor {

namespace {

constexpr std::size_t own_pages = std::size_t{1} << 20;  // bytes from which an array has pages of its own
constexpr std::align_val_t alignment{64};

}  // namespace

void* zeroed_memory(std::size_t bytes) {
  if (bytes < own_pages) return std::memset(::operator new(bytes, alignment), 0, bytes);
  void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  ::madvise(memory, bytes, MADV_HUGEPAGE);  // where the system refuses, its usual pages serve
  return memory;
}

void release_zeroed(void* memory, std::size_t bytes) noexcept {
  if (bytes < own_pages) {
    ::operator delete(memory, alignment);
  } else {
    ::munmap(memory, bytes);
  }
}

}  // namespace uor
