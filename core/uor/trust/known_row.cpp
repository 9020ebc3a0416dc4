#include "core/uor/trust/known_row.hpp"

#include <charconv>

namespace uor::trust {

namespace {

/// The shortest digits that read back as the same number.
std::string digits_of(double value) {
  char text[64];
  const auto [end, failure] = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed);
  return failure == std::errc() ? std::string(text, end) : "";
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

class Row {
 public:
  void add(const std::string& column, const std::string& cell) {
    const char* before = header_.empty() ? "" : ",";
    header_ += before + column;
    row_ += before + quoted(cell);
  }
  std::string text() const { return header_ + "\n" + row_ + "\n"; }

 private:
  std::string header_, row_;
};

}  // namespace

std::string known_row(const Trust& trust) {
  Row row;
  row.add("code", trust.code);
  row.add("name", trust.name);
  row.add("type", trust.type);
  row.add("region", trust.region);
  row.add("stp", trust.stp);
  row.add("in_scope", trust.in_scope ? "yes" : "no");
  row.add("figures_year", trust.figures_year);
  for (const auto& [id, reported] : trust.reported) {
    row.add(id, digits_of(reported.value));
    if (reported.rounding > 0) row.add(id + "_rounding", digits_of(reported.rounding));
    if (!reported.month.empty()) row.add(id + "_month", reported.month);
    if (!reported.source.empty()) row.add(id + "_source", reported.source);
    if (reported.carried) row.add(id + "_basis", "carried over");
  }
  return row.text();
}

}  // namespace uor::trust
