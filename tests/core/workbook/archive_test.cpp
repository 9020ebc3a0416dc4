#include "core/uor/workbook/archive.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "core/uor/workbook/book.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/workbook/made_up_file.hpp"

namespace uor::workbook {
namespace {

using test::FileParts;
using test::TemporaryFile;
using testing::AllOf;
using testing::HasSubstr;

std::string refusal(const std::string& bytes) {
  const TemporaryFile file(bytes, ".xlsx");
  return test::message_of([&] { read_book(file.path()); });
}

TEST(Archive, RefusesWhatIsNoZipArchiveByItsKind) {
  EXPECT_THAT(refusal("code,name\nRF4,Barking\n"), HasSubstr("is text, not a workbook"));
  EXPECT_THAT(refusal("\xD0\xCF\x11\xE0\xA1\xB1"), HasSubstr("old workbook (.xls) or one with a password"));
  EXPECT_THAT(refusal("\x89HDF\r\n"), HasSubstr("HDF5"));
  EXPECT_THAT(refusal(std::string("\0\1\2\3", 4)), HasSubstr("no zip archive"));
  EXPECT_THAT(refusal(""), HasSubstr("is empty"));
}

TEST(Archive, RefusesAFileThatIsCutOff) {
  const std::string whole = test::one_sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  for (const std::size_t part : {whole.size() / 3, whole.size() / 2, whole.size() - 8})
    EXPECT_THAT(refusal(whole.substr(0, part)), HasSubstr("damaged"));
}

TEST(Archive, RefusesMissingFilesAndFolders) {
  EXPECT_THAT(test::message_of([] { read_book("/nowhere/gone.xlsx"); }), HasSubstr("no such workbook"));
  EXPECT_THAT(test::message_of([] { read_book("/tmp"); }), HasSubstr("a folder"));
}

TEST(Archive, NamesOpenDocumentFiles) {
  EXPECT_THAT(refusal(test::zipped({{"content.xml", "<a/>"}})), HasSubstr("is an OpenDocument file"));
}

TEST(Archive, NamesThePartThatIsMissing) {
  EXPECT_THAT(refusal(test::zipped({{"other.txt", "a"}})), HasSubstr("no part 'xl/workbook.xml'"));
  FileParts parts = test::book_parts({{"One", ""}});
  parts.erase("xl/worksheets/sheet1.xml");
  EXPECT_THAT(refusal(test::zipped(parts)), AllOf(HasSubstr("no part 'xl/worksheets/sheet1.xml'"), HasSubstr("'One'")));
}

TEST(Archive, StopsAtAPartThatUnpacksToTooMuch) {
  FileParts parts = test::book_parts({{"One", ""}});
  parts["xl/worksheets/sheet1.xml"] = std::string(most_part_bytes + 1, ' ');  // deflates to some 30 KB
  const std::string bytes = test::zipped(parts);
  EXPECT_LT(bytes.size(), std::size_t{200000});
  EXPECT_THAT(refusal(bytes), AllOf(HasSubstr("unpacks to more than 32 MB"), HasSubstr("sheet 'One'")));
}

TEST(Archive, RefusesDocumentTypesAndBrokenXml) {
  FileParts parts = test::book_parts({{"One", ""}});
  parts["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>&x;</sheetData></worksheet>";
  EXPECT_THAT(refusal(test::zipped(parts)), HasSubstr("declares a document type"));
  parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData></worksheet>";
  EXPECT_THAT(refusal(test::zipped(parts)), AllOf(HasSubstr("not valid XML"), HasSubstr("sheet 'One'")));
}

TEST(Archive, FindsPartsWithBackslashesAndOtherCapitals) {
  FileParts other;
  for (const auto& [name, text] : test::book_parts({{"One", "<row><c><v>8</v></c></row>"}})) {
    std::string written = name == "xl/workbook.xml" ? "XL/Workbook.xml" : name;
    std::replace(written.begin(), written.end(), '/', '\\');
    other[written] = text;
  }
  const TemporaryFile file(test::zipped(other), ".xlsx");
  EXPECT_EQ(read_book(file.path()).sheets.at(0).find({1, 1})->number, 8.0);
}

TEST(Archive, RefusesAPartOrASheetThatIsThereTwice) {
  FileParts parts = test::book_parts({{"One", ""}});
  parts["XL/worksheets/Sheet1.xml"] = parts["xl/worksheets/sheet1.xml"];
  EXPECT_THAT(refusal(test::zipped(parts)), HasSubstr("heet1.xml' twice"));
  EXPECT_THAT(refusal(test::zipped(test::book_parts({{"One", ""}, {"one ", ""}}))), HasSubstr("two sheets are called"));
}

TEST(Archive, RefusesWhatIsDeepInEveryPart) {
  constexpr int deep = 60000;
  std::string open, close;
  for (int i = 0; i < deep; ++i) {
    open += "<r>";
    close += "</r>";
  }
  const std::string nested = open + "<t>x</t>" + close;
  const FileParts whole = test::book_parts({{"One", "<row><c><v>8</v></c></row>"}}, "<si><t>a</t></si>", "<cellXfs/>");
  for (const auto& [name, text] : whole) {
    FileParts parts = whole;
    parts[name].insert(text.rfind("</"), nested);
    EXPECT_THAT(refusal(test::zipped(parts)), HasSubstr("elements in each other")) << name;
  }
  for (const std::string& cell : {"<c t=\"inlineStr\"><is>" + nested + "</is></c>", "<c>" + nested + "</c>"})
    EXPECT_THAT(refusal(test::one_sheet("<row>" + cell + "</row>")),
                HasSubstr("sheet 'One' has more than 64 elements in each other"));
  EXPECT_THAT(refusal(test::zipped(test::book_parts({{"One", ""}}, "<si>" + nested + "</si>"))),
              HasSubstr("its part 'xl/sharedStrings.xml' has more than 64"));
}

TEST(Archive, RefusesFormattedRowsInWhichNothingStandsByTheirSheet) {
  std::string rows;
  for (int i = 1; i <= 1000000; ++i) rows += "<row s=\"5\" h=\"1\" x=\"1\"/>";
  EXPECT_THAT(refusal(test::one_sheet(rows)), HasSubstr("sheet 'One' has 4000"));
}

TEST(Archive, RefusesMoreTextThanASheetHolds) {
  EXPECT_THAT(
      refusal(test::zipped(test::book_parts({{"One", ""}}, "<si><t>" + std::string(200000, 'x') + "</t></si>"))),
      HasSubstr("holds a text of 200000 bytes"));
  std::string rows;
  for (int i = 0; i < 2000; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
  const std::string text = "<si><t>" + std::string(32000, 'x') + "</t></si>";
  EXPECT_THAT(refusal(test::zipped(test::book_parts({{"One", rows}}, text))),
              HasSubstr("sheet 'One' has more than 32 MB of text"));
}

TEST(Archive, KnowsTheDigestOfTheFile) {
  const TemporaryFile file(test::one_sheet(""), ".xlsx");
  EXPECT_EQ(read_book(file.path()).sha256.size(), 64U);
}

}  // namespace
}  // namespace uor::workbook
