#include "cli/trust_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "cli/trust_report_rows.hpp"
#include "core/uor/model/facts.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t label_width = 38, value_width = 9, unit_width = 13;
constexpr std::size_t source_column = 2 + label_width + 1 + value_width + 1 + unit_width + 1;

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t taken = visible_width(text);
  return text + std::string(taken < width ? width - taken : 0, ' ');
}

std::string aligned_right(const std::string& text, std::size_t width) {
  const std::size_t taken = visible_width(text);
  return std::string(taken < width ? width - taken : 0, ' ') + text;
}

/// The title in the room that a line has.
std::string short_title(std::string title) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> shorter = {
      {{"weighted activity unit", "WAU"},
       {"Allied health professionals", "AHP"},
       {"Human resources function", "HR"},
       {"Finance function", "Finance"},
       {" efficiency and price performance", " and price"},
       {" delivered against target", ", of target"},
       {" (peer finder index)", ""}}};
  for (const auto& [words, brief] : shorter) {
    const std::size_t at = title.find(words);
    if (at != std::string::npos) title.replace(at, words.size(), brief);
  }
  return title;
}

/// The unit in the room that a line has.
std::string short_unit(const std::string& unit) {
  static const std::map<std::string, std::string> shorter = {
      {"percentage points", "% points"},  {"percent over ceiling", "% over"},
      {"GBP per occupied m2", "GBP/m2"},  {"attendances/year", "a year"},
      {"spells/year", "a year"},          {"patients/year", "a year"},
      {"bed days/month", "days a month"}, {"yes=1", ""}};
  const auto found = shorter.find(unit);
  return shorten(found == shorter.end() ? unit : found->second, unit_width);
}

class Report {
 public:
  Report(const trust::Trust& trust, const trust::Fields& fields, const policy::Policy& policy,
         const std::map<std::string, double>& month_zero, const Style& style)
      : trust_(trust), fields_(fields), policy_(policy), month_zero_{month_zero}, style_(style) {}

  Lines lines() && {
    std::string section;
    for (const policy::TrustLine& row : policy_.shown.trust_lines) {
      if (row.section != section) heading(row.section);
      section = row.section;
      add(row);
    }
    add_metrics();
    add_rest();
    return std::move(lines_);
  }

 private:
  void heading(const std::string& title) { lines_.push_back(style_.bold(title)); }

  void add_line(const std::string& label, const std::string& value, const std::string& unit,
                const std::string& source) {
    const std::string first = "  " + padded(shorten(short_title(label), label_width), label_width) + " " +
                              aligned_right(value, value_width) + " " + padded(short_unit(unit), unit_width);
    for (std::string& line : wrap(first, source, source_column)) lines_.push_back(std::move(line));
  }

  std::string source_of(const trust::Field& field, const model::Fact& fact, const policy::TrustLine& row,
                        double value) const {
    if (fact.is_open()) return "drawn: yes in half of the trials";
    if (fact.is_reported()) {
      const double rounding = trust_.reported.at(field.id).rounding;
      const std::string& note = row.note;
      const bool ships = std::find(trust_.shipped.begin(), trust_.shipped.end(), field.id) != trust_.shipped.end();
      const bool summed = trust_.reported.at(field.id).summed;
      return std::string(summed  ? std::string("derived: ") + trust::summed_words
                         : ships ? "shipped: data/trusts.csv, " + field.csv_column
                                 : "reported") +
             (rounding > 0 ? ", ±" + figure(rounding) : "") + (note.empty() ? "" : ", " + note) +
             (field.effect.shown_only() && !note.empty() ? "" : use_of(field));  // the row says why in fewer words
    }
    if (fact.is_derived()) return "derived: " + fact.equation;
    if (fact.is_unknown() && std::isnan(value)) return style_.faint("not given");
    if (fact.is_unknown()) {
      const bool drawn = fact.how == model::How::part_drawn;
      const std::string state = drawn ? "drawn: " : "derived: ";
      const std::string since = fact.accounts.empty() || !drawn ? "" : "; the accounts to date give it since";
      return (row.words.empty() ? state + fact.source : row.words) + since;
    }
    if (fact.how == model::How::national)
      return fmt::format("drawn: national {}", fmt::join(fact.distribution.parameters, ", "));
    Distribution drawn = fact.distribution;
    drawn.truncate_lower = drawn.truncate_upper = {};  // the field's own range
    return "drawn: " + to_string(drawn) + (fact.ratio_of.empty() ? "" : " x " + fact.ratio_of);
  }

  /// That a reported figure moves nothing, and why; empty where it does what its row says.
  std::string use_of(const trust::Field& field) const {
    if (field.effect.shown_only()) return ", " + trust::effect_in_words(field.effect);
    const std::string other = trust::superseded_by(field, trust_);
    return other.empty() ? "" : ", not used: " + other + " is given";
  }

  void add(const policy::TrustLine& row) {
    if (row.field.empty()) {
      add_line(row.title, figure_or_dash(month_zero_.of(row.sum)), row.unit, row.words);
      return;
    }
    shown_.insert(row.field);
    const trust::Field* known = fields_.find(row.field);
    if (known == nullptr)
      throw Error(fmt::format("[[trust_line]] '{}' shows the field '{}' (unknown)", row.title, row.field));
    const trust::Field& field = *known;
    const model::Fact fact = model::resolve_fact(field, trust_, policy_);
    const double value = value_of(field, fact, row.sum);
    const bool yes_or_no = field.unit == trust::yes_or_no_unit && !std::isnan(value);
    const std::string answer = fact.is_open() ? "not known" : value > 0.5 ? "yes" : "no";
    add_line(row.title, yes_or_no ? answer : figure_or_dash(value), row.unit.empty() ? field.unit : row.unit,
             source_of(field, fact, row, value));
  }

  /// Reported or given by other fields, else at the median of its draw, else what the model makes of it.
  double value_of(const trust::Field& field, const model::Fact& fact, const std::vector<policy::Term>& model) const {
    if (fact.is_reported()) return trust_.reported.at(field.id).value;
    if (fact.is_derived()) return fact.distribution.parameters[0];
    const double drawn = month_zero_["trust." + field.id];
    return std::isnan(drawn) ? month_zero_.of(model) : drawn;
  }

  static std::string figure_or_dash(double value) { return std::isnan(value) ? "-" : figure(value); }

  /// The metrics of the other KLOEs with their values twelve months before.
  void add_metrics() {
    const auto others = std::count_if(policy_.rating.kloes.begin(), policy_.rating.kloes.end(),
                                      [](const policy::Kloe& kloe) { return !kloe.accounts; });
    heading(fmt::format("Metrics of the other {} key lines (drawn: quartiles)",
                        others == 4 ? "four" : std::to_string(others)));
    for (const policy::Metric& metric : policy_.metrics) {
      const trust::Field* field = fields_.find(metric.id);
      const policy::Kloe* kloe = policy_.rating.find_kloe(metric.kloe);
      if ((kloe != nullptr && kloe->accounts) || field == nullptr || shown_.count(metric.id) > 0) continue;
      const auto before = trust_.reported.find(metric.id + "_year_ago");
      const model::Fact fact = model::resolve_fact(*field, trust_, policy_);
      double value = value_of(*field, fact, {});
      if (std::isnan(value)) value = month_zero_["metric." + metric.id];
      const std::string year_ago =
          before == trust_.reported.end() ? "" : " (" + figure(before->second.value) + " a year before)";
      add_line(field->title, figure_or_dash(value), field->unit, source_of(*field, fact, {}, value) + year_ago);
      shown_.insert(metric.id);
      shown_.insert(metric.id + "_year_ago");
    }
  }

  /// What is reported and has no line above.
  void add_rest() {
    bool first = true;
    for (const trust::Field& field : fields_.all()) {
      if (shown_.count(field.id) > 0 || trust_.reported.count(field.id) == 0) continue;
      if (first) heading("Other");
      first = false;
      policy::TrustLine row;
      row.title = field.title;
      row.field = field.id;
      add(row);
    }
  }

  const trust::Trust& trust_;
  const trust::Fields& fields_;
  const policy::Policy& policy_;
  const MonthZero month_zero_;
  const Style& style_;
  std::set<std::string> shown_;
  Lines lines_;
};

}  // namespace

Lines trust_report(const trust::Trust& trust, const trust::Fields& fields, const policy::Policy& policy,
                   const std::map<std::string, double>& month_zero, const Style& style) {
  return Report(trust, fields, policy, month_zero, style).lines();
}

}  // namespace uor::cli
