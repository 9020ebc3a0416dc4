#include "core/uor/workbook/book.hpp"

#include <gmock/gmock.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/workbook/made_up_file.hpp"

namespace uor::workbook {
namespace {

using test::TemporaryFile;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using Kind = Cell::Kind;

Sheet read(const std::string& rows, const std::string& strings = {}, const std::string& styles = {}) {
  const TemporaryFile file(test::one_sheet(rows, strings, styles), ".xlsx");
  return read_book(file.path()).sheets.at(0);
}

std::string refusal(const std::string& rows, const std::string& strings = {}) {
  return test::message_of([&] { read(rows, strings); });
}

Cell only_cell(const std::string& cell, const std::string& strings = {}, const std::string& styles = {}) {
  const Sheet sheet = read("<row r=\"1\">" + cell + "</row>", strings, styles);
  EXPECT_EQ(sheet.cells.size(), 1U);
  return sheet.cells.empty() ? Cell{} : sheet.cells.begin()->second;
}

TEST(Book, ReadsNumbersAsTheyAreWritten) {
  EXPECT_EQ(only_cell("<c r=\"A1\"><v>7.2000000000000002</v></c>").number, 7.2);
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"n\"><v>1.2E-3</v></c>").number, 0.0012);
  EXPECT_EQ(only_cell("<c r=\"A1\"><v>-3</v></c>").number, -3.0);
}

TEST(Book, ReadsSharedInlineAndFormulaText) {
  const std::string strings = "<si><t>plain</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si>";
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"s\"><v>0</v></c>", strings).text, "plain");
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"s\"><v>1</v></c>", strings).text, "two runs");
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> in &amp; line </t></is></c>").text,
            "in & line");
  const Cell formula = only_cell("<c r=\"A1\" t=\"str\"><f>B1</f><v>given</v></c>");
  EXPECT_EQ(formula.text, "given");
  EXPECT_TRUE(formula.formula);
}

std::string shared_text(const std::string& item) {
  return only_cell("<c r=\"A1\" t=\"s\"><v>0</v></c>", "<si>" + item + "</si>").text;
}

TEST(Book, JoinsRunsOfTextAsTheyAreShown) {
  const std::string space = "<r><t xml:space=\"preserve\"> </t></r>";
  EXPECT_EQ(shared_text("<r><t>requires</t></r>" + space + "<r><t>improvement</t></r>"), "requires improvement");
  EXPECT_EQ(shared_text("<r><rPr><b/></rPr><t>a</t></r>\n  <r><t xml:space=\"preserve\"> b </t></r>\n<r><t>c</t></r>"),
            "a b c");
  EXPECT_EQ(shared_text("<t>one<!-- no -->two<![CDATA[ & three]]> four</t>"), "onetwo & three four");
  EXPECT_EQ(shared_text("<t>a</t><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh><phoneticPr fontId=\"1\"/>"), "a");
}

TEST(Book, DecodesCharactersThatXmlCannotHold) {
  EXPECT_EQ(shared_text("<t>a_x000D__x000A_b</t>"), "a\r\nb");
  EXPECT_EQ(shared_text("<t>a_x0041_b</t>"), "aAb");
  EXPECT_EQ(shared_text("<t>a_x00e9_</t>"), "a\xC3\xA9");
  EXPECT_EQ(shared_text("<t>_x005F_x000D_</t>"), "_x000D_");
  EXPECT_EQ(shared_text("<t>_xD83D__xDE00_</t>"), "\xF0\x9F\x98\x80");
  for (const char* plain : {"a_x00_b", "_x000D", "_x00GG_", "_X000D_", "_xD83D_"})
    EXPECT_EQ(shared_text("<t>" + std::string(plain) + "</t>"), plain);
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"str\"><f>B1</f><v>a_x0041_</v></c>").text, "aA");
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x0041_</t></is></c>").text, "aA");
}

TEST(Book, ReadsAValueHoweverItIsCutIntoPieces) {
  EXPECT_EQ(only_cell("<c r=\"A1\"><v>7<!-- no -->.2</v></c>").number, 7.2);
  EXPECT_EQ(only_cell("<c r=\"A1\"><v>7<![CDATA[.2]]></v></c>").number, 7.2);
  EXPECT_EQ(only_cell("<c r=\"A1\"><v>\n 7.2 </v></c>").number, 7.2);
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"b\"><v>true</v></c>").number, 1.0);
}

TEST(Book, TellsTextOfAFormulaWithoutAValueFromBlankText) {
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"str\"><f>B1</f></c>").kind, Kind::uncalculated);
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"str\"/>").kind, Kind::uncalculated);
  EXPECT_TRUE(read("<row><c t=\"str\"><f>\"\"</f><v></v></c></row>").cells.empty());
}

TEST(Book, RefusesACellTwiceAndReferencesToNoCharacter) {
  EXPECT_THAT(refusal("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>"),
              HasSubstr("sheet 'One', cell B2: stands in the file twice"));
  EXPECT_THAT(refusal("<row r=\"2\"><c r=\"B2\"><v>7.2</v><v>9.9</v></c></row>"),
              HasSubstr("sheet 'One', cell B2: holds two values"));
  EXPECT_THAT(refusal("<row r=\"2\"><c r=\"B2\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>"),
              HasSubstr("cell B2: stands in the file twice"));
  for (const char* wrong : {"&#0;", "&#x0;", "&#x1B;", "&#xD800;", "&#x110000;", "&#;"})
    EXPECT_THAT(refusal(std::string("<row><c><v>7") + wrong + ".2</v></c></row>"),
                HasSubstr("stands for no character"));
}

TEST(Book, ReadsTheValueThatAFormulaGave) {
  const Cell cell = only_cell("<c r=\"A1\"><f>1+1</f><v>2</v></c>");
  EXPECT_EQ(cell.kind, Kind::number);
  EXPECT_EQ(cell.number, 2.0);
  EXPECT_EQ(only_cell("<c r=\"A1\"><f>1+1</f></c>").kind, Kind::uncalculated);
}

TEST(Book, ReadsFlagsAndErrors) {
  const Cell flag = only_cell("<c r=\"A1\" t=\"b\"><v>1</v></c>");
  EXPECT_EQ(flag.kind, Kind::flag);
  EXPECT_EQ(flag.number, 1.0);
  const Cell error = only_cell("<c r=\"A1\" t=\"e\"><f>#REF!</f><v>#REF!</v></c>");
  EXPECT_EQ(error.kind, Kind::error);
  EXPECT_EQ(error.text, "#REF!");
}

TEST(Book, KnowsPercentAndDateFormats) {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>";
  EXPECT_EQ(only_cell("<c r=\"A1\" s=\"0\"><v>1</v></c>", "", styles).shown, Shown::plain);
  EXPECT_EQ(only_cell("<c r=\"A1\" s=\"1\"><v>0.072</v></c>", "", styles).shown, Shown::percent);
  EXPECT_EQ(only_cell("<c r=\"A1\" s=\"2\"><v>43466</v></c>", "", styles).shown, Shown::date);
  EXPECT_EQ(only_cell("<c r=\"A1\" t=\"d\"><v>2019-01-01</v></c>").shown, Shown::date);
}

TEST(Book, CountsDatesFrom1900WhateverTheWorkbookCountsFrom) {
  const std::string rows = "<row><c s=\"1\"><v>42004</v></c><c><v>42004</v></c></row>";
  const auto numbers = [&](const std::string& attribute) {
    test::FileParts parts =
        test::book_parts({{"One", rows}}, "", "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
    const std::string begin = "<workbook xmlns:r=\"r\">";
    parts["xl/workbook.xml"].insert(begin.size(), "<workbookPr" + attribute + "/>");
    const TemporaryFile file(test::zipped(parts), ".xlsx");
    const Sheet sheet = read_book(file.path()).sheets.at(0);
    return std::pair(sheet.find({1, 1})->number, sheet.find({1, 2})->number);
  };
  const std::pair from_1900 = {42004.0, 42004.0}, from_1904 = {43466.0, 42004.0};  // 1 January 2019 or 2015
  for (const char* no : {"", " date1904=\"0\"", " date1904=\"false\""}) EXPECT_EQ(numbers(no), from_1900) << no;
  for (const char* yes : {" date1904=\"1\"", " date1904=\"true\""}) EXPECT_EQ(numbers(yes), from_1904) << yes;
}

TEST(Book, LeavesBlankCellsOut) {
  EXPECT_TRUE(read("<row r=\"1\"><c r=\"A1\"/><c r=\"B1\" s=\"1\"/><c r=\"C1\" t=\"inlineStr\"><is><t>  "
                   "</t></is></c></row><row r=\"9\"/>")
                  .cells.empty());
}

TEST(Book, CountsRowsAndCellsThatDoNotSayWhereTheyAre) {
  const Sheet sheet =
      read("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>");
  EXPECT_EQ(sheet.find({1, 1})->number, 1.0);
  EXPECT_EQ(sheet.find({1, 2})->number, 2.0);
  EXPECT_EQ(sheet.find({5, 3})->number, 3.0);
  EXPECT_EQ(sheet.find({5, 4})->number, 4.0);
}

TEST(Book, ReadsNamesWithPrefixes) {
  test::FileParts parts = test::book_parts({{"One", ""}});
  parts["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>8</x:v></x:c></x:row></x:sheetData>"
      "</x:worksheet>";
  const TemporaryFile file(test::zipped(parts), ".xlsx");
  EXPECT_EQ(read_book(file.path()).sheets.at(0).find({1, 1})->number, 8.0);
}

TEST(Book, RefusesCellsThatNoSheetHas) {
  EXPECT_THAT(refusal("<row r=\"1048577\"><c><v>1</v></c></row>"), HasSubstr("row '1048577' (no sheet has)"));
  EXPECT_THAT(refusal("<row r=\"99999999999999\"/>"), HasSubstr("row '99999999999999'"));
  EXPECT_THAT(refusal("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"), HasSubstr("cell 'XFE1'"));
  EXPECT_THAT(refusal("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>"), HasSubstr("cell 'A2' in row 1"));
}

TEST(Book, RefusesTextThatIsNotThereByItsCell) {
  EXPECT_THAT(refusal("<row r=\"4\"><c r=\"B4\" t=\"s\"><v>7</v></c></row>", "<si><t>a</t></si>"),
              AllOf(HasSubstr("sheet 'One', cell B4: names shared text '7'"), HasSubstr("there are 1")));
  EXPECT_THAT(refusal("<row r=\"4\"><c r=\"B4\"><v>seven</v></c></row>"), HasSubstr("cell B4: holds 'seven'"));
  EXPECT_THAT(refusal("<row r=\"4\"><c r=\"B4\"><v>NaN</v></c></row>"), HasSubstr("cell B4: holds 'NaN'"));
}

TEST(Book, ReadsOnlyTheSheetsThatAreWanted) {
  const TemporaryFile file(
      test::zipped(test::book_parts({{"One", "<row><c><v>1</v></c></row>"}, {"Two", "<row><c><v>2</v></c></row>"}})),
      ".xlsx");
  const Book book = read_book(file.path(), {" two "});
  EXPECT_EQ(book.names(), (std::vector<std::string>{"One", "Two"}));
  EXPECT_TRUE(book.find("one")->cells.empty());
  EXPECT_EQ(book.find("TWO")->cells.size(), 1U);
  EXPECT_THAT(to_string(book.find("Two")->where({3, 4})), EndsWith(".xlsx: sheet 'Two', cell D3"));
}

TEST(Book, IsToldByItsEnding) {
  EXPECT_TRUE(is_workbook("a/Trust.XLSX"));
  EXPECT_TRUE(is_workbook("trust.xlsm"));
  EXPECT_FALSE(is_workbook("trust.xls"));
  EXPECT_FALSE(is_workbook("trust.toml"));
}

}  // namespace
}  // namespace uor::workbook
