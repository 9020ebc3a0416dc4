// XML parts of a workbook, without document types, seen by local names so that prefixes do not matter.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace uor::workbook {

/// Error, naming `path` and `part` (what messages call it: "its part 'xl/styles.xml'"), when `text` is no XML, declares
/// a document type (which entities need and no workbook has), has more than limits::xml_marks tags and attributes or is
/// deeper than limits::xml_depth.
pugi::xml_document parse_xml(const std::string& text, const std::string& path, const std::string& part);

/// "sheet" of <x:sheet>.
std::string_view local_name(const pugi::xml_node& node);

/// The first child element of that local name; a null node when there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

/// An attribute by its local name; empty when there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);

/// All text directly inside an element, whatever comments or CDATA sections stand between its pieces.
std::string text_inside(const pugi::xml_node& node);

/// The text of <si>, <is> and the like: its <t> and those of its runs, without phonetic hints, unescaped.
std::string text_of(const pugi::xml_node& node);

/// `text` with _xHHHH_ as the character of that number, as spreadsheets write those that XML cannot hold.
std::string unescaped(std::string_view text);

}  // namespace uor::workbook
