#include "core/uor/report/brief.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/report/words.hpp"

namespace uor::report {

namespace {

enum class Place { neither, best_quarter, worst_quarter };

/// Where both quartiles of trials lie, and so the middle half of them.
Place place_of(const Metric& metric, const Band& band, std::size_t side) {
  if (metric.origin == "drawn") return Place::neither;
  const auto quarter = [&](double value) {
    return analyse::quarter_of(value, metric.polarity, metric.benchmark[side]);
  };
  const int place = quarter(band.quarter);
  if (place != quarter(band.three_quarters)) return Place::neither;
  return place == 1 ? Place::best_quarter : place == 4 ? Place::worst_quarter : Place::neither;
}

std::string metric_sentence(const std::string& sentence, const Metric& metric, const Band& band, std::size_t side) {
  return filled(sentence, {{"title", metric.title},
                           {"value", with_unit(band.mean, metric.unit)},
                           {"median", with_unit(metric.benchmark[side].median, metric.unit)}});
}

const Metric* metric_of(const TrustFigures& trust, const std::string& quantity) {
  for (const Metric& metric : trust.metrics)
    if ("metric." + metric.id == quantity) return &metric;
  return nullptr;
}

/// Whether a quantity tells of the trust: not a metric that was drawn from national figures, nor the score of a key
/// line most of whose metrics were.
bool tells_of_trust(const TrustFigures& trust, const std::string& quantity) {
  if (const Metric* metric = metric_of(trust, quantity)) return metric->origin != "drawn";
  const std::string kloe = quantity.substr(0, quantity.find('.'));
  if (quantity != kloe + ".score") return true;
  std::size_t all = 0, drawn = 0;
  for (const Metric& metric : trust.metrics) {
    all += metric.kloe == kloe ? 1 : 0;
    drawn += metric.kloe == kloe && metric.origin == "drawn" ? 1 : 0;
  }
  return 2 * drawn <= all;
}

bool tells_of_trust(const TrustFigures& trust, const Holding& held) {
  return std::all_of(held.quantities.begin(), held.quantities.end(),
                     [&](const std::string& quantity) { return tells_of_trust(trust, quantity); });
}

void add_metrics(KloeBrief& brief, const TrustFigures& trust, const Rules& rules, std::size_t side, std::size_t month) {
  for (const Metric& metric : trust.metrics) {
    if (metric.kloe != brief.id) continue;
    ++brief.metrics;
    brief.not_known += metric.origin == "drawn" ? 1 : 0;
    if (metric.change.direction != analyse::YearChange::Direction::not_known)
      brief.changes.push_back(fmt::format("{}: {}", metric.title, analyse::in_words(metric.change)));
    const Band& band = metric.line.sides[side][month];
    const Place place = place_of(metric, band, side);
    if (place == Place::best_quarter)
      brief.strengths.push_back(metric_sentence(rules.strength.metric, metric, band, side));
    if (place == Place::worst_quarter)
      brief.improvements.push_back(metric_sentence(rules.improvement.metric, metric, band, side));
  }
}

void add_characteristics(KloeBrief& brief, const TrustFigures& trust, const Rules& rules, std::size_t side) {
  for (const Holding& held : trust.characteristics) {
    if (held.kloe != brief.id || !tells_of_trust(trust, held)) continue;
    const bool strong = held.rating == "good" || held.rating == "outstanding";
    const BriefRule& rule = strong ? rules.strength : rules.improvement;
    const double share = held.share[side].value;
    if (100 * share < rule.characteristic_from_percent) continue;
    (strong ? brief.strengths : brief.improvements)
        .push_back(filled(rule.characteristic, {{"title", held.title}, {"share", percent(share)}}));
  }
}

KloeBrief kloe_brief(const Kloe& kloe, const TrustFigures& trust, const Rules& rules, std::size_t side,
                     std::size_t month) {
  KloeBrief brief;
  brief.id = kloe.id;
  brief.title = kloe.title;
  brief.likeliest = kloe.sides[side].likeliest;
  brief.share = kloe.sides[side].odds[static_cast<std::size_t>(brief.likeliest - 1)].value;
  add_metrics(brief, trust, rules, side, month);
  add_characteristics(brief, trust, rules, side);
  return brief;
}

}  // namespace

Brief brief_of(const TrustFigures& trust, const Rules& rules, std::size_t side, std::size_t month) {
  Brief brief;
  brief.proposed = trust.odds[side].likeliest;
  brief.odds = trust.odds[side].rating;
  for (const Kloe& kloe : trust.kloes) brief.kloes.push_back(kloe_brief(kloe, trust, rules, side, month));
  return brief;
}

std::string filled(std::string sentence, const std::vector<std::pair<std::string, std::string>>& values) {
  for (const auto& [name, value] : values) {
    const std::string mark = "{" + name + "}";
    for (std::size_t at = sentence.find(mark); at != std::string::npos; at = sentence.find(mark, at + value.size()))
      sentence.replace(at, mark.size(), value);
  }
  return sentence;
}

}  // namespace uor::report
