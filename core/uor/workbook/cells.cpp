// The cells of one sheet from its part.
#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/parts.hpp"
#include "core/uor/workbook/xml.hpp"

namespace uor::workbook {

namespace {

constexpr int days_to_1904 = 1462;  // day 0 of the one date system as a day of the other (ECMA-376, 18.17.4.1)

class CellReader {
 public:
  CellReader(const Parts& parts, Sheet& sheet) : parts_(parts), sheet_(sheet) {}

  void row(const pugi::xml_node& node) {
    const std::string_view stated = attribute(node, "r");
    row_ = stated.empty() ? row_ + 1 : stated_row(stated);
    check_row(stated);
    column_ = 0;
    for (const pugi::xml_node& one : node)
      if (local_name(one) == "c") cell(one);
  }

 private:
  static int stated_row(std::string_view text) {
    int row = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), row);
    return problem == std::errc{} && end == text.data() + text.size() ? row : 0;
  }

  void check_row(std::string_view stated) const {
    if (row_ >= 1 && row_ <= most_rows) return;
    throw Error({sheet_.file},
                fmt::format("sheet '{}' has a row '{}' (no sheet has), save the workbook again", sheet_.name, stated));
  }

  void cell(const pugi::xml_node& node) {
    Position position{row_, column_ + 1};
    if (const std::string_view stated = attribute(node, "r"); !stated.empty()) {
      const auto named = position_named(stated);
      if (!named || named->row != row_)
        throw Error({sheet_.file}, fmt::format("sheet '{}' has a cell '{}' in row {} (no sheet has), save the workbook "
                                               "again",
                                               sheet_.name, stated, row_));
      position = *named;
    }
    column_ = position.column;
    Cell cell;
    if (!fill(node, position, cell)) return;
    text_bytes_ += cell.text.size();
    if (sheet_.cells.size() == most_cells || text_bytes_ > limits::sheet_text_bytes)
      throw Error({sheet_.file}, fmt::format("sheet '{}' has more than {}, delete what uor does not need", sheet_.name,
                                             sheet_.cells.size() == most_cells
                                                 ? fmt::format("{} cells", most_cells)
                                                 : fmt::format("{} MB of text", limits::sheet_text_bytes >> 20)));
    if (!sheet_.cells.emplace(position, std::move(cell)).second)
      throw Error(sheet_.where(position),
                  "stands in the file twice (which one counts is not known), save the workbook "
                  "again");
  }

  /// False for a blank cell.
  bool fill(const pugi::xml_node& node, const Position& position, Cell& cell) const {
    const std::string_view type = attribute(node, "t");
    const pugi::xml_node value = child(node, "v");
    for (pugi::xml_node next = value.next_sibling(); next; next = next.next_sibling()) {
      if (local_name(next) == "v")
        throw Error(sheet_.where(position),
                    "holds two values (which one counts is not known), save the workbook again");
    }
    const std::string written = text_inside(value);
    cell.formula = type == "str" || static_cast<bool>(child(node, "f"));
    if (type == "inlineStr") {
      const pugi::xml_node inside = child(node, "is");
      return fill_text(inside ? text_of(inside) : unescaped(written), cell);
    }
    if (type == "str" && value) return fill_text(unescaped(written), cell);
    const std::string_view plain = trimmed(written);
    if (plain.empty()) {
      cell.kind = Cell::Kind::uncalculated;
      return cell.formula;
    }
    if (type == "s") return fill_text(shared(plain, position), cell);
    if (type == "e") {
      cell.kind = Cell::Kind::error;
      cell.text = plain;
      return true;
    }
    if (type == "d") {
      cell = {Cell::Kind::number, 0, Shown::date, std::string(plain), cell.formula};
      return true;
    }
    cell.kind = type == "b" ? Cell::Kind::flag : Cell::Kind::number;
    cell.number = type == "b" ? flag(plain, position) : number(plain, position);
    if (type == "b") return true;
    cell.shown = shown(attribute(node, "s"));
    if (cell.shown == Shown::date && parts_.from_1904) cell.number += days_to_1904;
    return true;
  }

  static bool fill_text(std::string_view text, Cell& cell) {
    cell.kind = Cell::Kind::text;
    cell.text = trimmed(text);
    return !cell.text.empty();
  }

  double flag(std::string_view written, const Position& position) const {
    if (const auto answer = yes_or_no(written)) return *answer ? 1 : 0;
    return number(written, position);
  }

  const std::string& shared(std::string_view index, const Position& position) const {
    std::size_t at = 0;
    const auto [end, problem] = std::from_chars(index.data(), index.data() + index.size(), at);
    if (problem != std::errc{} || end != index.data() + index.size() || at >= parts_.strings.size())
      throw Error(sheet_.where(position), fmt::format("names shared text '{}' (there are {}), save the workbook again",
                                                      index, parts_.strings.size()));
    return parts_.strings[at];
  }

  double number(std::string_view written, const Position& position) const {
    double value = 0;
    const auto [end, problem] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (problem != std::errc{} || end != written.data() + written.size() || !std::isfinite(value))
      throw Error(sheet_.where(position),
                  fmt::format("holds '{}' (marked as a number, not one), type it again", written));
    return value;
  }

  Shown shown(std::string_view style) const {
    const auto at = static_cast<std::size_t>(stated_row(style));
    return at < parts_.styles.size() ? parts_.styles[at] : Shown::plain;
  }

  const Parts& parts_;
  Sheet& sheet_;
  int row_ = 0, column_ = 0;
  std::size_t text_bytes_ = 0;  // of the cells so far
};

/// "B3:C7"; Error for what names no range.
Merged merged_range(const pugi::xml_node& node, const Sheet& sheet) {
  const std::string_view range = attribute(node, "ref");
  const std::size_t colon = range.find(':');
  const auto first = position_named(range.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : position_named(range.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column)
    throw Error({sheet.file}, fmt::format("sheet '{}' merges the cells '{}' (no range), save the workbook again",
                                          sheet.name, visible(range)));
  return {*first, *last};
}

void read_merged(const pugi::xml_node& root, Sheet& sheet) {
  for (const pugi::xml_node& one : child(root, "mergeCells")) {
    if (local_name(one) != "mergeCell") continue;
    if (sheet.merged.size() == limits::merged_ranges)
      throw Error({sheet.file}, fmt::format("sheet '{}' merges cells in more than {} places, unmerge them", sheet.name,
                                            limits::merged_ranges));
    sheet.merged.push_back(merged_range(one, sheet));
  }
}

}  // namespace

void read_cells(Archive& archive, const SheetPart& part, const Parts& parts, Sheet& sheet) {
  const std::string called = fmt::format("sheet '{}'", part.name);
  const auto text = archive.part(part.part, called);
  if (!text)
    throw Error({archive.path()},
                fmt::format("has no part '{}' of sheet '{}' (incomplete), copy it again", part.part, part.name));
  const pugi::xml_document document = parse_xml(*text, archive.path(), called);
  CellReader reader(parts, sheet);
  const pugi::xml_node root = document.document_element();
  for (const pugi::xml_node& one : child(root, "sheetData"))
    if (local_name(one) == "row") reader.row(one);
  read_merged(root, sheet);
}

}  // namespace uor::workbook
