#include "core/uor/workbook/report_mark.hpp"

#include "core/uor/base/error.hpp"
#include "core/uor/workbook/archive.hpp"
#include "core/uor/workbook/xml.hpp"

namespace uor::workbook {

namespace {

bool has_property(Archive& archive) {
  constexpr const char* part = "docProps/custom.xml";
  const auto text = archive.part(part);
  if (!text) return false;
  const pugi::xml_document document = parse_xml(*text, archive.path(), part);
  for (const pugi::xml_node& property : child(document, "Properties"))
    if (attribute(property, "name") == report_property &&
        std::string_view(property.first_child().text().get()) == report_property_value)
      return true;
  return false;
}

bool is_unchanged(Archive& archive) {
  constexpr const char* part = "docProps/core.xml";
  const auto text = archive.part(part);
  if (!text) return false;
  const pugi::xml_document document = parse_xml(*text, archive.path(), part);
  const pugi::xml_node properties = child(document, "coreProperties");
  const std::string_view made = child(properties, "created").text().get();
  return !made.empty() && made == child(properties, "modified").text().get();
}

}  // namespace

bool is_report_as_written(const std::string& path) {
  try {
    Archive archive(path);
    return has_property(archive) && is_unchanged(archive);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace uor::workbook
