#include <gtest/gtest.h>

#include <fstream>

#include "core/uor/base/sha256.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

TEST(Provenance, TheReferenceDataAreAsTheyWereCollected) {
  std::ifstream sums(test::data_folder + "/provenance/SHA256SUMS");
  std::string digest, name;
  int files = 0;
  for (; sums >> digest >> name; ++files) {
    EXPECT_EQ(sha256_hex_of_file(test::data_folder + "/" + name), digest) << name;
  }
  EXPECT_EQ(files, 6);
}

}  // namespace
}  // namespace uor::trust
