#include "core/uor/model/fact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/uor/trust/published.hpp"

namespace uor::model {

namespace {

constexpr std::array<std::string_view, 12> how_names = {"reported", "rounded",    "published",  "derived",
                                                        "settled",  "worked_out", "part_drawn", "drawn",
                                                        "national", "unknown",    "as_written", "carried"};

std::string by_formulas(const Fact& fact) {
  return fmt::format("{}{}", fact.accounts.empty() ? "" : "from the accounts to date; of last year ",
                     fact.how == How::part_drawn ? "drawn" : "derived");
}

std::string by_draw(const Fact& fact) {
  const std::string times = fact.ratio_of.empty() ? "" : " x " + fact.ratio_of;
  return fmt::format("{}{} {}", to_string(fact.distribution), times, fact.unit);
}

std::string in_interval(const Fact& fact) {
  const std::vector<double>& ends = fact.distribution.parameters;
  if (fact.is_open()) return "not known, so drawn: yes in half of the trials";
  return fmt::format("reported as {:.12g} {}, rounded, so drawn in {:.12g} to {:.12g}", fact.value, fact.unit, ends[0],
                     ends[1]);
}

std::string carried_over(const Fact& fact) {
  const std::vector<double>& ends = fact.distribution.parameters;
  return fmt::format("carried over from another basis as {:.12g} {}, so drawn in {:.12g} to {:.12g}", fact.value,
                     fact.unit, ends[0], ends[ends.size() - 1]);
}

/// In the place of a figure that is not reported.
std::string stand_in(const Fact& fact) {
  switch (fact.how) {
    case How::published:
      return fact.equation + ": " + std::string(trust::words_of_rating(static_cast<int>(fact.value)));
    case How::derived:
      return "derived as " + equation_with_value(fact);
    case How::national:
      return "drawn from the national " + by_draw(fact);
    case How::drawn:
      return by_draw(fact);
    default:
      return by_formulas(fact);
  }
}

}  // namespace

bool Fact::is_open() const { return how == How::rounded && unit == trust::yes_or_no_unit; }

std::string_view name_of(How how) { return how_names[static_cast<std::size_t>(how)]; }

std::optional<How> how_named(std::string_view name) {
  const auto found = std::find(how_names.begin(), how_names.end(), name);
  if (found == how_names.end()) return {};
  return static_cast<How>(found - how_names.begin());
}

std::string way_of(const Fact& fact) {
  switch (fact.how) {
    case How::reported:
    case How::unknown:
      return std::string(name_of(fact.how));
    case How::rounded:
      return in_interval(fact);
    case How::carried:
      return carried_over(fact);
    case How::as_written:
      return fact.written;
    default:
      return "not reported, " + stand_in(fact);
  }
}

std::string equation_with_value(const Fact& fact) {
  const double held = fact.distribution.parameters[0];
  return fmt::format("{} = {:.6g} {}{}", fact.equation, fact.value, fact.unit,
                     held == fact.value ? "" : fmt::format(", held at {:.6g}", held));
}

std::string to_string(const Fact& fact) {
  const std::string line = fact.field + ": " + way_of(fact);
  return fact.standing ? fmt::format("{} ({}: {})", line, name_of(*fact.standing), fact.source) : line;
}

const char* origin_of(const Fact& fact) {
  if (fact.is_reported()) return "reported";
  return fact.is_derived() || fact.how == How::settled || !fact.accounts.empty() ? "derived" : "drawn";
}

}  // namespace uor::model
