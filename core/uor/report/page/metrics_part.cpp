#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::report::page {

namespace {

constexpr std::array<const char*, 5> quarters = {"", "best quarter of trusts", "second quarter of trusts",
                                                 "third quarter of trusts", "worst quarter of trusts"};

std::string direction_in_words(const TrustPart& part, const Metric& metric, std::size_t side) {
  const double change = metric.forecast_change[side];
  const double spread = metric.line.sides[side][part.assessment()].sd;
  if (change == 0 || std::abs(change) <= part.rules.steady_within_sd * spread) return "steady in the forecast";
  const char* word = metric.polarity == 0                    ? "moving"
                     : (change > 0) == (metric.polarity > 0) ? "improving"
                                                             : "worsening";
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
    const std::string month = metric.month.empty() ? "" : ", " + trust::date_in_words(metric.month);
    const std::string source = metric.source.empty() ? "" : ", " + metric.source;
    return fmt::format("Reported: {}{}{}; over twelve months {}.", with_unit(*metric.reported, metric.unit), month,
                       source, analyse::in_words(metric.change));
  }
  return metric.origin == "derived" ? "Not reported: worked out from other facts."
                                    : "Not reported: drawn from national figures.";
}

std::string card_words(const TrustPart& part, const Metric& metric, std::size_t side) {
  std::string text = value_in_words(part, metric, side);
  if (metric.quarter[side] > 0) text += fmt::format(", {}", quarters[static_cast<std::size_t>(metric.quarter[side])]);
  return text + ", " + direction_in_words(part, metric, side) + ".";
}

std::string card(const TrustPart& part, const Metric& metric) {
  std::string html = "<li><h4>" + escaped(metric.title) + "</h4>";
  for (std::size_t side = part.sides() > 1 ? 1 : 0; side < part.sides(); ++side)
    html += for_side(side, side == part.last_side(), paragraph(card_words(part, metric, side)));
  html += paragraph(origin_in_words(metric), "note");
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

std::string optional_figure(const std::optional<double>& value) { return value ? figure(*value) : "\u2013"; }

std::string metrics_table(const TrustPart& part) {
  Table table("Initial metrics at the rating: mean of trials (5 to 95 % of them)", 2);
  std::vector<std::string> head = {"Metric",
                                   "Unit",
                                   "Reported",
                                   "Over twelve months, as reported",
                                   "National lower quartile",
                                   "National median",
                                   "National upper quartile",
                                   "Peers' median"};
  for (std::size_t side = 0; side < part.sides(); ++side) {
    head.push_back(part.title(side));
    if (side > 0) head.push_back("change ± error");
  }
  table.head(head).with("data-metrics");
  for (const Metric& metric : part.trust.metrics) {
    const Benchmark& benchmark = metric.benchmark;
    std::vector<std::string> cells = {metric.title,
                                      unit_name(metric.unit),
                                      optional_figure(metric.reported),
                                      analyse::in_words(metric.change),
                                      figure(benchmark.lower_quartile),
                                      figure(benchmark.median),
                                      figure(benchmark.upper_quartile),
                                      optional_figure(benchmark.peer_median)};
    for (std::size_t side = 0; side < part.sides(); ++side) {
      const Band& band = metric.line.sides[side][part.assessment()];
      cells.push_back(fmt::format("{} ({} to {})", figure(band.mean), figure(band.lower), figure(band.upper)));
      const analyse::Estimate& change = metric.line.change[side][part.assessment()];
      if (side > 0) cells.push_back(fmt::format("{} ± {}", signed_figure(change.value), figure(change.standard_error)));
    }
    table.row(cells);
  }
  return table.html();
}

}  // namespace

std::string metrics_part(const TrustPart& part) {
  std::string html = paragraph(
      fmt::format("{} of {} metrics are reported by the trust; the others say what is usual nationally, not what the "
                  "trust does. Each chart is at the prices of the rating's month; national figures are those of the "
                  "policy, and money among them is uprated with costs inside the simulation.",
                  part.trust.metrics_reported, part.trust.metrics_of_framework),
      "note");
  html += paragraph(part.trust.steady_words, "note");
  html += key(part.sides() > 1);
  for (const Kloe& kloe : part.trust.kloes) {
    std::string cards;
    for (const Metric& metric : part.trust.metrics)
      if (metric.kloe == kloe.id) cards += card(part, metric);
    if (!cards.empty()) html += "<h3>" + escaped(kloe.title) + "</h3><ul class=\"metrics\">" + cards + "</ul>";
  }
  return html + details("All metrics as a table", metrics_table(part));
}

std::string movers_part(const TrustPart& part) {
  constexpr std::size_t most = 6;
  std::string html;
  for (std::size_t side = 1; side < part.sides(); ++side) {
    std::vector<const Metric*> moved;
    for (const Metric& metric : part.trust.metrics)
      if (metric.line.change[side][part.assessment()].value != 0) moved.push_back(&metric);
    const auto size = [&](const Metric* metric) {
      const double spread = metric->line.sides[0][part.assessment()].sd;
      return std::abs(metric->line.change[side][part.assessment()].value) / (spread > 0 ? spread : 1e-300);
    };
    std::stable_sort(moved.begin(), moved.end(), [&](auto* a, auto* b) { return size(a) > size(b); });
    moved.resize(std::min(moved.size(), most));
    Table table("Metrics that move most against their spread, mean of trials");
    table.head({"Metric", "Baseline", "Scenario", "Change ± error", ""});
    for (const Metric* metric : moved) {
      const analyse::Estimate& change = metric->line.change[side][part.assessment()];
      const bool better = (change.value > 0) == (metric->polarity > 0);
      table.row({metric->title + ", " + unit_name(metric->unit), figure(metric->line.sides[0][part.assessment()].mean),
                 figure(metric->line.sides[side][part.assessment()].mean),
                 fmt::format("{} ± {}", signed_figure(change.value), figure(change.standard_error)),
                 metric->polarity == 0 ? ""
                 : better              ? "better"
                                       : "worse"});
    }
    html += for_side(side, side == part.last_side(), moved.empty() ? paragraph("No metric moves.") : table.html());
  }
  return html;
}

}  // namespace uor::report::page
