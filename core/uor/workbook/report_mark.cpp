#include "core/uor/workbook/report_mark.hpp"

#include <zip.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string_view>

#include "core/uor/base/error.hpp"
#include "core/uor/base/sha256.hpp"
#include "core/uor/workbook/archive.hpp"
#include "core/uor/workbook/xml.hpp"

namespace uor::workbook {

namespace {

constexpr const char* property_part = "docprops/custom.xml";
constexpr std::string_view mark = "report, SHA-256 ";
constexpr std::size_t digits = 64;

std::string nought() { return std::string(digits, '0'); }

std::string digest_of(std::string_view text) { return sha256_hex(std::as_bytes(std::span(text))); }

/// The part with the property, and where in it the digest stands.
struct Marked {
  std::string text;
  std::size_t at = 0;

  std::string digest() const { return text.substr(at, digits); }
  std::string with(const std::string& digest) const { return std::string(text).replace(at, digits, digest); }
};

bool has_property(const std::string& text, const std::string& path, const std::string& value) {
  const pugi::xml_document document = parse_xml(text, path, property_part);
  for (const pugi::xml_node& property : child(document, "Properties"))
    if (attribute(property, "name") == report_property &&
        std::string_view(property.first_child().text().get()) == value)
      return true;
  return false;
}

std::optional<Marked> marked_part(Archive& archive) {
  const auto text = archive.part(property_part);
  if (!text) return {};
  const std::size_t at = text->find(mark);
  if (at == std::string::npos || at + mark.size() + digits > text->size()) return {};
  Marked found{*text, at + mark.size()};
  if (!has_property(found.text, archive.path(), std::string(mark) + found.digest())) return {};
  return found;
}

/// Of every part, its name and its digest.
std::string digest_of_parts(Archive& archive, const Marked& marked) {
  std::string list;
  for (const std::string& name : archive.names()) {
    const std::string bytes = name == property_part ? marked.with(nought()) : archive.part(name).value_or("");
    list += name + ' ' + digest_of(bytes) + '\n';
  }
  return digest_of(list);
}

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

std::string bytes_of(zip_source_t* source) {
  std::string bytes;
  if (zip_source_open(source) != 0) return bytes;
  std::string piece(1 << 16, '\0');
  zip_int64_t got = 0;
  while ((got = zip_source_read(source, piece.data(), piece.size())) > 0)
    bytes.append(piece.data(), static_cast<std::size_t>(got));
  zip_source_close(source);
  return got < 0 ? "" : bytes;
}

/// Puts `text` in place of that part, with the part's date.
bool replace_part(zip_t* archive, const char* name, const std::string& text) {
  const zip_int64_t at = zip_name_locate(archive, name, ZIP_FL_NOCASE);
  zip_stat_t was;
  zip_stat_init(&was);
  if (at < 0 || zip_stat_index(archive, static_cast<zip_uint64_t>(at), 0, &was) != 0) return false;
  zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
  if (part == nullptr) return false;
  if (zip_file_replace(archive, static_cast<zip_uint64_t>(at), part, 0) != 0) {
    zip_source_free(part);
    return false;
  }
  return zip_file_set_mtime(archive, static_cast<zip_uint64_t>(at), was.mtime, 0) == 0;
}

/// The archive with that part replaced; empty where that cannot be done.
std::string with_part(const std::string& bytes, const char* name, const std::string& text) {
  zip_error_t problem;
  zip_error_init(&problem);
  void* copy = std::malloc(bytes.size());  // libzip 1.7 frees what it read from once the archive is written
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, bytes.data(), bytes.size());
  const Source source(zip_source_buffer_create(copy, bytes.size(), 1, &problem));
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source.get(), 0, &problem);
  if (archive == nullptr) return "";
  zip_source_keep(source.get());  // closing the archive lets go of it once
  if (!replace_part(archive, name, text) || zip_close(archive) != 0) {
    zip_discard(archive);
    return "";
  }
  return bytes_of(source.get());
}

}  // namespace

std::string report_property_value() { return std::string(mark) + nought(); }

std::string with_digest(const std::string& path) {
  try {
    Archive archive(path);
    const auto marked = marked_part(archive);
    if (!marked) return "";
    return with_part(archive.bytes(), property_part, marked->with(digest_of_parts(archive, *marked)));
  } catch (const Error&) {
    return "";
  }
}

bool is_report_as_written(const std::string& path) {
  try {
    Archive archive(path);
    const auto marked = marked_part(archive);
    return marked && marked->digest() == digest_of_parts(archive, *marked);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace uor::workbook
