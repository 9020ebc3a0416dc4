#include <fmt/format.h>

#include <array>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/changes.hpp"
#include "core/uor/report/tables/metrics.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::report::page {

namespace {

constexpr std::array<const char*, 5> quarters = {"", "best quarter of trusts", "second quarter of trusts",
                                                 "third quarter of trusts", "worst quarter of trusts"};

std::string quarter_in_words(int quarter) { return quarters[static_cast<std::size_t>(quarter)]; }

/// What rounds to nothing is no change.
std::string direction_in_words(const Metric& metric, std::size_t side) {
  const std::string word = forecast_direction(metric, side);
  if (word.empty()) return "not known how it moves in the forecast (the run kept no index of national prices)";
  const double change = *metric.forecast_change[side];
  if (word == "steady" || figure(change) == "0") return "steady in the forecast";
  const char* net = metric.money ? " net of national prices" : "";
  return fmt::format("{} in the forecast ({}{})", word, change_with_unit(change, metric.unit), net);
}

std::string value_in_words(const TrustPart& part, const Metric& metric, std::size_t side) {
  const double baseline = metric.line.sides[0][part.assessment()].mean;
  const double scenario = metric.line.sides[side][part.assessment()].mean;
  if (side == 0) return with_unit(baseline, metric.unit);
  return fmt::format("{} \u2192 {}", with_unit(baseline, metric.unit), with_unit(scenario, metric.unit));
}

std::string origin_in_words(const Metric& metric) {
  if (metric.reported) {
    const std::string month = metric.figure_month.empty() ? "" : ", " + trust::date_in_words(metric.figure_month);
    const std::string source = metric.figure_source.empty() ? "" : ", " + metric.figure_source;
    const std::string then =
        metric.reported_quarter > 0 ? fmt::format(", then in the {}", quarter_in_words(metric.reported_quarter)) : "";
    return fmt::format("Reported: {}{}{}{}; over twelve months {}.", with_unit(*metric.reported, metric.unit), then,
                       month, source, analyse::in_words(metric.change));
  }
  return metric.origin == "derived" ? "Not reported: worked out from " + metric.derived_from + "."
                                    : "Not reported: drawn from national figures.";
}

/// "16 of 22 metrics are reported by the trust, 5 are worked out from ...; the other one says ...".
std::string reported_words(const model::KnownMetrics& known) {
  std::string words = fmt::format("{} of {} metrics {} reported by the trust", known.reported, known.all,
                                  known.reported == 1 ? "is" : "are");
  if (known.derived > 0)
    words += fmt::format(", {} {} worked out from other figures that it reports", known.derived,
                         known.derived == 1 ? "is" : "are");
  if (known.drawn() == 0) return words + ".";
  return words + (known.drawn() == 1 ? "; the other one says" : "; the others say") +
         " what is usual nationally, not what the trust does.";
}

std::string card_words(const TrustPart& part, const Metric& metric, std::size_t side) {
  std::string text = value_in_words(part, metric, side);
  if (metric.quarter[side] > 0) text += ", " + quarter_in_words(metric.quarter[side]);
  return text + ", " + direction_in_words(metric, side) + ".";
}

std::string metric_card(const TrustPart& part, const Metric& metric) {
  std::string html = "<li><h4>" + escaped(metric.title) + "</h4>";
  for (std::size_t side = part.sides() > 1 ? 1 : 0; side < part.sides(); ++side)
    html += for_side(side, side == part.last_side(), paragraph(card_words(part, metric, side)));
  html += paragraph(origin_in_words(metric), "note");
  if (!metric.caveat.empty()) html += paragraph(metric.caveat, "note");
  Chart chart{"metric",
              "",
              metric.title +
                  ": spread of trials against national quartiles; the table of metrics has the "
                  "figures",
              "",
              "",
              metric.id,
              "small"};
  return html + chart_html(chart) + "</li>";
}

std::string key(bool scenario) {
  std::string html = "<ul class=\"key\"><li><span class=\"swatch baseline\"></span>Baseline</li>";
  if (scenario) html += "<li><span class=\"swatch scenario\"></span>Scenario</li>";
  return html +
         "<li>thin bar: nine trials in ten; thick bar: half of them; white mark: the middle one</li>"
         "<li><span class=\"swatch national\"></span>national middle half of trusts</li>"
         "<li><span class=\"swatch median\"></span>national median</li>"
         "<li><span class=\"swatch peers\"></span>median of peers</li>"
         "<li><span class=\"swatch reported\"></span>reported</li></ul>";
}

/// What better metrics would be worth, of one side.
std::string worth_of_side(const TrustPart& part, std::size_t side) {
  const tables::Table table = tables::opportunities(part.run, part.trust, side);
  if (table.empty()) return "";
  return for_side(side, side == part.last_side(), details("What better metrics would be worth", html_of(table)));
}

std::string ratios_table(const TrustPart& part) {
  const tables::Table table = tables::ratios(part.run, part.trust);
  return table.empty() ? "" : html_of(table);
}

std::string peers_words(const TrustFigures& trust) {
  if (trust.peers.empty()) return "";
  std::string names;
  for (std::size_t i = 0; i < trust.peers.size(); ++i)
    names += (i == 0 ? "" : ", ") + trust.peers[i] + (i < trust.peer_names.size() ? " " + trust.peer_names[i] : "");
  return paragraph(
      (trust.peers_chosen ? "Peers, chosen by the trust: " : "Peers, nearest by scale and casemix: ") + names, "note");
}

}  // namespace

std::string metrics_part(const TrustPart& part) {
  std::string html = paragraph(
      fmt::format("{} Forecasts, national figures and peers are {}: money is uprated with the cost index that "
                  "the scores use. A quarter of what was reported is by the prices that it was reported in.",
                  reported_words(part.trust.known.metrics), part.trust.prices),
      "note");
  html += paragraph(part.trust.steady_words, "note");
  html += peers_words(part.trust) + key(part.sides() > 1);
  for (const Kloe& kloe : part.trust.kloes) {
    std::string cards;
    for (const Metric& metric : part.trust.metrics)
      if (metric.kloe == kloe.id) cards += metric_card(part, metric);
    if (!cards.empty()) html += "<h3>" + escaped(kloe.title) + "</h3><ul class=\"metrics\">" + cards + "</ul>";
  }
  html += details("All metrics as a table", html_of(tables::metrics(part.run, part.trust)));
  for (std::size_t side = 0; side < part.sides(); ++side) html += worth_of_side(part, side);
  return html + ratios_table(part);
}

std::string movers_part(const TrustPart& part) {
  std::string html;
  for (std::size_t side = 1; side < part.sides(); ++side) {
    const tables::Table movers = tables::movers(part.trust.changes[side - 1]);
    html += for_side(side, side == part.last_side(), movers.empty() ? paragraph("No metric moves.") : html_of(movers));
  }
  return html;
}

}  // namespace uor::report::page
