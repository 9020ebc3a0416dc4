#include "core/uor/lab/operations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace uor::lab {
namespace {

/// Encodings as an assembler gives them.
Arithmetic of(std::vector<std::uint8_t> code) {
  code.resize(16, 0x90);
  return arithmetic_of(code.data());
}

void expect(const Arithmetic& arithmetic, unsigned operations, bool packed) {
  EXPECT_EQ(arithmetic.operations, operations);
  EXPECT_EQ(arithmetic.packed, packed);
}

TEST(Arithmetic, KnowsInstructionsWithOldPrefixes) {
  expect(of({0xF2, 0x0F, 0x58, 0xC1}), 1, false);       // addsd xmm0, xmm1
  expect(of({0x66, 0x0F, 0x59, 0xC1}), 2, true);        // mulpd xmm0, xmm1
  expect(of({0x66, 0x44, 0x0F, 0x5E, 0xC1}), 2, true);  // divpd xmm8, xmm1
  expect(of({0x0F, 0x5C, 0xC1}), 4, true);              // subps xmm0, xmm1
  expect(of({0xF3, 0x0F, 0x51, 0xC1}), 1, false);       // sqrtss xmm0, xmm1
}

TEST(Arithmetic, KnowsInstructionsWithVexPrefixes) {
  expect(of({0xC5, 0xF5, 0x58, 0xC2}), 4, true);         // vaddpd ymm0, ymm1, ymm2
  expect(of({0xC5, 0xF1, 0x5F, 0xC2}), 2, true);         // vmaxpd xmm0, xmm1, xmm2
  expect(of({0xC5, 0xF3, 0x59, 0xC2}), 1, false);        // vmulsd xmm0, xmm1, xmm2
  expect(of({0xC4, 0xE2, 0xF5, 0xB8, 0xC2}), 8, true);   // vfmadd231pd ymm0, ymm1, ymm2
  expect(of({0xC4, 0xE2, 0xF1, 0xB9, 0xC2}), 2, false);  // vfmadd231sd xmm0, xmm1, xmm2
}

TEST(Arithmetic, KnowsInstructionsWithEvexPrefixes) {
  expect(of({0x62, 0xF1, 0xF5, 0x48, 0x58, 0xC2}), 8, true);   // vaddpd zmm0, zmm1, zmm2
  expect(of({0x62, 0xF1, 0xF5, 0x28, 0x5D, 0xC2}), 4, true);   // vminpd ymm0, ymm1, ymm2
  expect(of({0x62, 0xF2, 0xF5, 0x48, 0xA8, 0xC2}), 16, true);  // vfmadd213pd zmm0, zmm1, zmm2
}

TEST(Arithmetic, CountsNothingElse) {
  expect(of({0x48, 0x01, 0xC8}), 0, false);                    // add rax, rcx
  expect(of({0x66, 0x0F, 0x28, 0xC1}), 0, false);              // movapd xmm0, xmm1
  expect(of({0xC5, 0xF5, 0x54, 0xC2}), 0, false);              // vandpd ymm0, ymm1, ymm2
  expect(of({0x62, 0xF1, 0xFD, 0x48, 0x28, 0x07}), 0, false);  // vmovapd zmm0, [rdi]
}

#if defined(__x86_64__)
TEST(Operations, CountsWhatIsDoneOneAtATime) {
  volatile double sum = 0;
  const Operations counted = operations_of(
      [&] {
        for (int i = 0; i < 100; ++i) sum = sum + 0.5;
      },
      100000);
  if (!counted.unknown.empty()) GTEST_SKIP() << counted.unknown;
  EXPECT_EQ(counted.scalar, 100U);
  EXPECT_EQ(counted.packed, 0U);
  EXPECT_EQ(sum, 0.0) << "the work is done in a copy of the process";
}
#endif

TEST(Operations, GivesUpOnWorkWithoutEnd) {
  const Operations counted = operations_of(
      [] {
        for (volatile int i = 0;;) i = i + 1;
      },
      1000);
  EXPECT_THAT(counted.unknown, testing::Not(testing::IsEmpty()));
}

TEST(Operations, SaysThatTheWorkFailed) {
  const Operations counted = operations_of([] { throw 1; }, 5000);
  EXPECT_THAT(counted.unknown, testing::Not(testing::IsEmpty()));
}

}  // namespace
}  // namespace uor::lab
