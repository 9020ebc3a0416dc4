#include "core/uor/workbook/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "core/uor/base/error.hpp"
#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/written.hpp"

namespace uor::workbook {

namespace {

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Before anything is built from it: no tag or attribute takes more than some 64 bytes.
void check_marks(std::string_view text, const std::string& path, const std::string& part) {
  const auto marks =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == '<' || c == '='; }));
  if (marks <= limits::xml_marks) return;
  throw Error({path}, fmt::format("{} has {} tags and attributes (formatted rows or columns in which nothing stands?), "
                                  "delete the rows below and the columns beside what is filled in, and save again",
                                  part, marks));
}

/// A character reference such as &#0; stands for what no text holds: it would end the text early.
void check_references(std::string_view text, const std::string& path, const std::string& part) {
  for (std::size_t at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 2)) {
    const bool hexadecimal = text.substr(at + 2, 1) == "x";
    const std::string_view digits = text.substr(at + (hexadecimal ? 3 : 2), 10);
    std::uint32_t code = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    const bool blank = code == '\t' || code == '\n' || code == '\r';
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (problem == std::errc{} && *end == ';' && (code >= 0x20 || blank) && code <= 0x10FFFF && !surrogate) continue;
    throw Error({path}, fmt::format("{} is not valid XML ('{}' stands for no character), save the workbook again", part,
                                    visible(text.substr(at, 10))));
  }
}

/// Step by step, since what is deep would exhaust the stack of whoever walks it by recursion.
void check_depth(const pugi::xml_document& document, const std::string& path, const std::string& part) {
  int depth = 0;
  for (pugi::xml_node node = document; node;) {
    if (pugi::xml_node below = node.first_child()) {
      node = below;
      if (++depth <= limits::xml_depth) continue;
      throw Error({path},
                  fmt::format("{} has more than {} elements in each other (a sheet has seven), save the workbook "
                              "again in Excel or LibreOffice",
                              part, limits::xml_depth));
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    node = node ? node.next_sibling() : node;
  }
}

/// HHHH of _xHHHH_ at `at`; nothing when something else stands there.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  constexpr std::size_t length = 7;
  const std::string_view form = text.substr(at, length);
  if (form.size() < length || !form.starts_with("_x") || form.back() != '_') return {};
  std::uint32_t code = 0;
  const char* last = form.data() + length - 1;
  const auto [end, problem] = std::from_chars(form.data() + 2, last, code, 16);
  if (problem != std::errc{} || end != last) return {};
  return code;
}

}  // namespace

pugi::xml_document parse_xml(const std::string& text, const std::string& path, const std::string& part) {
  if (text.find('\0') != std::string::npos)
    throw Error(
        {path},
        fmt::format("{} holds bytes of zero (not UTF-8), save the workbook again in Excel or LibreOffice", part));
  check_marks(text, path, part);
  check_references(text, path, part);
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata);
  if (!result) {
    throw Error({path}, fmt::format("{} is not valid XML ({} at byte {}), save the workbook again", part,
                                    result.description(), result.offset));
  }
  for (const pugi::xml_node& node : document) {
    if (node.type() == pugi::node_doctype)
      throw Error({path}, fmt::format("{} declares a document type (no workbook does, it can hide harm), save the "
                                      "workbook again in Excel or LibreOffice",
                                      part));
  }
  check_depth(document, path, part);
  return document;
}

std::string_view local_name(const pugi::xml_node& node) { return local(node.name()); }

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node)
    if (local_name(one) == name) return one;
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes())
    if (local(one.name()) == name) return one.value();
  return {};
}

std::string text_inside(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& one : node)
    if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) text += one.value();
  return text;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    auto code = escape_at(text, at);
    std::size_t length = 7;
    if (code && *code >= 0xD800 && *code <= 0xDBFF) {  // the first half of a character beyond four digits
      const auto second = escape_at(text, at + length);
      const bool pair = second && *second >= 0xDC00 && *second <= 0xDFFF;
      code = pair ? std::optional<char32_t>(0x10000 + ((*code - 0xD800) << 10) + (*second - 0xDC00)) : std::nullopt;
      length *= 2;
    } else if (code && *code >= 0xDC00 && *code <= 0xDFFF) {
      code.reset();
    }
    if (code) {
      append_character(plain, *code);
      at += length;
    } else {
      plain += text[at++];
    }
  }
  return plain;
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& one : node) {
    if (local_name(one) == "t") text += unescaped(text_inside(one));
    if (local_name(one) == "r") text += text_of(one);
  }
  return text;
}

}  // namespace uor::workbook
