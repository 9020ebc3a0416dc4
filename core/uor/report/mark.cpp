#include "core/uor/report/mark.hpp"

#include <fstream>
#include <iterator>
#include <span>

#include "core/uor/base/sha256.hpp"

namespace uor::report {

namespace {

constexpr std::string_view digest_label = " SHA-256 ";
constexpr std::size_t digits = 64, head_bytes = 4096;

std::string nought() { return std::string(digits, '0'); }

std::string digest_of(std::string_view text) { return sha256_hex(std::as_bytes(std::span(text))); }

/// Where the digest stands; npos without one.
std::size_t place_of_digest(const std::string& text) {
  const std::size_t at = text.substr(0, head_bytes).find(digest_label);
  return at == std::string::npos ? at : at + digest_label.size();
}

}  // namespace

std::string unmarked_generator(const std::string& version) {
  return "uor " + version + std::string(digest_label) + nought();
}

std::string marked(std::string text) {
  const std::size_t at = place_of_digest(text);
  if (at == std::string::npos || at + digits > text.size()) return text;
  return text.replace(at, digits, digest_of(text));
}

Marked mark_of(std::string text) {
  const std::size_t at = place_of_digest(text);
  if (at == std::string::npos) return Marked::without;
  if (at + digits > text.size()) return Marked::changed;
  const std::string digest = text.substr(at, digits);
  return digest_of(text.replace(at, digits, nought())) == digest ? Marked::as_written : Marked::changed;
}

bool is_headed(const std::string& text, std::string_view opening) { return text.find(opening) <= head_bytes; }

std::string bytes_of_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace uor::report
