#include "core/uor/host/contract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <limits>

#include "core/uor/base/error.hpp"

namespace uor::host {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

constexpr auto sizes = std::to_array<std::size_t>(UOR_PLUGIN_SIZES);
constexpr std::size_t size_1_0 = sizes[0];

/// Bytes that end where memory does: to read one more is a crash.
class AtTheEdge {
 public:
  explicit AtTheEdge(const void* bytes, std::size_t count) {
    memory_ =
        static_cast<char*>(mmap(nullptr, 2 * page_bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    mprotect(memory_ + page_bytes_, page_bytes_, PROT_NONE);
    at_ = memory_ + page_bytes_ - count;
    std::memcpy(at_, bytes, count);
  }
  AtTheEdge(const AtTheEdge&) = delete;
  AtTheEdge& operator=(const AtTheEdge&) = delete;
  ~AtTheEdge() { munmap(memory_, 2 * page_bytes_); }

  const uor_plugin* plugin() const { return reinterpret_cast<const uor_plugin*>(at_); }

 private:
  std::size_t page_bytes_ = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  char* memory_ = nullptr;
  char* at_ = nullptr;
};

uor_plugin head(std::uint32_t minor, std::size_t size) {
  uor_plugin plugin = {};
  plugin.abi_major = UOR_ABI_MAJOR;
  plugin.abi_minor = minor;
  plugin.struct_size = size;
  plugin.id = "some";
  return plugin;
}

std::string refusal_of(const uor_plugin& plugin, std::size_t exported = 0) {
  try {
    contract_of("some.so", {&plugin, exported});
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was refused";
}

TEST(Contract, OfEveryMinorIsReadToItsEndAndNotBeyond) {
  for (std::uint32_t minor = 0; minor <= UOR_ABI_MINOR; ++minor) {
    const uor_plugin plugin = head(minor, sizes[minor]);
    const AtTheEdge given(&plugin, sizes[minor]);
    EXPECT_STREQ(contract_of("some.so", {given.plugin()}).id, "some") << minor;
  }
}

TEST(Contract, OfAnOlderMinorHasZerosInLaterFields) {
  uor_plugin plugin = head(0, size_1_0);
  plugin.node_count = 3;
  plugin.needs_minor = 99;  // what happens to lie behind an older constant is no field of it
  const uor_plugin read = contract_of("some.so", {&plugin});
  EXPECT_EQ(read.node_count, 3U);
  EXPECT_EQ(read.needs_minor, 0U);
}

TEST(Contract, OfALaterMinorIsReadAsFarAsThisHostKnowsIt) {
  struct Later {
    uor_plugin base;
    const char* later_field;
  } later = {head(UOR_ABI_MINOR + 7, sizeof(Later)), "later"};
  const uor_plugin read = contract_of("some.so", {&later.base, sizeof(Later)});
  EXPECT_EQ(std::memcmp(&read, &later.base, sizeof(uor_plugin)), 0);
}

TEST(Contract, ThatNeedsALaterMinorIsRefusedInWordsThatMendIt) {
  uor_plugin plugin = head(UOR_ABI_MINOR + 1, sizeof(uor_plugin));
  plugin.needs_minor = UOR_ABI_MINOR;
  EXPECT_EQ(refusal_of(plugin), "nothing was refused");
  plugin.needs_minor = UOR_ABI_MINOR + 1;
  EXPECT_THAT(refusal_of(plugin),
              AllOf(HasSubstr("some.so: needs plugin ABI 1." + std::to_string(UOR_ABI_MINOR + 1) +
                              " but this host has ABI 1." + std::to_string(UOR_ABI_MINOR) + ", use a later uor"),
                    EndsWith("or a build of the plugin that needs no more than this one has")));
}

TEST(Contract, OfAnotherMajorIsRefusedWhateverElseItSays) {
  uor_plugin plugin = head(3, 1);
  plugin.abi_major = UOR_ABI_MAJOR + 1;
  EXPECT_THAT(refusal_of(plugin), HasSubstr("is built for plugin ABI 2.3 but this host has ABI 1."));
}

/// A size that cannot be, and what is said of it.
struct Case {
  std::uint32_t minor;
  std::size_t size;
  const char* message;
};

class SizeRefusal : public testing::TestWithParam<Case> {};

TEST_P(SizeRefusal, NamesTheSizeAndTheProblem) {
  const uor_plugin plugin = head(GetParam().minor, GetParam().size);
  EXPECT_THAT(refusal_of(plugin),
              AllOf(HasSubstr("has a uor_plugin of " + std::to_string(GetParam().size) + " bytes"),
                    HasSubstr(GetParam().message), EndsWith("set struct_size to sizeof(uor_plugin)")));
}

constexpr std::uint32_t far_minor = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t far_size = std::numeric_limits<std::size_t>::max();
const Case cases[] = {{0, 0, "too small (ABI 1.0 has at least 120)"},
                      {0, 1, "too small (ABI 1.0 has at least 120)"},
                      {0, size_1_0 - 8, "too small (ABI 1.0"},
                      {1, size_1_0, "too small (ABI 1.1 has at least 128)"},
                      {far_minor, size_1_0, "too small (ABI 1."},
                      {0, size_1_0 + 1, "no size of that struct (a multiple of 8)"},
                      {1, sizes[1] + 7, "no size of that struct (a multiple of 8)"},
                      {1, 4104, "too large (no version has more than 4096)"},
                      {far_minor, far_size - 7, "too large (no version"},
                      {0, far_size, "too large (no version"}};
INSTANTIATE_TEST_SUITE_P(Contract, SizeRefusal, testing::ValuesIn(cases));

TEST(Contract, IsNotBelievedBeyondTheSymbolThatIsExported) {
  const uor_plugin plugin = head(1, 128);
  EXPECT_EQ(refusal_of(plugin, 128), "nothing was refused");
  EXPECT_THAT(refusal_of(plugin, 120), HasSubstr("128 bytes, more than the 120 that 'uor_plugin_v1' has"));
  const AtTheEdge four(&plugin, 4);
  try {
    contract_of("some.so", {four.plugin(), 4});
    FAIL() << "nothing was refused";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("exports a 'uor_plugin_v1' of 4 bytes, which is no uor_plugin"));
  }
}

}  // namespace
}  // namespace uor::host
