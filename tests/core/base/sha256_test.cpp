#include "core/uor/base/sha256.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string_view>

#include "core/uor/base/error.hpp"

namespace uor {
namespace {

std::string of_text(std::string_view text) { return sha256_hex(std::as_bytes(std::span(text))); }

// NIST, "Examples with Intermediate Values" for SHA-256 (one block, two blocks) and the byte-oriented test vectors of
// the Cryptographic Algorithm Validation Program (empty message, one byte 0xbd), and FIPS 180-2 appendix B.3.
TEST(Sha256, GivesThePublishedHashOfNothing) {
  EXPECT_EQ(of_text(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, GivesThePublishedHashOfOneByte) {
  EXPECT_EQ(of_text("\xbd"), "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
}

TEST(Sha256, GivesThePublishedHashOfOneBlock) {
  EXPECT_EQ(of_text("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, GivesThePublishedHashOfTwoBlocks) {
  EXPECT_EQ(of_text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, GivesThePublishedHashOfAMillionLetters) {
  EXPECT_EQ(of_text(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, HashesAFileLikeItsBytes) {
  const std::string path = testing::TempDir() + "sha256_test.bin";
  const std::string content(200'001, '\x1f');
  std::ofstream(path, std::ios::binary) << content;
  EXPECT_EQ(sha256_hex_of_file(path), of_text(content));
  std::remove(path.c_str());
}

TEST(Sha256, RefusesAFileThatIsNotThereByName) {
  try {
    sha256_hex_of_file("no/such/file.so");
    FAIL() << "nothing thrown";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("cannot read 'no/such/file.so'"));
  }
}

TEST(Sha256, RefusesAFolder) { EXPECT_THROW(sha256_hex_of_file(testing::TempDir()), Error); }

}  // namespace
}  // namespace uor
