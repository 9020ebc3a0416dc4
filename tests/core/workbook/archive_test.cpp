#include "core/uor/workbook/archive.hpp"

#include <gmock/gmock.h>

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
  EXPECT_THAT(refusal(bytes), AllOf(HasSubstr("unpacks to more than 32 MB"), HasSubstr("sheet1.xml")));
}

TEST(Archive, RefusesDocumentTypesAndBrokenXml) {
  FileParts parts = test::book_parts({{"One", ""}});
  parts["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>&x;</sheetData></worksheet>";
  EXPECT_THAT(refusal(test::zipped(parts)), HasSubstr("declares a document type"));
  parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData></worksheet>";
  EXPECT_THAT(refusal(test::zipped(parts)), AllOf(HasSubstr("not valid XML"), HasSubstr("sheet1.xml")));
}

TEST(Archive, KnowsTheDigestOfTheFile) {
  const TemporaryFile file(test::one_sheet(""), ".xlsx");
  EXPECT_EQ(read_book(file.path()).sha256.size(), 64U);
}

}  // namespace
}  // namespace uor::workbook
