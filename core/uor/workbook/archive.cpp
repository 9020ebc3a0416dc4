#include "core/uor/workbook/archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>

#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/sha256.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/words.hpp"

namespace uor::workbook {

namespace {

constexpr std::string_view as_xlsx = "in Excel or LibreOffice save it as Excel workbook (.xlsx)";

/// Why a file that is no zip archive is none, as far as its first bytes tell.
std::string kind_of_other(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return fmt::format("is an old workbook (.xls) or one with a password, {} without a password", as_xlsx);
  if (bytes.starts_with("\x89HDF")) return "is an HDF5 file, `uor inspect` shows a result";
  if (bytes.find('\0') == std::string_view::npos && !bytes.starts_with("PK"))
    return fmt::format("is text, not a workbook, name it .toml or .csv, or {}", as_xlsx);
  return fmt::format("is not a workbook (no zip archive, or damaged), copy it again, or {}", as_xlsx);
}

std::string read_bytes(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code problem;
  const bool is_there = fs::exists(path, problem);
  if (problem)
    throw Error(fmt::format("cannot reach workbook '{}' ({}), check its name and the permissions of its folders", path,
                            file_words(problem.value())));
  if (!is_there) throw Error("no such workbook '" + path + "', check its name and folder");
  if (fs::is_directory(path, problem)) throw Error({path}, "a folder, not a workbook, name a file in it");
  if (!fs::is_regular_file(path, problem))
    throw Error({path}, "no regular file (a pipe or a device), name a file that holds the workbook");
  const std::uintmax_t size = fs::file_size(path, problem);
  if (problem) throw Error({path}, "cannot be read (" + problem.message() + "), check its permissions");
  if (size == 0) throw Error({path}, "is empty (0 bytes), copy it again; `uor init FILE.xlsx` writes a new one");
  if (size > most_file_bytes)
    throw Error({path}, fmt::format("has {} MB (a workbook of uor has less than 1), delete what it does not need, such "
                                    "as pictures; at most {} MB are read",
                                    size >> 20, most_file_bytes >> 20));
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!stream || static_cast<std::uintmax_t>(stream.gcount()) != size)
    throw Error({path}, "cannot be read to its end, check its permissions and whether it is still being copied");
  return bytes;
}

zip* open_archive(const std::string& bytes, const std::string& path) {
  zip_error_t problem;
  zip_error_init(&problem);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem);
  zip* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &problem);
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&problem);
  if (archive == nullptr) throw Error({path}, kind_of_other(bytes));
  return archive;
}

/// Names are told apart without regard to capitals; some programs write them with backslashes.
std::string plain_name(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return folded(name.starts_with('/') ? name.substr(1) : name);
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

Archive::Archive(const std::string& path) : path_(path), bytes_(read_bytes(path)) {
  sha256_ = sha256_hex(std::as_bytes(std::span(bytes_.data(), bytes_.size())));
  archive_.reset(open_archive(bytes_, path_));
  const zip_int64_t parts = zip_get_num_entries(archive_.get(), 0);
  if (parts < 0 || static_cast<std::size_t>(parts) > most_parts)
    throw Error({path_}, fmt::format("has {} parts (no workbook has more than {}), {}", parts, most_parts, as_xlsx));
  for (zip_int64_t i = 0; i < parts; ++i) {
    const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
    if (name == nullptr) continue;
    if (!places_.emplace(plain_name(name), static_cast<std::uint64_t>(i)).second)
      throw Error({path_}, fmt::format("holds the part '{}' twice (which one counts is not known), {} again",
                                       visible(name), as_xlsx));
  }
  if (places_.contains("xl/workbook.xml")) return;
  if (places_.contains("content.xml")) throw Error({path_}, fmt::format("is an OpenDocument file, {}", as_xlsx));
}

std::vector<std::string> Archive::names() const {
  std::vector<std::string> names;
  for (const auto& [name, place] : places_) names.push_back(name);
  return names;
}

std::optional<std::string> Archive::part(const std::string& name, const std::string& called) {
  const auto place = places_.find(plain_name(name));
  if (place == places_.end()) return {};
  const zip_uint64_t entry = place->second;
  const std::string what = called.empty() ? fmt::format("its part '{}'", name) : called;
  zip_stat_t stated;
  zip_stat_init(&stated);
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), entry, 0));
  if (file == nullptr || zip_stat_index(archive_.get(), entry, 0, &stated) != 0)
    throw Error({path_}, fmt::format("{} cannot be opened (damaged, or with a password), {} again", what, as_xlsx));
  // The stated size can lie: what is read counts.
  std::string bytes;
  std::string piece(1 << 16, '\0');
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) throw Error({path_}, fmt::format("{} is damaged, copy the file again", what));
    if (got == 0) break;
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    unpacked_ += static_cast<std::size_t>(got);
    if (bytes.size() > most_part_bytes || unpacked_ > most_total_bytes)
      throw Error(
          {path_},
          fmt::format("{} unpacks to more than {} MB (formatted rows in which nothing stands, or harm?), delete "
                      "the rows below what is filled in and save again, or copy what is filled in into a fresh "
                      "`uor init FILE.xlsx`",
                      what, (bytes.size() > most_part_bytes ? most_part_bytes : most_total_bytes) >> 20));
  }
  return bytes;
}

}  // namespace uor::workbook
