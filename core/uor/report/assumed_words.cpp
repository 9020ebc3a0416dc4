#include "core/uor/report/assumed_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "core/uor/base/distribution.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report {

namespace {

/// A distribution as to_string(Distribution) writes it, and what follows it.
struct Spoken {
  Shape shape = Shape::constant;
  std::vector<double> parameters;
  std::string share_of;  // the field that it is a share of, or ""
  std::string unit;
};

std::optional<std::vector<double>> numbers_in(std::string_view list) {
  std::vector<double> numbers;
  while (!list.empty()) {
    double number = 0;
    const auto [end, problem] = std::from_chars(list.data(), list.data() + list.size(), number);
    if (problem != std::errc()) return std::nullopt;
    numbers.push_back(number);
    list.remove_prefix(static_cast<std::size_t>(end - list.data()));
    list.remove_prefix(std::min(list.find_first_not_of(", "), list.size()));
  }
  return numbers;
}

void drop_prefix(std::string_view& text, std::string_view prefix) {
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
}

/// "quartiles(6.1, 7.2, 8.4) truncated to [0, 40] x field unit".
std::optional<Spoken> read(std::string_view text) {
  const std::size_t open = text.find('('), close = text.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
  const std::optional<Shape> shape = shape_named(text.substr(0, open));
  const auto numbers = numbers_in(text.substr(open + 1, close - open - 1));
  if (!shape || !numbers || !problem_of({*shape, *numbers, {}, {}}).empty()) return std::nullopt;
  Spoken spoken{*shape, *numbers, "", ""};
  std::string_view rest = text.substr(close + 1);
  if (rest.starts_with(" truncated to [")) rest.remove_prefix(std::min(rest.find(']'), rest.size() - 1) + 1);
  if (rest.starts_with(" x ")) {
    drop_prefix(rest, " x ");
    const std::size_t end = std::min(rest.find(' '), rest.size());
    spoken.share_of = rest.substr(0, end);
    rest.remove_prefix(end);
  }
  drop_prefix(rest, " ");
  spoken.unit = rest;
  return spoken;
}

/// Its figures as they are read aloud.
class Speaker {
 public:
  Speaker(const Spoken& spoken, const std::map<std::string, std::string>& titles) : spoken_(spoken) {
    if (spoken.share_of.empty()) return;
    const auto found = titles.find(spoken.share_of);
    of_ = " of " + lower(found == titles.end() ? spoken.share_of : found->second);
  }

  std::string words() const {
    const std::vector<double>& p = spoken_.parameters;
    switch (spoken_.shape) {
      case Shape::constant:
        return spoken_.unit == yes_or_no ? (p[0] == 0 ? "taken as no" : "taken as yes") : "taken as " + one(p[0]);
      case Shape::normal:
        return two_thirds(p[0] - p[1], p[0] + p[1], p[0]);
      case Shape::lognormal:
        return two_thirds(p[0] * std::exp(-p[1]), p[0] * std::exp(p[1]), p[0]);
      case Shape::triangular:
      case Shape::pert:
        return fmt::format("between {}, most likely {}", two(p[0], p[2]), bare(p[1]));
      case Shape::beta:
        return fmt::format("between {}, mean {}", two(p[0], p[1]), bare(p[0] + (p[1] - p[0]) * p[2] / (p[2] + p[3])));
      case Shape::uniform:
        return fmt::format("anywhere between {}", two(p[0], p[1]));
      case Shape::bernoulli:
        return fmt::format("yes in {:.4g} % of the trials, else no", 100 * p[0]);
      case Shape::quartiles:
        return fmt::format("half of the trials between {}, middle {}", two(p[0], p[2]), bare(p[1]));
      case Shape::discrete:
        return choices();
      case Shape::empirical:
        break;
    }
    return sample();
  }

 private:
  static constexpr const char* yes_or_no = "yes=1";

  bool share() const { return !of_.empty(); }
  std::string unit() const { return share() ? "percent" : spoken_.unit; }

  /// Without a unit.
  std::string bare(double value) const {
    std::string digits = fmt::format("{:.6g}", share() ? 100 * value : value);
    const std::size_t start = value < 0 ? 1 : 0;
    for (std::size_t at = std::min(digits.find_first_of(".e"), digits.size()); at > start + 3; digits.insert(at, ","))
      at -= 3;
    return digits;
  }

  /// With its unit: "GBP 1,190", "£3.2m", "6.1 %".
  std::string one(double value) const { return with(bare(value)); }

  std::string two(double low, double high) const {
    const std::string name = unit();
    const bool before = name.starts_with("GBP");
    return before ? fmt::format("{} and {}", with(bare(low)), with(bare(high)))
                  : fmt::format("{} and {}", bare(low), with(bare(high)));
  }

  std::string with(const std::string& digits) const {
    const std::string name = unit();
    if (name.starts_with("GBP") && digits.starts_with('-')) return "\u2212" + with(digits.substr(1));
    return in_unit(digits, name) + of_;
  }

  std::string two_thirds(double low, double high, double middle) const {
    return fmt::format("two thirds of the trials between {}, middle {}", two(low, high), bare(middle));
  }

  std::string choices() const {
    double total = 0;
    const std::vector<double>& p = spoken_.parameters;
    for (std::size_t i = 1; i < p.size(); i += 2) total += p[i];
    std::string text;
    for (std::size_t i = 0; i + 1 < p.size(); i += 2)
      text += fmt::format("{}{} in {:.3g} % of the trials", i == 0 ? "" : ", ", one(p[i]), 100 * p[i + 1] / total);
    return text;
  }

  std::string sample() const {
    std::vector<double> sorted = spoken_.parameters;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t half = sorted.size() / 2;
    const double middle = sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return fmt::format("between {}, as in a sample of {} whose middle is {}", two(sorted.front(), sorted.back()),
                       sorted.size(), bare(middle));
  }

  const Spoken& spoken_;
  std::string of_;
};

/// `text` with the titles of what it names by id.
std::string with_titles(std::string_view text, const std::map<std::string, std::string>& titles) {
  const auto in_id = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = static_cast<std::size_t>(
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), in_id) - text.begin());
    const std::string word(text.substr(at, std::max<std::size_t>(end - at, 1)));
    const auto title = titles.find(word);
    words += title == titles.end() ? word : title->second;
    at += word.size();
  }
  return words;
}

/// "reported as 90 percent, rounded, so drawn in 85 to 95".
std::optional<std::string> rounded_in_words(std::string_view how) {
  const std::string_view middle = ", rounded, so drawn in ";
  const std::size_t at = how.find(middle);
  if (!how.starts_with("reported as ") || at == std::string_view::npos) return std::nullopt;
  std::string range(how.substr(at + middle.size()));
  if (const std::size_t to = range.find(" to "); to != std::string::npos) range.replace(to, 4, " and ");
  std::string value(how.substr(12, at - 12));
  if (const std::size_t space = value.find(' '); space != std::string::npos)
    value = value.substr(0, space) + " " + unit_name(value.substr(space + 1));
  return fmt::format("Reported as {}, which is rounded: anywhere between {}.", value, range);
}

}  // namespace

std::string assumed_in_words(const std::string& how, const std::map<std::string, std::string>& titles) {
  if (how == "unknown") return "Not stated, and nothing stands in for it.";
  if (how.starts_with(not_judged)) return "Not judged: " + how.substr(not_judged.size()) + ".";
  if (const auto words = rounded_in_words(how)) return *words;
  std::string_view rest = how;
  if (!rest.starts_with("not reported, ")) return how;
  drop_prefix(rest, "not reported, ");
  if (rest == "derived") return "Not reported: worked out in every trial from other figures.";
  if (rest == "drawn") return "Not reported: drawn, with what other figures say of it.";
  if (rest.starts_with("from the accounts to date; of last year "))
    return fmt::format("Not reported: worked out from the accounts to date. Last year's is {}.",
                       rest.ends_with("drawn") ? "drawn, with what other figures say of it" : "worked out as well");
  if (rest.starts_with("derived as "))
    return "Not reported: worked out from what is reported, " + with_titles(rest.substr(11), titles) + ".";
  const bool national = rest.starts_with("drawn from the national ");
  drop_prefix(rest, "drawn from the national ");
  const std::optional<Spoken> spoken = read(rest);
  if (!spoken) return how;
  return fmt::format("Not reported. {}: {}.", national ? "National figures stand in" : "Drawn",
                     Speaker(*spoken, titles).words());
}

}  // namespace uor::report
