#include "cli/trust_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/trust/overlay.hpp"

namespace uor::cli {

namespace {

void print_reported(const trust::Trust& trust, const trust::Fields& fields, const Style& style) {
  TextTable table({Align::left, Align::left, Align::right, Align::left});
  for (const trust::Field& field : fields.all()) {
    const auto found = trust.reported.find(field.id);
    if (found == trust.reported.end()) continue;
    const double rounding = found->second.rounding;
    const bool unknown = rounding > 0 && field.unit == trust::yes_or_no_unit;
    const std::string value =
        unknown ? "not known" : figure(found->second.value) + (rounding > 0 ? " ±" + figure(rounding) : "");
    table.row({style.faint(field.group), shorten(field.title, 52), value, field.unit});
  }
  print(table.lines());
}

}  // namespace

std::size_t fields_reported(const trust::Trust& trust) {
  return static_cast<std::size_t>(
      std::count_if(trust.reported.begin(), trust.reported.end(), [](const auto& one) { return !one.second.summed; }));
}

int metrics_reported(const trust::Trust& trust, const trust::Fields& fields) {
  int count = 0;
  for (const trust::Field& field : fields.all())
    count += field.group == "metric" && trust.reported.count(field.id) > 0 ? 1 : 0;
  return count;
}

void print_missing(const trust::Trust& trust, const trust::Fields& fields) {
  std::vector<std::string> missing;
  for (const trust::Field& field : fields.all())
    if (field.minimum && trust.reported.count(field.id) == 0) missing.push_back(field.id);
  if (!missing.empty()) print(wrap("Missing of the minimum set: ", fmt::format("{}", fmt::join(missing, ", ")), 2));
}

void print_trust_facts(const trust::Trust& trust, const trust::Fields& fields, const model::TrustInfo& info,
                       const Style& style) {
  fmt::print("{}  {}\n", style.bold(trust.code), trust.name);
  if (!trust.in_scope) fmt::print("Outside the framework's scope: not part of --trust all.\n");
  fmt::print("Reported: {} of {} fields, {} of them initial metrics\n", fields_reported(trust), fields.all().size(),
             info.metrics_reported);
  if (const std::string words = trust::shipped_words(trust, fields.all()); !words.empty())
    print(wrap("Shipped: ", words + ".", 2));
  print_reported(trust, fields, style);
  print_missing(trust, fields);
  for (const std::string& warning : info.warnings) print(wrap(style.warning("Warning: "), warning, 2));
  fmt::print("Assumed: {}\n", info.assumed.size());
  for (const model::Fact& fact : info.assumed) print(wrap("  ", to_string(fact), 4));
}

}  // namespace uor::cli
