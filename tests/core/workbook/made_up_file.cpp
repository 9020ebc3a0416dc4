#include "tests/core/workbook/made_up_file.hpp"

#include <zip.h>

#include <fstream>
#include <iterator>

namespace uor::test {

std::string zipped(const FileParts& parts) {
  const TemporaryFile file("", ".zip");
  int problem = 0;
  zip_t* archive = zip_open(file.path().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &problem);
  EXPECT_NE(archive, nullptr) << problem;
  for (const auto& [name, text] : parts)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
  EXPECT_EQ(zip_close(archive), 0);
  std::ifstream stream(file.path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

FileParts book_parts(const std::map<std::string, std::string>& sheets, const std::string& strings,
                     const std::string& styles) {
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  FileParts parts;
  std::string list, targets;
  int number = 0;
  for (const auto& [name, rows] : sheets) {
    const std::string n = std::to_string(++number);
    list += "<sheet name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
    targets += "<Relationship Id=\"rId" + n + "\" Type=\"" + relation + "worksheet\" Target=\"worksheets/sheet" + n +
               ".xml\"/>";
    parts["xl/worksheets/sheet" + n + ".xml"] = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  }
  parts["_rels/.rels"] = "<Relationships><Relationship Id=\"rId1\" Type=\"" + relation +
                         "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
  parts["xl/workbook.xml"] = "<workbook xmlns:r=\"r\"><sheets>" + list + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + targets + "</Relationships>";
  if (!strings.empty()) parts["xl/sharedStrings.xml"] = "<sst>" + strings + "</sst>";
  if (!styles.empty()) parts["xl/styles.xml"] = "<styleSheet>" + styles + "</styleSheet>";
  return parts;
}

}  // namespace uor::test
