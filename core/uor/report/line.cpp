#include "core/uor/report/line.hpp"

#include <cmath>

namespace uor::report {

Band band_of(const tally::Moments& moments, std::uint64_t trials) {
  const auto& quantiles = moments.quantiles;
  return {moments.mean, moments.sd / std::sqrt(static_cast<double>(trials)),
          moments.sd,   quantiles[0],
          quantiles[1], quantiles[2],
          quantiles[3], quantiles[4]};
}

std::optional<Line> line_of(const View& view, const std::string& id) {
  const auto index = view.find(id);
  if (!index) return std::nullopt;
  const Quantity& quantity = view.header.summarised[*index];
  Line line{id, quantity.title, quantity.unit, quantity.polarity, {}, {}};
  for (std::size_t side = 0; side < view.sides(); ++side) {
    line.sides.emplace_back();
    line.change.emplace_back();
    for (std::size_t month = 0; month < view.months(); ++month) {
      const std::size_t at = *index * view.months() + month;
      line.sides.back().push_back(band_of(view.side(side).moments[at], view.summary.trials));
      line.change.back().push_back({view.side(side).mean_change[at], view.side(side).mean_change_se[at]});
    }
  }
  return line;
}

std::vector<Line> lines_of(const View& view, const std::vector<std::string>& ids) {
  std::vector<Line> lines;
  for (const std::string& id : ids)
    if (auto line = line_of(view, id)) lines.push_back(std::move(*line));
  return lines;
}

double mean_sum(const View& view, const std::string& id, std::size_t side, std::size_t first, std::size_t last) {
  const auto index = view.find(id);
  double sum = 0;
  if (index)
    for (std::size_t month = first; month <= last; ++month) sum += view.moments(*index, side, month).mean;
  return sum;
}

Json json_of(const Band& band) {
  return {{"mean", band.mean},
          {"standard_error", band.standard_error},
          {"sd", band.sd},
          {"p5", band.lower},
          {"p25", band.quarter},
          {"p50", band.median},
          {"p75", band.three_quarters},
          {"p95", band.upper}};
}

Json json_of(const Line& line) {
  Json sides = Json::array(), changes = Json::array();
  for (const auto& side : line.sides) sides.push_back(json_list(side));
  for (const auto& side : line.change) changes.push_back(json_list(side));
  return {{"id", line.id},  {"title", line.title}, {"unit", line.unit}, {"polarity", line.polarity},
          {"sides", sides}, {"change", changes}};
}

}  // namespace uor::report
