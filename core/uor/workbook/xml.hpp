// XML parts of a workbook, without document types, seen by local names so that prefixes do not matter.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace uor::workbook {

/// Error, naming `path` and `part`, when `text` is no XML, or declares a document type (which entities need and no
/// workbook has).
pugi::xml_document parse_xml(const std::string& text, const std::string& path, const std::string& part);

/// "sheet" of <x:sheet>.
std::string_view local_name(const pugi::xml_node& node);

/// The first child element of that local name; a null node when there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

/// An attribute by its local name; empty when there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);

/// The text of <si>, <is> and the like: its <t> and those of its runs, without phonetic hints.
std::string text_of(const pugi::xml_node& node);

}  // namespace uor::workbook
