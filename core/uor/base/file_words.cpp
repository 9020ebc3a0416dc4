#include "core/uor/base/file_words.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <span>

#include "core/uor/base/sha256.hpp"

namespace uor {

namespace {

struct Words {
  int problem;
  const char* why;
  const char* advice;
};

constexpr std::array<Words, 13> known = {{
    {ENOENT, "its folder does not exist", "make the folder, or name a file in one that exists"},
    {ENOTDIR, "what should be its folder is a file", "name a file in a folder"},
    {EACCES, "no permission", "ask for the right to it, or name a file in a folder of yours"},
    {EPERM, "not permitted", "name a file in a folder of yours"},
    {EROFS, "the disk can only be read", "name a file on another disk"},
    {ENOSPC, "the disk is full", "free some space or name a file on another disk"},
    {EDQUOT, "your share of the disk is used up", "free some space or name a file on another disk"},
    {EFBIG, "files may not be that large here", "keep less, or name a file on another disk"},
    {EIO, "the disk fails", "name a file on another disk"},
    {ENAMETOOLONG, "its name is too long", "name a file of at most 255 bytes"},
    {ELOOP, "links that lead to each other", "name the file itself"},
    {EISDIR, "it is a folder", "name a file in it"},
    {EMFILE, "too many files are open", "close some, or raise the limit (ulimit -n)"},
}};

const Words* find(int problem) {
  const auto* at = std::find_if(known.begin(), known.end(), [&](const Words& w) { return w.problem == problem; });
  return at == known.end() ? nullptr : at;
}

bool fits_in_a_name(char c) {
  const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return letter || c == '.' || c == '_' || c == '-' || c == ' ' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string file_words(int problem) {
  const Words* words = find(problem);
  return words != nullptr ? words->why : std::strerror(problem);
}

std::string file_advice(int problem) {
  const Words* words = find(problem);
  return file_words(problem) + ", " + (words != nullptr ? words->advice : "name another file");
}

std::string short_name(const std::string& stem, const std::string& ending) {
  constexpr std::size_t for_partial = 24, digits = 8;  // room for what a file is called while it is written
  const std::size_t most = longest_file_name - for_partial - ending.size();
  if (stem.size() <= most) return stem + ending;
  std::size_t cut = most - digits - 1;
  while (cut > 0 && (static_cast<unsigned char>(stem[cut]) & 0xC0) == 0x80) --cut;  // not inside a character
  return stem.substr(0, cut) + '~' + sha256_hex(std::as_bytes(std::span(stem))).substr(0, digits) + ending;
}

std::string file_name(const std::string& stem, const std::string& ending) {
  std::string name = stem;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !fits_in_a_name(c); }, '-');
  if (name.empty() || name.front() == '.') name.insert(0, "-");
  return short_name(name, ending);
}

}  // namespace uor
