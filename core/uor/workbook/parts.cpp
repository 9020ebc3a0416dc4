#include "core/uor/workbook/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/words.hpp"
#include "core/uor/workbook/xml.hpp"

namespace uor::workbook {

namespace {

constexpr std::string_view again = "save it again in Excel or LibreOffice as .xlsx";
constexpr std::size_t most_strings = 1 << 20;
constexpr std::size_t most_character_bytes = 4;

std::string called(const std::string& part) { return fmt::format("its part '{}'", part); }

pugi::xml_document required_part(Archive& archive, const std::string& name) {
  const auto text = archive.part(name);
  if (!text) {
    throw Error({archive.path()}, fmt::format("has no part '{}' (not a workbook, or incomplete), {}", name, again));
  }
  return parse_xml(*text, archive.path(), called(name));
}

/// Targets of a relationships part by id, as paths from the root of the archive.
std::map<std::string, std::string> targets(Archive& archive, const std::string& of, std::string_view type = "") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(of).parent_path();
  const std::string rels = (folder / "_rels" / (fs::path(of).filename().string() + ".rels")).generic_string();
  std::map<std::string, std::string> found;
  const auto text = archive.part(rels);
  if (!text) return found;
  const pugi::xml_document document = parse_xml(*text, archive.path(), called(rels));
  for (const pugi::xml_node& one : document.document_element()) {
    if (!attribute(one, "Type").ends_with(type)) continue;
    std::string target(attribute(one, "Target"));
    std::replace(target.begin(), target.end(), '\\', '/');
    const fs::path path = target.starts_with('/') ? fs::path(target.substr(1)) : folder / target;
    found[std::string(attribute(one, "Id"))] = path.lexically_normal().generic_string();
  }
  return found;
}

std::string main_part(Archive& archive) {
  const auto found = targets(archive, "", "/officeDocument");
  return found.empty() ? "xl/workbook.xml" : found.begin()->second;
}

std::vector<std::string> read_strings(Archive& archive, const std::string& name) {
  std::vector<std::string> strings;
  const auto text = archive.part(name);
  if (!text) return strings;
  const pugi::xml_document document = parse_xml(*text, archive.path(), called(name));
  for (const pugi::xml_node& one : document.document_element()) {
    if (local_name(one) != "si") continue;
    if (strings.size() == most_strings)
      throw Error({archive.path()},
                  fmt::format("holds more than {} texts, delete sheets that uor does not need", most_strings));
    std::string string = text_of(one);
    if (string.size() > limits::cell_characters * most_character_bytes)
      throw Error({archive.path()}, fmt::format("holds a text of {} bytes, '{}' (no cell has more than {} characters), "
                                                "shorten it",
                                                string.size(), visible(string), limits::cell_characters));
    strings.push_back(std::move(string));
  }
  return strings;
}

int whole_number(std::string_view text, int absent) {
  int value = absent;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc{} && end == text.data() + text.size() ? value : absent;
}

std::vector<Shown> read_styles(Archive& archive, const std::string& name) {
  std::vector<Shown> styles;
  const auto text = archive.part(name);
  if (!text) return styles;
  const pugi::xml_document document = parse_xml(*text, archive.path(), called(name));
  const pugi::xml_node root = document.document_element();
  std::map<int, Shown> formats;
  for (const pugi::xml_node& one : child(root, "numFmts"))
    formats[whole_number(attribute(one, "numFmtId"), -1)] = shown_by(attribute(one, "formatCode"));
  for (const pugi::xml_node& one : child(root, "cellXfs")) {
    const int format = whole_number(attribute(one, "numFmtId"), 0);
    const auto custom = formats.find(format);
    styles.push_back(custom == formats.end() ? shown_by(format) : custom->second);
  }
  return styles;
}

/// The part of that kind, or where it usually is.
std::string shared_part(Archive& archive, const std::string& workbook, std::string_view type, const char* usual) {
  const auto found = targets(archive, workbook, type);
  return found.empty() ? usual : found.begin()->second;
}

/// Which of two sheets counts is not known when they have one name.
void add_sheet(SheetPart sheet, const std::string& path, Parts& parts) {
  for (const SheetPart& other : parts.sheets) {
    if (folded(other.name) != folded(sheet.name)) continue;
    throw Error({path}, fmt::format("two sheets are called '{}' and '{}', rename one", visible(other.name),
                                    visible(sheet.name)));
  }
  if (parts.sheets.size() == limits::workbook_sheets)
    throw Error({path},
                fmt::format("has more than {} sheets, delete those that uor does not need", limits::workbook_sheets));
  parts.sheets.push_back(std::move(sheet));
}

}  // namespace

Parts read_parts(Archive& archive) {
  const std::string workbook = main_part(archive);
  const pugi::xml_document document = required_part(archive, workbook);
  const pugi::xml_node sheets = child(document.document_element(), "sheets");
  const auto sheet_targets = targets(archive, workbook, "/worksheet");
  Parts parts;
  const std::string_view from_1904 = attribute(child(document.document_element(), "workbookPr"), "date1904");
  parts.from_1904 = yes_or_no(from_1904).value_or(false);
  for (const pugi::xml_node& one : sheets) {
    // The relationship's id is the one attribute with a prefix; the other is sheetId.
    const auto target = sheet_targets.find(std::string(attribute(one, "id")));
    if (target == sheet_targets.end()) continue;  // a sheet that is a chart
    add_sheet({std::string(attribute(one, "name")), target->second}, archive.path(), parts);
  }
  if (parts.sheets.empty()) throw Error({archive.path()}, fmt::format("holds no sheet, {}", again));
  parts.strings = read_strings(archive, shared_part(archive, workbook, "/sharedStrings", "xl/sharedStrings.xml"));
  parts.styles = read_styles(archive, shared_part(archive, workbook, "/styles", "xl/styles.xml"));
  return parts;
}

}  // namespace uor::workbook
