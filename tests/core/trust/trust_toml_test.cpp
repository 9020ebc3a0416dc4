#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/trust/number.hpp"
#include "core/uor/trust/trust.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::string head = "schema = 1\ncode = \"MINE\"\nname = \"Mine\"\n";

Trust read(const std::string& text) {
  const test::TemporaryFile file(text, ".toml");
  return read_trust_toml(file.path(), test::shipped_fields());
}

std::string refusal(const std::string& text) {
  const test::TemporaryFile file(text, ".toml");
  std::string message = test::message_of([&] { read_trust_toml(file.path(), test::shipped_fields()); });
  const std::size_t at = message.find(file.path());
  return at == std::string::npos ? message : message.replace(at, file.path().size(), "t.toml");
}

TEST(TrustToml, EveryFormOfAValueIsRead) {
  const std::string text = head +
                           "type = \"Large\"\npolicy_year = \"2019/20\"\nin_scope = false\n[reported]\n"
                           "operating_expenses = 579\ntotal_income = \"£1,234.5\"\ncash = \"(3.2)\"\n"
                           "sickness_absence_rate = {value = 4.0, rounding = 0.5}\ndna_rate = \"7.2%\"\n"
                           "control_total_accepted = true\nquality_safe = \"Good\"\nbeds = \"n/a\"\n";
  const Trust trust = read(text);
  EXPECT_EQ(trust.code, "MINE");
  EXPECT_EQ(trust.type, "Large");
  EXPECT_EQ(trust.policy_year, "2019/20");
  EXPECT_FALSE(trust.in_scope);
  EXPECT_EQ(trust.text, text);
  EXPECT_EQ(trust.reported.at("operating_expenses").value, 579.0);
  EXPECT_EQ(trust.reported.at("total_income").value, 1234.5);
  EXPECT_EQ(trust.reported.at("cash").value, -3.2);
  EXPECT_EQ(trust.reported.at("sickness_absence_rate").rounding, 0.5);
  EXPECT_EQ(trust.reported.at("dna_rate").value, 7.2);
  EXPECT_EQ(trust.reported.at("control_total_accepted").value, 1.0);
  EXPECT_EQ(trust.reported.at("quality_safe").value, 3.0);
  EXPECT_EQ(trust.reported.count("beds"), 0u);
  EXPECT_EQ(trust.reported.at("operating_expenses").where.line, 8);
}

TEST(TrustToml, AJudgementIsTheSameNumberInQuotesAndWithout) {
  const Trust trust = read(head + "[judged]\na = 2.5\nb = \"2.5\"\nc = \" 2.50 \"\nd = \"Good\"\ne = \"n/a\"\n");
  for (const char* id : {"a", "b", "c"}) EXPECT_EQ(trust.judged.at(id).value, 2.5) << id;
  EXPECT_EQ(trust.judged.at("d").value, 3.0);
  EXPECT_EQ(trust.judged.count("e"), 0u);
  EXPECT_EQ(refusal(head + "[judged]\na = \"4.5\"\n"),
            "t.toml:5:5: a is 4.5 score (out of range), it must be from 1 to 4 score");
  EXPECT_EQ(refusal(head + "[judged]\na = 4.5\n"),
            "t.toml:5:5: a is 4.5 score (out of range), it must be from 1 to 4 score");
  EXPECT_THAT(refusal(head + "[judged]\na = \"fine\"\n"), HasSubstr("inadequate, requires improvement, good or"));
}

TEST(TrustToml, AnUnknownFieldIsRefusedWithTheNearest) {
  EXPECT_EQ(refusal(head + "[reported]\ndna_rat = 7\n"),
            "t.toml:5:1: unknown key 'dna_rat' in [reported]. Did you mean 'dna_rate'?");
}

TEST(TrustToml, AMissingCodeOrNameIsRefused) {
  EXPECT_EQ(refusal("schema = 1\nname = \"x\"\n"), "t.toml:1:1: the key 'code' is missing, add it");
  EXPECT_EQ(refusal("schema = 1\ncode = \"x\"\n"), "t.toml:1:1: the key 'name' is missing, add it");
}

TEST(TrustToml, AWrongSchemaNumberIsRefused) {
  EXPECT_EQ(refusal("schema = 3\ncode = \"x\"\n"),
            "t.toml:1:10: wrong schema: 'schema' is the number 3, this program reads schema = 1");
}

TEST(TrustToml, AnEmptyFileIsRefused) {
  EXPECT_EQ(refusal(" \n"), "t.toml: the trust file is empty, `uor init` writes a template");
}

TEST(TrustToml, ABinaryFileIsRefused) {
  EXPECT_THAT(refusal(std::string("a\0b", 3)), HasSubstr("t.toml: not a trust file (binary"));
}

TEST(TrustToml, AWrongTypeIsRefused) {
  EXPECT_EQ(refusal(head + "[reported]\ncash = [1]\n"),
            "t.toml:5:8: 'cash' in [reported] is a list, a number (without quotes) is needed");
  EXPECT_EQ(refusal(head + "[reported]\ncash = true\n"),
            "t.toml:5:8: 'cash' in [reported] is true, a number (without quotes) is needed");
}

TEST(TrustToml, NotANumberIsRefused) {
  EXPECT_EQ(refusal(head + "[reported]\ncash = nan\n"),
            "t.toml:5:8: 'cash' in [reported] is the number nan, a finite number is needed");
}

TEST(TrustToml, AValueOutOfRangeIsRefusedWithTheLikelySlip) {
  EXPECT_EQ(refusal(head + "[reported]\noperating_expenses = 579437\n"),
            "t.toml:5:22: operating_expenses is 579437 GBP m (it looks like GBP thousand), write 579.437");
  EXPECT_EQ(refusal(head + "[reported]\nstaff_retention_rate = {value = 0.858}\n"),
            "t.toml:5:33: staff_retention_rate is 0.858 percent (it looks like a fraction), write 85.8");
}

TEST(TrustToml, AnUnknownKeyOfAValueIsRefused) {
  EXPECT_EQ(refusal(head + "[reported]\ncash = {value = 1, round = 2}\n"),
            "t.toml:5:20: unknown key 'round' in [reported.cash]. Known keys: value, rounding, basis, month, source");
}

TEST(TrustToml, AFigureMayBeCarriedOverFromAnotherBasisAndOfAYear) {
  const Trust trust = read(
      "schema = 1\ncode = 'X'\nname = 'X'\nfigures_year = '2017/18'\n"
      "[reported]\ndna_rate = {value = 9, rounding = 0.5, basis = 'carried over'}\n");
  EXPECT_EQ(trust.figures_year, "2017/18");
  EXPECT_TRUE(trust.reported.at("dna_rate").carried);
  EXPECT_EQ(refusal(head + "[reported]\ndna_rate = {value = 9, basis = 'other'}\n"),
            "t.toml:5:32: the basis is 'other', write \"carried over\" or \"as defined\"");
}

TEST(TrustToml, AValueTableWithoutValueIsRefused) {
  EXPECT_EQ(refusal(head + "[reported]\ncash = {rounding = 1}\n"),
            "t.toml:5:8: the key 'value' is missing in [reported.cash], add it");
}

TEST(TrustToml, ANegativeRoundingIsRefused) {
  EXPECT_EQ(refusal(head + "[reported]\ncash = {value = 1, rounding = -1}\n"),
            "t.toml:5:31: 'rounding' in [reported.cash] is -1 (out of range), it must be from 0 to 1050");
}

TEST(TrustToml, ABadYearIsRefused) {
  EXPECT_EQ(refusal(head + "policy_year = \"2018-19\"\n"),
            "t.toml:4:15: the policy year is '2018-19' (not a financial year), write one such as \"2018/19\"");
}

TEST(TrustToml, ItsTemplateParsesAsATrustOfWhichNothingIsKnown) {
  const Trust trust = read(trust_template(test::shipped_fields()));
  EXPECT_EQ(trust.code, "MINE");
  EXPECT_THAT(trust.reported, IsEmpty());
}

TEST(TrustToml, ItsTemplateFilledInReadsEveryField) {
  std::string text = trust_template(test::shipped_fields());
  for (const Field& field : test::shipped_fields().all()) {
    const std::string line = "# " + field.id + " =\n";
    const std::size_t at = text.find(line);
    ASSERT_NE(at, std::string::npos) << field.id;
    text.replace(at, line.size(), field.id + " = " + plain_number(field.upper) + "\n");
  }
  const Trust trust = read(text);
  for (const Field& field : test::shipped_fields().all()) {
    EXPECT_EQ(trust.reported.at(field.id).value, field.upper) << field.id;
  }
}

TEST(TrustToml, AFileWithByteOrderMarkAndCrlfIsRead) {
  EXPECT_EQ(read("\xEF\xBB\xBFschema = 1\r\ncode = \"A\"\r\nname = \"B\"\r\n").name, "B");
}

}  // namespace
}  // namespace uor::trust
