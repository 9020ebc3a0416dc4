#include "core/uor/base/text_file.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

#include "core/uor/base/characters.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/input_limits.hpp"

namespace uor {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t head_bytes = 4096;

/// First bytes of files that are often given by mistake, and what to do then.
struct Signature {
  std::string_view bytes, hint;
};
constexpr std::array<Signature, 5> signatures = {{
    {"\x89HDF", "it is an HDF5 file: `uor inspect` shows a result"},
    {"PK\x03\x04", "it is a workbook or another zip file: save a workbook as .xlsx, or its sheet as CSV UTF-8"},
    {"\xD0\xCF\x11\xE0", "it is an old workbook: save it as .xlsx, or its sheet as CSV UTF-8"},
    {"\xFF\xFE", "it is UTF-16: save it as UTF-8"},
    {"\xFE\xFF", "it is UTF-16: save it as UTF-8"},
}};

std::string article(std::string_view what) {
  const bool vowel = !what.empty() && std::string_view("aeiou").find(what.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(what);
}

void refuse_binary(std::string_view head, const std::string& path, std::string_view what) {
  for (const Signature& signature : signatures) {
    if (head.substr(0, signature.bytes.size()) == signature.bytes) {
      throw Error(Where{path}, "not " + article(what) + " (binary), " + std::string(signature.hint));
    }
  }
  const std::size_t zero = head.find('\0');
  if (zero != std::string_view::npos) {
    throw Error(Where{path}, "not " + article(what) + " (binary: byte " + std::to_string(zero) +
                                 " is zero), a text file in UTF-8 is needed");
  }
}

/// What is left of a file, as far as its limit allows.
void append_rest(std::ifstream& stream, std::string& bytes, const std::string& path, std::string_view what) {
  std::string piece(1 << 16, '\0');
  while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())), stream.gcount() > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > limits::csv_bytes) {
      throw Error(Where{path}, "has more than " + std::to_string(limits::csv_bytes >> 20) + " MB (too much for " +
                                   article(what) + "), delete what is not needed");
    }
  }
}

std::string nearest_in_folder(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  std::error_code failure;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    names.push_back(entry.path().filename().string());
  }
  if (failure == std::errc::no_such_file_or_directory) return " (its folder does not exist either)";
  if (failure) return "";
  const std::string near = nearest_name(path.filename().string(), names);
  return near.empty() ? "" : ". Did you mean '" + (path.parent_path() / near).string() + "'?";
}

}  // namespace

void check_utf8(std::string_view bytes, const std::function<Where(int line, int column)>& place_of) {
  int line = 1, column = 1;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t count = character_bytes(bytes.substr(i));
    if (count == 0) {
      throw Error(place_of(line, column),
                  "byte " + std::to_string(static_cast<unsigned char>(bytes[i])) +
                      " is not UTF-8 (a pound sign or a dash of another encoding?), save the file as UTF-8");
    }
    const bool line_end = bytes[i] == '\n';
    line += line_end ? 1 : 0;
    column = line_end ? 1 : column + 1;
    i += count;
  }
}

std::string_view without_byte_order_mark(std::string_view text) {
  return text.substr(0, byte_order_mark.size()) == byte_order_mark ? text.substr(byte_order_mark.size()) : text;
}

void check_text(std::string_view bytes, const std::string& path, std::string_view what) {
  refuse_binary(bytes, path, what);
  if (without_byte_order_mark(bytes).find_first_not_of(" \t\r\n") == std::string_view::npos) {
    const bool has_template = what == "trust file" || what == "scenario file" || what == "input file";
    throw Error(Where{path}, "the " + std::string(what) + " is empty, " +
                                 (has_template ? "`uor init` writes a template" : "copy it again, or name another"));
  }
  check_utf8(bytes, [&](int line, int column) { return Where{path, line, column}; });
}

std::string read_text_file(const std::string& path, std::string_view what) {
  std::error_code failure;
  const auto status = std::filesystem::status(path, failure);
  if (status.type() == std::filesystem::file_type::none)  // it may be there: who knows
    throw Error("cannot reach " + std::string(what) + " '" + path + "' (" + file_words(failure.value()) +
                "), check its name and the permissions of its folders");
  if (!std::filesystem::exists(status)) {
    throw Error("no such " + std::string(what) + " '" + path + "'" + nearest_in_folder(path));
  }
  if (std::filesystem::is_directory(status)) {
    throw Error(Where{path}, "a folder, not " + article(what) + ", name a file in it");
  }
  if (!std::filesystem::is_regular_file(status)) {  // it may keep its reader waiting for ever
    throw Error(Where{path}, "no regular file (a pipe or a device), name a file that holds the " + std::string(what));
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw Error(Where{path}, "cannot be opened, check its permissions");
  std::string bytes(head_bytes, '\0');  // large binary files are refused by their head
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  refuse_binary(bytes, path, what);
  append_rest(stream, bytes, path, what);
  if (stream.bad()) throw Error(Where{path}, "cannot be read to its end, check the disk");
  check_text(bytes, path, what);
  return bytes;
}

}  // namespace uor
