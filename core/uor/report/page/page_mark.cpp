#include "core/uor/report/page/page_mark.hpp"

#include <regex>

namespace uor::report::page {

namespace {

constexpr std::size_t head_bytes_of_earlier_releases = 4096;

bool is_of_earlier_release(const std::string& html) {
  static const std::regex generator("<meta name=\"generator\" content=\"uor [0-9.]+\">");
  return std::regex_search(html.substr(0, head_bytes_of_earlier_releases), generator);
}

}  // namespace

bool is_page_as_written(const std::string& path) {
  const std::string html = bytes_of_file(path);
  if (!is_headed(html, "<meta name=\"generator\" content=\"uor ")) return false;
  const Marked mark = mark_of(html);
  return mark == Marked::without ? is_of_earlier_release(html) : mark == Marked::as_written;
}

}  // namespace uor::report::page
