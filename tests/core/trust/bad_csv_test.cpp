#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/trust/trust.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

/// What read_trust_csv says of `text`, with "t.csv" for the path.
std::string refusal(const std::string& text) {
  const test::TemporaryFile file(text, ".csv");
  std::string message = test::message_of([&] { read_trust_csv(file.path(), test::shipped_fields()); });
  const std::size_t at = message.find(file.path());
  return at == std::string::npos ? message : message.replace(at, file.path().size(), "t.csv");
}

TEST(BadCsv, AnEmptyFileIsRefused) {
  EXPECT_EQ(refusal(""), "t.csv: the trust file is empty, `uor init` writes a template");
}

TEST(BadCsv, ATableWithoutAnyTextIsRefused) {
  for (const char* text : {"sep=,", "sep=,\n", "sep=,\r\n", "\xEF\xBB\xBFsep=,", "sep=,\n,,\n", ",,\n,,\n"})
    EXPECT_THAT(refusal(text), StartsWith("t.csv:1:1: no row has text")) << text;
}

TEST(BadCsv, ABinaryFileIsRefused) {
  EXPECT_THAT(refusal(std::string("code\0,cash", 10)), StartsWith("t.csv: not a trust file (binary"));
}

TEST(BadCsv, AWorkbookIsRefusedByName) {
  EXPECT_THAT(refusal("PK\x03\x04"),
              HasSubstr("it is a workbook or another zip file: save a workbook as .xlsx, or its sheet as CSV UTF-8"));
}

TEST(BadCsv, AnotherEncodingIsRefused) {
  EXPECT_THAT(refusal("code,cash\nX,\xA3"
                      "5\n"),
              HasSubstr("t.csv:2:3: byte 163 is not UTF-8 (a pound sign"));
}

TEST(BadCsv, AHeaderWithoutRowsIsRefused) {
  EXPECT_EQ(refusal("code,cash\n"), "t.csv:1:1: a header without rows (nothing to read), add a row below it");
}

TEST(BadCsv, AnotherSeparatorIsRefused) {
  EXPECT_EQ(refusal("code;cash\nX;5\n"),
            "t.csv:1:1: the columns are separated by semicolons (commas are needed), save the file as CSV UTF-8 (comma "
            "delimited)");
  EXPECT_THAT(refusal("code\tcash\nX\t5\n"), HasSubstr("separated by tabs"));
  EXPECT_THAT(refusal("code|cash|dna_rate\nX|5|1\n"), HasSubstr("separated by bars"));
  EXPECT_THAT(refusal("sep=;\ncode;cash\nX;5\n"), HasSubstr("t.csv:1:1: 'sep=;' names another separator"));
}

TEST(BadCsv, ADuplicateColumnIsRefused) {
  EXPECT_EQ(refusal("code,cash,cash\nX,1,2\n"), "t.csv:1:11: duplicate column 'cash' (also column 2), delete one");
}

TEST(BadCsv, TwoColumnsOfOneMeaningAreRefused) {
  EXPECT_EQ(refusal("code,operating_expenses,operating_expenses_gbp_m\nX,500,501\n"),
            "t.csv:1:25: columns 'operating_expenses' and 'operating_expenses_gbp_m' mean the same, delete one");
  EXPECT_EQ(refusal("code,ods_code\nX,Y\n"), "t.csv:1:6: columns 'code' and 'ods_code' mean the same, delete one");
}

TEST(BadCsv, AnUnknownColumnIsRefusedWithTheNearest) {
  EXPECT_EQ(refusal("code,dna_rat\nX,7\n"), "t.csv:1:6: unknown column 'dna_rat'. Did you mean 'dna_rate'?");
  EXPECT_EQ(refusal("code,colour\nX,7\n"),
            "t.csv:1:6: unknown column 'colour'. Delete it, or see the fields in `uor init trust.toml`");
}

TEST(BadCsv, ABlankColumnNameIsRefused) {
  EXPECT_EQ(refusal("code,,cash\nX,1,2\n"),
            "t.csv:2:3: '1' stands in column 2, which has no name (blank header), name the column or delete it");
}

TEST(BadCsv, AMissingCodeColumnIsRefused) {
  EXPECT_EQ(refusal("name,cash\nX,1\n"), "t.csv:1:1: no column 'code' (or 'ods_code'), add one with a code a row");
}

TEST(BadCsv, TooFewCellsAreRefused) {
  EXPECT_EQ(refusal("code,cash,dna_rate\nX,1\n"),
            "t.csv:2:3: too few cells: 2 cells, the header has 3 (a missing comma?), leave unknown cells blank");
}

TEST(BadCsv, AThousandsSeparatorWithoutQuotesIsRefused) {
  EXPECT_EQ(refusal("code,operating_expenses\nX,1,234\n"),
            "t.csv:2:5: too many cells: 3 cells, the header has 2 (a thousands separator?), put numbers such as "
            "\"1,234\" in quotes");
}

TEST(BadCsv, AnOpenQuoteIsRefused) {
  EXPECT_EQ(refusal("code,cash\nX,\"1\nY,2\n"),
            "t.csv:2:3: this quote is never closed (malformed), add the closing quote");
}

TEST(BadCsv, TextAfterAQuoteIsRefused) {
  EXPECT_EQ(refusal("code,cash\nX,\"1\"2\n"),
            "t.csv:2:6: text after a closing quote (malformed), write a quote inside as \"\"");
  EXPECT_EQ(refusal("code,cash\nX,1\"2\n"),
            "t.csv:2:4: a quote inside an unquoted cell (malformed), put the whole cell in quotes");
}

TEST(BadCsv, ADuplicateCodeIsRefused) {
  EXPECT_EQ(refusal("code,cash\nX,1\nX,2\n"), "t.csv:3:1: trust 'X' is already in line 2 (duplicate code), delete one");
}

TEST(BadCsv, ABadCodeIsRefused) {
  EXPECT_EQ(refusal("code,cash\n,1\n"), "t.csv:2:1: the trust code is blank, write one such as RF4");
  EXPECT_THAT(refusal("code,cash\nmy trust,1\n"), HasSubstr("the trust code is 'my trust' (a short code is needed)"));
  EXPECT_THAT(refusal("code,cash\nall,1\n"), HasSubstr("the trust code is 'all' (it means every trust)"));
}

TEST(BadCsv, ABadScopeOrYearIsRefused) {
  EXPECT_EQ(refusal("code,in_scope\nX,maybe\n"), "t.csv:2:3: the scope is 'maybe', write yes or no");
  EXPECT_EQ(refusal("code,policy_year\nX,2018\n"),
            "t.csv:2:3: the policy year is '2018' (not a financial year), write one such as \"2018/19\"");
  EXPECT_THAT(refusal("code,policy_year\nX,2018/20\n"), HasSubstr("(not a financial year)"));
}

TEST(BadCsv, ABadCellIsRefusedAtItsPlace) {
  EXPECT_EQ(refusal("code,name,dna_rate\nX,Ours,0.072\n"),
            "t.csv:2:8: dna_rate is 0.072 percent (it looks like a fraction), write 7.2, or \"0.072%\" if it is that "
            "small");
}

TEST(BadCsv, AFileOfSeveralTrustsIsRefusedWhereOneIsNeeded) {
  const test::TemporaryFile file("code,cash\nX,1\nY,2\n", ".csv");
  EXPECT_THAT(
      test::message_of([&] { find_trust(file.path(), test::data_folder, test::shipped_fields()); }),
      EndsWith("the file has 2 trusts (one is needed here), name one as " + file.path() + ":X, or keep one row"));
}

TEST(BadCsv, MoreColumnsThanAnyTableHasAreRefused) {
  std::string header = "code";
  for (int i = 0; i < 50000; ++i) header += ",c" + std::to_string(i);
  EXPECT_THAT(refusal(header + "\nX\n"), HasSubstr("more than 2000 columns"));
}

TEST(BadCsv, MoreTrustsThanThereAreAndALongHeaderAreRefused) {
  std::string rows;
  for (int i = 0; i < 2001; ++i) rows += "T" + std::to_string(i) + "\n";
  EXPECT_THAT(refusal("code\n" + rows), HasSubstr("t.csv:2002:1: more than 2000 rows"));
  EXPECT_THAT(refusal("code" + std::string(70000, ' ') + "\nX\n"), HasSubstr("the header has more than 64 KB"));
}

TEST(BadCsv, ACharacterThatCannotBeSeenIsNamed) {
  EXPECT_THAT(refusal("code,cash\nX,7\xE2\x80\x8B"
                      "2\n"),
              HasSubstr("t.csv:2:3: cash is '7[U+200B]2' (it holds the character U+200B, which cannot be seen)"));
  EXPECT_THAT(refusal("code,dna\xE2\x80\x8B_rate\nX,7\n"), HasSubstr("unknown column 'dna[U+200B]_rate'"));
  EXPECT_THAT(refusal("code,cash\nX\xC2\xADY,7\n"), HasSubstr("the trust code is 'X[U+00AD]Y'"));
}

TEST(BadCsv, ARowOfSeveralIsNamedByItsCode) {
  const test::TemporaryFile file("code,cash\nX,1\nY,2\n", ".csv");
  EXPECT_EQ(find_trust(file.path() + ":Y", test::data_folder, test::shipped_fields()).reported.at("cash").value, 2.0);
  EXPECT_THAT(test::message_of([&] { find_trust(file.path() + ":Z", test::data_folder, test::shipped_fields()); }),
              HasSubstr("no row has the code 'Z'."));
}

}  // namespace
}  // namespace uor::trust
