#include "core/uor/workbook/xml.hpp"

#include <fmt/format.h>

#include "core/uor/base/error.hpp"

namespace uor::workbook {

namespace {

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

pugi::xml_document parse_xml(const std::string& text, const std::string& path, const std::string& part) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_doctype);
  if (!result) {
    throw Error({path}, fmt::format("its part '{}' is not valid XML ({} at byte {}), save the workbook again", part,
                                    result.description(), result.offset));
  }
  for (const pugi::xml_node& node : document) {
    if (node.type() == pugi::node_doctype)
      throw Error({path},
                  fmt::format("its part '{}' declares a document type (no workbook does, it can hide harm), save "
                              "the workbook again in Excel or LibreOffice",
                              part));
  }
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

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& one : node) {
    if (local_name(one) == "t") text += one.text().get();
    if (local_name(one) == "r") text += text_of(one);
  }
  return text;
}

}  // namespace uor::workbook
