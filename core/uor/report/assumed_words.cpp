#include "core/uor/report/assumed_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/uor/report/words.hpp"

namespace uor::report {

namespace {

/// The figures of a distribution as they are read aloud.
class Speaker {
 public:
  Speaker(const model::Fact& fact, const std::map<std::string, std::string>& titles)
      : drawn_(fact.distribution), unit_(fact.unit) {
    if (fact.ratio_of.empty()) return;
    const auto found = titles.find(fact.ratio_of);
    of_ = " of " + lower(found == titles.end() ? fact.ratio_of : found->second);
  }

  std::string words() const {
    const std::vector<double>& p = drawn_.parameters;
    switch (drawn_.shape) {
      case Shape::constant:
        return unit_ == yes_or_no ? (p[0] == 0 ? "taken as no" : "taken as yes") : "taken as " + one(p[0]);
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
  std::string unit() const { return share() ? "percent" : unit_; }

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
    const std::vector<double>& p = drawn_.parameters;
    for (std::size_t i = 1; i < p.size(); i += 2) total += p[i];
    std::string text;
    for (std::size_t i = 0; i + 1 < p.size(); i += 2)
      text += fmt::format("{}{} in {:.3g} % of the trials", i == 0 ? "" : ", ", one(p[i]), 100 * p[i + 1] / total);
    return text;
  }

  std::string sample() const {
    std::vector<double> sorted = drawn_.parameters;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t half = sorted.size() / 2;
    const double middle = sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return fmt::format("between {}, as in a sample of {} whose middle is {}", two(sorted.front(), sorted.back()),
                       sorted.size(), bare(middle));
  }

  const Distribution& drawn_;
  const std::string& unit_;
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

std::string rounded_in_words(const model::Fact& fact) {
  const std::vector<double>& ends = fact.distribution.parameters;
  if (fact.is_open()) return "Not known. Drawn: yes in half of the trials.";
  return fmt::format("Reported as {:.12g} {}, which is rounded: anywhere between {:.12g} and {:.12g}.", fact.value,
                     unit_name(fact.unit), ends[0], ends[1]);
}

std::string carried_in_words(const model::Fact& fact) {
  const std::vector<double>& ends = fact.distribution.parameters;
  return fmt::format("Published on another basis ({}) and carried over as {:.4g} {}. Drawn between {:.4g} and {:.4g}.",
                     fact.source, fact.value, unit_name(fact.unit), ends.front(), ends.back());
}

std::string worked_out_in_words(const model::Fact& fact) {
  const bool drawn = fact.how == model::How::part_drawn;
  if (!fact.accounts.empty())
    return fmt::format("Not reported: worked out from the accounts to date. Last year's is {}.",
                       drawn ? "drawn, with what other figures say of it" : "worked out as well");
  return drawn ? "Not reported: drawn, with what other figures say of it."
               : "Not reported: worked out in every trial from other figures.";
}

}  // namespace

std::string assumed_in_words(const model::Fact& fact, const std::map<std::string, std::string>& titles) {
  switch (fact.how) {
    case model::How::unknown:
      return "Not stated, and nothing stands in for it.";
    case model::How::rounded:
      return rounded_in_words(fact);
    case model::How::carried:
      return carried_in_words(fact);
    case model::How::derived:
      return "Not reported: worked out from what is reported, " + with_titles(equation_with_value(fact), titles) + ".";
    case model::How::settled:
    case model::How::worked_out:
    case model::How::part_drawn:
      return worked_out_in_words(fact);
    case model::How::national:
      return fmt::format("Not reported. National figures stand in: {}.", Speaker(fact, titles).words());
    case model::How::drawn:
      return fmt::format("Not reported. Drawn: {}.", Speaker(fact, titles).words());
    case model::How::reported:
    case model::How::published:
    case model::How::as_written:
      break;
  }
  return way_of(fact);
}

}  // namespace uor::report
