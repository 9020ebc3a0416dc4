#include "core/uor/trust/peers.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/base/text_file.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/number.hpp"

namespace uor::trust {
namespace {

std::optional<double> coordinate(const Trust& trust, const PeerWeight& weight) {
  const auto found = trust.reported.find(weight.field);
  if (found == trust.reported.end()) return {};
  if (!weight.logarithm) return found->second.value;
  if (found->second.value <= 0) return {};
  return std::log(found->second.value);
}

struct Spread {
  double mean = 0, sd = 1;
};

Spread spread_of(const std::vector<Trust>& sector, const PeerWeight& weight) {
  double n = 0, sum = 0, square = 0;
  for (const Trust& trust : sector) {
    if (const auto value = coordinate(trust, weight)) {
      n += 1;
      sum += *value;
      square += *value * *value;
    }
  }
  if (n < 2) return {};
  const double variance = (square - sum * sum / n) / (n - 1);
  return {sum / n, variance > 0 ? std::sqrt(variance) : 1.0};
}

double peer_distance(const Trust& a, const Trust& b, const std::vector<PeerWeight>& weights,
                     const std::vector<Spread>& spreads) {
  double sum = 0, known = 0, all = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    all += weights[i].weight;
    const auto x = coordinate(a, weights[i]), y = coordinate(b, weights[i]);
    if (!x || !y) continue;
    const double apart = (*x - *y) / spreads[i].sd;
    sum += weights[i].weight * apart * apart;
    known += weights[i].weight;
  }
  return known > 0 ? std::sqrt(sum * all / known) : std::numeric_limits<double>::infinity();
}

const CsvCell& peer_cell(const CsvTable& table, const CsvRow& row, const char* column, const std::string& path) {
  const auto index = table.column(column);
  if (!index) throw Error({path, 1, 0}, std::string("column '") + column + "' is missing");
  return row.cells[*index];
}

}  // namespace

std::vector<PeerWeight> read_peer_weights(const std::string& path, const Fields& fields) {
  const CsvTable table = parse_csv(read_text_file(path, "table of peer weights"), path);
  std::vector<PeerWeight> weights;
  for (const CsvRow& row : table.rows) {
    const CsvCell& field = peer_cell(table, row, "field", path);
    const CsvCell& weight = peer_cell(table, row, "weight", path);
    if (fields.find(field.text) == nullptr) {
      throw Error(field.where, "unknown field '" + field.text + "'." + did_you_mean(field.text, fields.ids()));
    }
    const auto number = read_written_number(weight.text, "weight", weight.where);
    if (!number || number->value < 0) throw Error(weight.where, "weight '" + weight.text + "' must be 0 or more");
    weights.push_back({field.text, number->value, peer_cell(table, row, "logarithm", path).text == "yes"});
  }
  return weights;
}

std::vector<std::string> nearest_peers(const Trust& trust, const std::vector<Trust>& sector,
                                       const std::vector<PeerWeight>& weights, std::size_t count) {
  std::vector<Spread> spreads;
  for (const PeerWeight& weight : weights) spreads.push_back(spread_of(sector, weight));
  std::vector<std::pair<double, std::string>> others;
  for (const Trust& other : sector) {
    if (other.code == trust.code) continue;
    const double apart = peer_distance(trust, other, weights, spreads);
    if (std::isfinite(apart)) others.emplace_back(apart, other.code);
  }
  std::sort(others.begin(), others.end());
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < std::min(count, others.size()); ++i) codes.push_back(others[i].second);
  return codes;
}

std::vector<std::string> peers_of(const Trust& trust, const std::vector<Trust>& sector,
                                  const std::vector<PeerWeight>& weights) {
  return trust.peers.empty() ? nearest_peers(trust, sector, weights) : trust.peers;
}

std::map<std::string, double> peer_medians(const std::vector<std::string>& peers, const std::vector<Trust>& sector) {
  std::map<std::string, std::vector<double>> values;
  for (const Trust& trust : sector) {
    if (std::find(peers.begin(), peers.end(), trust.code) == peers.end()) continue;
    for (const auto& [field, reported] : trust.reported) values[field].push_back(reported.value);
  }
  std::map<std::string, double> medians;
  for (auto& [field, list] : values) {
    if (2 * list.size() < peers.size()) continue;
    std::sort(list.begin(), list.end());
    const std::size_t n = list.size();
    medians[field] = n % 2 == 1 ? list[n / 2] : 0.5 * (list[n / 2 - 1] + list[n / 2]);
  }
  return medians;
}

}  // namespace uor::trust
