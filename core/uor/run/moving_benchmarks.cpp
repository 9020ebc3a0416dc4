#include "core/uor/run/moving_benchmarks.hpp"

#include <algorithm>
#include <array>

namespace uor::run {
namespace {

constexpr std::size_t statistics = 3, median = 1;

std::size_t most_peers(const std::vector<std::vector<std::size_t>>& peers) {
  std::size_t most = 0;
  for (const auto& list : peers) most = std::max(most, list.size());
  return most;
}

}  // namespace

MovingBenchmarks::MovingBenchmarks(const model::Plan& plan, std::vector<std::vector<std::size_t>> peers,
                                   std::size_t trials)
    : plan_(plan),
      peers_(std::move(peers)),
      national_(peers_.size(), {0.25, 0.5, 0.75}),
      published_(plan.moving->columns.size() * static_cast<std::size_t>(plan.months) * peers_.size(), trials),
      quartiles_(plan.moving->columns.size() * static_cast<std::size_t>(plan.months) * statistics, trials) {
  for (std::size_t n = 1; n <= most_peers(peers_); ++n) peer_median_.emplace_back(n, std::vector<double>{0.5});
}

void MovingBenchmarks::compare(std::size_t column, int month, std::size_t count, Columns& tile) {
  std::vector<const double*> figures(peers_.size());
  for (std::size_t trust = 0; trust < figures.size(); ++trust) {
    figures[trust] = published_.row(published_row(column, month, trust));
  }
  std::array<double*, statistics> out{};
  for (std::size_t s = 0; s < out.size(); ++s) out[s] = quartiles_.row(month_row(column, month) * statistics + s);
  national_.compute(figures, count, out, tile);
}

void MovingBenchmarks::fill(std::size_t trust, std::size_t side, std::size_t metric, std::size_t statistic, int month,
                            std::uint64_t first_trial, std::size_t count, double* out, Columns& tile) const {
  const std::size_t column = plan_.moving->column[side][metric];
  const std::size_t offset = first_trial - first_trial_;
  const std::vector<std::size_t>& peers = peers_[trust];
  if (statistic < statistics || peers.empty()) {
    const std::size_t shown = statistic < statistics ? statistic : median;
    std::copy_n(quartiles_.row(month_row(column, month) * statistics + shown) + offset, count, out);
    return;
  }
  std::vector<const double*> figures;
  for (const std::size_t peer : peers) figures.push_back(published_.row(published_row(column, month, peer)) + offset);
  peer_median_[peers.size() - 1].compute(figures, count, std::array{out}, tile);
}

}  // namespace uor::run
