#include "core/uor/store/seal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/uor/base/error.hpp"

namespace uor::store {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class SealTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }
  void put(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
  std::string get() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string sealed(const std::string& bytes) const {
    put(bytes);
    put(bytes + seal_for(path_));
    return get();
  }

  const std::string path_ = testing::TempDir() + "uor_seal_" + std::to_string(::getpid());
};

TEST_F(SealTest, EndsTheFileWithTheDigestThatOtherToolsMakeOfIt) {
  EXPECT_THAT(sealed("abc"), HasSubstr("abc\nuor result sealed, SHA-256 of all before: "
                                       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"));
  EXPECT_EQ(seal_of(path_), Seal::whole);
}

TEST_F(SealTest, NoBitOfAFileIsChangedUnseen) {
  const std::string whole = sealed("some bytes, and others");
  for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    std::string changed = whole;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    put(changed);
    EXPECT_NE(seal_of(path_), Seal::whole) << bit;
  }
}

TEST_F(SealTest, NothingIsCutOffOrAddedUnseen) {
  const std::string whole = sealed("some bytes, and others");
  for (std::size_t left = 1; left < whole.size(); ++left) {
    put(whole.substr(0, left));
    EXPECT_EQ(seal_of(path_), Seal::none) << left;
  }
  put(whole + "x");
  EXPECT_EQ(seal_of(path_), Seal::none);
  put(whole.substr(1));
  EXPECT_EQ(seal_of(path_), Seal::changed);
}

TEST_F(SealTest, AFileWithoutOneIsReadOnlyByThoseWhoAskForIt) {
  put("no seal");
  EXPECT_THAT([&] { require_seal(path_); }, ThrowsMessage<Error>(HasSubstr("--trust-file")));
  read_unsealed_files();
  EXPECT_NO_THROW(require_seal(path_));
  put("X" + sealed("sealed").substr(1));
  EXPECT_THAT([&] { require_seal(path_); }, ThrowsMessage<Error>(HasSubstr("its digest says so")));
  read_unsealed_files(false);
}

TEST_F(SealTest, AFileThatChangesAfterItWasSeenIsLookedAtAgain) {
  const std::string whole = sealed("sealed");
  require_seal(path_);
  put("X" + whole.substr(1));
  EXPECT_THROW(require_seal(path_), Error);
}

}  // namespace
}  // namespace uor::store
