// Whatever is wrong in a trust file, its reader gives a trust or an error that names the file.
#include <gtest/gtest.h>

#include "core/uor/base/text_file.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/base/mutated.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

constexpr int mutations = 3000;

template <class Read>
void expect_errors_or_values(const std::string& text, Read read) {
  std::mt19937_64 random(7);
  for (int i = 0; i < mutations; ++i) {
    const std::string wrong = test::mutated(text, random);
    const std::string message = test::message_of([&] {
      check_text(wrong, "f", "trust file");
      read(wrong);
    });
    EXPECT_TRUE(message == "nothing was refused" || message.starts_with("f")) << wrong << "\n" << message;
  }
}

TEST(Mutation, OfACsvIsAnErrorOrTrusts) {
  expect_errors_or_values(
      "code,name,policy_year,in_scope,operating_expenses,cash,dna_rate,quality_safe,control_total_accepted\r\n"
      "MINE,\"Mine, \"\"Ours\"\"\",2018/19,no,\"£1,234.5\",(3.2),7.2%,Requires improvement,yes\r\nB,B,,,500,n/a,,3,\n",
      [](const std::string& text) { parse_trust_csv(text, "f", test::shipped_fields()); });
}

TEST(Mutation, OfTomlIsAnErrorOrATrust) {
  expect_errors_or_values(
      "schema = 1\ncode = \"MINE\"\nname = 'Mine'\npolicy_year = \"2018/19\"\nin_scope = true\n[reported]\n"
      "operating_expenses = 421.9\ndna_rate = {value = 7.2, rounding = 0.5}\ncash = \"(3.2)\"\nquality_safe = "
      "\"good\"\n"
      "[judged]\n\"clinical.girft\" = \"good\"\n[[scheme]]\nname = \"A\"\ncategory = \"pay\"\nplan = 2.5\n"
      "delivery = {shape = \"pert\", lower = 50, mode = 80, upper = 100}\n",
      [](const std::string& text) { parse_trust_toml(text, "f", test::shipped_fields()); });
}

}  // namespace
}  // namespace uor::trust
