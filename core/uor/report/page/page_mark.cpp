#include "core/uor/report/page/page_mark.hpp"

#include <fstream>
#include <iterator>
#include <regex>
#include <span>
#include <string_view>

#include "core/uor/base/sha256.hpp"

namespace uor::report::page {

namespace {

constexpr std::string_view digest_label = " SHA-256 ";
constexpr std::size_t digits = 64, head_bytes = 4096;

std::string nought() { return std::string(digits, '0'); }

std::string digest_of(std::string_view html) { return sha256_hex(std::as_bytes(std::span(html))); }

/// Where the digest stands; npos without one.
std::size_t place_of_digest(const std::string& html) {
  const std::size_t at = html.substr(0, head_bytes).find(digest_label);
  return at == std::string::npos ? at : at + digest_label.size();
}

bool is_of_earlier_release(const std::string& html) {
  static const std::regex generator("<meta name=\"generator\" content=\"uor [0-9.]+\">");
  return std::regex_search(html.begin(), html.begin() + static_cast<long>(std::min(html.size(), head_bytes)),
                           generator);
}

}  // namespace

std::string unmarked_generator(const std::string& version) {
  return "uor " + version + std::string(digest_label) + nought();
}

std::string marked(std::string html) {
  const std::size_t at = place_of_digest(html);
  if (at == std::string::npos || at + digits > html.size()) return html;
  return html.replace(at, digits, digest_of(html));
}

bool is_page_as_written(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string html{std::istreambuf_iterator<char>(stream), {}};
  if (html.find("<meta name=\"generator\" content=\"uor ") > head_bytes) return false;
  const std::size_t at = place_of_digest(html);
  if (at == std::string::npos) return is_of_earlier_release(html);
  if (at + digits > html.size()) return false;
  const std::string digest = html.substr(at, digits);
  return digest_of(html.replace(at, digits, nought())) == digest;
}

}  // namespace uor::report::page
