#include "core/uor/report/support.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/uor/base/text_file.hpp"
#include "core/uor/base/toml.hpp"
#include "core/uor/report/brief.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/trust/month.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::report {

namespace {

using Measure = SupportRule::Measure;
using Values = std::vector<std::pair<std::string, std::string>>;

constexpr std::array<const char*, 7> measures = {"finance_score",  "finance_metric", "below_good", "kloe_score",
                                                 "metric_quarter", "deteriorated",   "below_last"};
constexpr std::array<const char*, 2> finance_words = {"1 to 2", "3 to 4"},
                                     rating_words = {"good or better", "below good"};

/// Position of the word that `key` has, of those it may have.
template <std::size_t N>
std::size_t choice_of(const TomlTable& table, const char* key, const std::array<const char*, N>& known) {
  const std::string word = table.text(key);
  const auto found = std::find(known.begin(), known.end(), word);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  const std::vector<std::string> names(known.begin(), known.end());
  throw Error(table.where(key), fmt::format("{} is '{}'.{} It is one of {}", key, word, did_you_mean(word, names),
                                            fmt::join(names, ", ")));
}

SupportRules::Reading reading_of(const TomlTable& table) {
  table.allow_only({"finance", "rating", "sentence", "standing", "source"});
  table.text("standing");
  table.text("source");
  return {choice_of(table, "finance", finance_words) == 1, choice_of(table, "rating", rating_words) == 1,
          table.text("sentence")};
}

SupportRule trigger_of(const TomlTable& table) {
  table.allow_only({"id", "area", "measure", "from", "from_percent", "sentence", "standing", "source"});
  return {table.text("id"),
          table.text("area"),
          static_cast<Measure>(choice_of(table, "measure", measures)),
          table.number("from", {1, 4}),
          table.number("from_percent", {0, 100}),
          table.text("sentence"),
          table.text("standing"),
          table.text("source")};
}

/// All four readings, so that no trust goes without words.
void require_readings(const SupportRules& rules, const TomlTable& root) {
  for (const bool poor : {false, true})
    for (const bool below : {false, true}) {
      const auto same = [&](const auto& one) { return one.poor_finance == poor && one.below_good == below; };
      if (std::count_if(rules.together.begin(), rules.together.end(), same) == 1) continue;
      throw Error(root.where(), fmt::format("[[together]] must stand once for finance = \"{}\" with rating = \"{}\"",
                                            finance_words[poor ? 1 : 0], rating_words[below ? 1 : 0]));
    }
}

/// Collects what one rule finds.
class Finder {
 public:
  Finder(const SupportFacts& facts, const SupportRule& rule, SupportNeeds& out)
      : facts_(facts), rule_(rule), out_(out) {}

  void find() {
    switch (rule_.measure) {
      case Measure::finance_score:
        return add_share(sum_from(facts_.finance, static_cast<std::size_t>(rule_.from)));
      case Measure::below_good:
        return add_share(sum_to(facts_.rating, static_cast<std::size_t>(rule_.from)));
      case Measure::finance_metric:
        return add_finance_metrics();
      case Measure::kloe_score:
        return add_kloes();
      case Measure::metric_quarter:
        return add_outliers();
      case Measure::deteriorated:
        return add_deteriorated();
      case Measure::below_last:
        return add_below_last();
    }
  }

 private:
  /// Of 1 .. `last`, and of `first` .. 4.
  static double sum_to(const std::array<double, 4>& shares, std::size_t last) {
    return std::accumulate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(last), 0.0);
  }
  static double sum_from(const std::array<double, 4>& shares, std::size_t first) {
    return std::accumulate(shares.begin() + static_cast<std::ptrdiff_t>(first) - 1, shares.end(), 0.0);
  }

  void add(Values values, std::string about, std::optional<double> share = {}) {
    if (share) values.emplace_back("share", percent(*share));
    out_.needs.push_back(
        {rule_.id, rule_.area, filled(rule_.sentence, values), rule_.standing, rule_.source, std::move(about), share});
  }
  void add_share(double share, const Values& values = {}) {
    if (share > 0 && 100 * share >= rule_.from_percent) add(values, "", share);
  }
  void add_finance_metrics() {
    constexpr double half_a_score = 0.5;
    for (const SupportFacts::Score& metric : facts_.finance_metrics)
      if (metric.mean >= rule_.from - half_a_score)
        add({{"title", metric.title}, {"value", metric.value}, {"score", fmt::format("{:.1f}", metric.mean)}},
            metric.id);
  }
  void add_kloes() {
    for (const SupportFacts::Score& kloe : facts_.kloes)
      if (kloe.mean <= rule_.from) add({{"title", kloe.title}, {"score", fmt::format("{:.2f}", kloe.mean)}}, kloe.id);
  }
  void add_outliers() {
    for (const SupportFacts::Outlier& metric : facts_.metrics)
      if (metric.quarter >= static_cast<int>(rule_.from))
        add({{"title", metric.title}, {"value", metric.value}, {"median", metric.median}}, metric.id);
  }
  void add_deteriorated() {
    for (const SupportFacts::Outlier& metric : facts_.metrics)
      if (!metric.change.empty()) add({{"title", metric.title}, {"change", metric.change}}, metric.id);
  }
  void add_below_last() {
    const int last = facts_.last.use_of_resources;
    if (last < 2) return;
    add_share(
        sum_to(facts_.rating, static_cast<std::size_t>(last - 1)),
        {{"rating", std::string(trust::words_of_rating(last))}, {"date", trust::date_in_words(facts_.last.date)}});
  }

  const SupportFacts& facts_;
  const SupportRule& rule_;
  SupportNeeds& out_;
};

double below_good(const SupportFacts& facts) { return facts.rating[0] + facts.rating[1]; }

std::string together_words(const SupportFacts& facts, const SupportRules& rules) {
  const double good = facts.finance[0] + facts.finance[1], poor = facts.finance[2] + facts.finance[3];
  if (!(good + poor > 0)) return "";
  const bool below = below_good(facts) > 1 - below_good(facts);
  for (const SupportRules::Reading& reading : rules.together)
    if (reading.poor_finance == (poor > good) && reading.below_good == below)
      return fmt::format("{} (finance score of 3 or 4 in {} of trials, below good in {})", reading.sentence,
                         percent(poor / (good + poor)), percent(below_good(facts)));
  return "";
}

std::string since_words(const SupportFacts& facts) {
  const int last = facts.last.use_of_resources;
  if (last == 0) return "";
  double below = 0, above = 0;
  for (int grade = 1; grade <= 4; ++grade) {
    const double share = facts.rating[static_cast<std::size_t>(grade - 1)];
    if (grade < last) below += share;
    if (grade > last) above += share;
  }
  return fmt::format(
      "Last published: use of resources {} ({}). Now: the same in {} of trials, lower in {}, higher in {}.",
      trust::words_of_rating(last), trust::date_in_words(facts.last.date), percent(1 - below - above), percent(below),
      percent(above));
}

}  // namespace

SupportRules read_support_rules(const std::string& path) {
  const TomlTable root = TomlTable::parse(read_text_file(path, "support rules"), path);
  root.require_schema(1);
  root.allow_only({"schema", "theme", "together", "trigger"});
  SupportRules rules;
  rules.theme = root.text("theme");
  for (const TomlTable& table : root.find_tables("together")) rules.together.push_back(reading_of(table));
  require_readings(rules, root);
  for (const TomlTable& table : root.find_tables("trigger")) rules.triggers.push_back(trigger_of(table));
  return rules;
}

SupportNeeds support_needs(const SupportFacts& facts, const SupportRules& rules) {
  SupportNeeds out;
  out.theme = rules.theme;
  out.together = together_words(facts, rules);
  out.since = since_words(facts);
  for (const SupportRule& rule : rules.triggers) Finder(facts, rule, out).find();
  return out;
}

Json json_of(const SupportNeeds& needs) {
  Json list = Json::array();
  for (const SupportNeed& need : needs.needs)
    list.push_back({{"rule", need.rule},
                    {"area", need.area},
                    {"words", need.words},
                    {"about", need.about},
                    {"share", need.share ? Json(*need.share) : Json()},
                    {"standing", need.standing},
                    {"source", need.source}});
  return {
      {"theme", needs.theme}, {"together", needs.together}, {"since_last_assessment", needs.since}, {"needs", list}};
}

}  // namespace uor::report
