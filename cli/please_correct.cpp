#include "cli/please_correct.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <span>
#include <string_view>
#include <system_error>

#include "core/uor/base/characters.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/partial_file.hpp"
#include "core/uor/base/plain_file.hpp"
#include "core/uor/base/sha256.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view workbook_mark = "SHA-256 of the workbook: ", text_mark = "SHA-256 of this text: ";
constexpr std::size_t digits = 64, most_bytes = 1 << 20;
constexpr int most_texts = 20;

std::string digest_of_text(std::string_view text) { return sha256_hex(std::as_bytes(std::span(text))); }

fs::path place(const fs::path& workbook, int number) {
  const std::string ending = number == 1 ? " - please correct.txt" : fmt::format(" - please correct ({}).txt", number);
  return workbook.parent_path() / short_name(workbook.filename().string(), ending);
}

std::string text_of(const fs::path& file) { return read_plain_file(file.string(), most_bytes).value_or(""); }

/// As it was written: its last line is the digest of all before.
bool is_ours(const std::string& text) {
  const std::size_t mark = text.rfind(text_mark);
  return mark != std::string::npos && text.find(workbook_mark) < mark &&
         text.substr(mark + text_mark.size(), digits) == digest_of_text(text.substr(0, mark));
}

std::string written(const fs::path& workbook, const std::string& message, const std::string& digest) {
  std::string text = fmt::format(
      "{} could not be used. Please correct what is named below and save it in this folder again; it is then taken up "
      "by itself.\n\n{}\n\n{:%d/%m/%Y %H:%M}\n{}{}\n",
      valid_utf8(workbook.filename().string()), valid_utf8(message), fmt::localtime(std::time(nullptr)), workbook_mark,
      digest);
  if (text.size() > most_bytes / 2) text.resize(most_bytes / 2);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, 1, '\r');
  return text + std::string(text_mark) + digest_of_text(text) + "\r\n";
}

}  // namespace

fs::path write_refusal(const fs::path& workbook, const std::string& message, const std::string& digest) {
  for (int number = 1; number <= most_texts; ++number) {
    const fs::path file = place(workbook, number);
    std::error_code none;
    const bool free = fs::symlink_status(file, none).type() == fs::file_type::not_found;
    if (!free && !is_ours(text_of(file))) continue;
    write_file(PartialFile(file.string(), Links::refused), written(workbook, message, digest));
    return file;
  }
  throw Error(
      fmt::format("cannot write '{}' (other things have that name), move them away", place(workbook, 1).string()),
      Fault::run);
}

bool is_refused(const fs::path& workbook, const std::string& digest) {
  for (int number = 1; number <= most_texts; ++number) {
    const std::string text = text_of(place(workbook, number));
    const std::size_t mark = text.find(workbook_mark);
    if (mark != std::string::npos && text.substr(mark + workbook_mark.size(), digits) == digest) return true;
  }
  return false;
}

void remove_refusals(const fs::path& workbook) {
  std::error_code ignored;
  for (int number = 1; number <= most_texts; ++number)
    if (is_ours(text_of(place(workbook, number)))) fs::remove(place(workbook, number), ignored);
}

}  // namespace uor::cli
