#include "core/uor/run/simulator.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/uor/host/verify.hpp"
#include "core/uor/model/fit_draws.hpp"
#include "core/uor/run/moving_benchmarks.hpp"
#include "core/uor/run/stopped.hpp"

namespace uor::run {

Simulator::Simulator(const model::Plan& plan, const model::Inputs& inputs, Columns memory)
    : plan_(plan),
      keep_(plan.wanted.keep),
      points_(inputs.scenario.run.points),
      batch_(std::min(inputs.batch_trials, plan.most_batch_trials)),
      work_(plan, inputs.policy, batch_, std::move(memory)),
      calls_(plan, inputs, work_),
      grading_(plan, inputs.policy, batch_),
      keeping_(plan, inputs.trusts.size(), work_, grading_),
      bins_(batch_),
      scratch_(1, batch_) {}

void Simulator::bind(const tally::TrustContext& trust) {
  trust_ = &trust;
  hold(nullptr, nullptr);
  calls_.bind(trust);
  work_.bind(*trust.source, trust.code, trust.peers);
  work_.compare_with(nullptr, trust.index);
}

void Simulator::open_month(int month) {
  if (plan_.on_outturn()) {
    calls_.run_outturn();
  } else {
    work_.advance(month);
  }
}

void Simulator::first_phase(std::uint64_t first, std::size_t count, MovingBenchmarks& benchmarks,
                            const std::stop_token& stop) {
  for (std::size_t offset = 0; offset < count; offset += batch_) {
    leave_if_asked(stop);
    calls_.start(valid_ = std::min(batch_, count - offset));
    work_.start(first + offset, round_up(valid_, lane_count));
    run_anchors();
    for (int month = 1; month <= plan_.months; ++month) {
      work_.advance(month);
      for (std::size_t side = 0; side < plan_.sides.size(); ++side) calls_.run_first_phase(side);
      for (std::size_t c = 0; c < plan_.moving->columns.size(); ++c) {
        const auto [side, metric] = plan_.moving->columns[c];
        const double* figures = work_.current(side, plan_.published[metric].published);
        std::copy_n(figures, work_.count(), benchmarks.published(c, month, trust_->index) + offset);
      }
    }
  }
}

void Simulator::start_piece(std::uint64_t first, std::size_t count, Piece& piece) const {
  const std::size_t sides = plan_.sides.size(), months = static_cast<std::size_t>(plan_.months);
  piece.block.trust = trust_->index;
  piece.block.first_trial = first;
  piece.block.count = count;
  keeping_.size(piece.block);
  piece.tally.sums.start(plan_.sum_columns(), count);
  const std::uint64_t ranged = model::fit_range_trials - std::min<std::uint64_t>(first, model::fit_range_trials);
  piece.tally.fit_sums.start(plan_.range_column(sides, 0, 0),
                             plan_.range_draws() > 0 ? std::min<std::uint64_t>(count, ranged) : 0);
  const std::size_t blocks = points_ == Points::random ? 1 : (count + block_trials - 1) / block_trials;
  piece.tally.counts.resize(blocks * sides);
  for (tally::SideCounts& counts : piece.tally.counts) {
    counts.start(plan_.scores.size(), months, plan_.limiters.size(), plan_.characteristics.size(), plan_.beside.size());
  }
  piece.tally.implausible.assign(plan_.wiring.quantities.size(), 0);
}

void Simulator::simulate(std::uint64_t first, std::size_t count, Piece& piece, tally::Distributions* distributions,
                         const std::stop_token& stop) {
  start_piece(first, count, piece);
  for (std::size_t offset = 0; offset < count; offset += batch_) {
    leave_if_asked(stop);
    run_batch(first + offset, std::min(batch_, count - offset), offset, piece, distributions);
  }
}

void Simulator::start_batch(std::uint64_t first) {
  const std::size_t count = round_up(valid_, lane_count);
  if (reuse_ != nullptr) {
    work_.start_from(*reuse_, first, count);
    return;
  }
  work_.start(first, count);
  run_anchors();
  if (record_ != nullptr) work_.leave_in(*record_);
}

/// The baseline opens the month for all sides.
void Simulator::run_month(int month, std::size_t side) {
  if (side == 0 && reuse_ != nullptr) {
    work_.advance_from(*reuse_, month);
    return;
  }
  if (side == 0) open_month(month);
  if (!plan_.on_outturn()) run_phases(side);
  if (side == 0 && record_ != nullptr) work_.leave_in(*record_);
}

/// count(from, trials, counts) of the batch's trials in each block: with lhs and sobol points another replicate's.
template <typename Count>
void Simulator::by_block(std::size_t side, std::size_t valid, std::size_t offset, tally::Tally& tally, Count count) {
  if (points_ == Points::random) return count(0, valid, tally.counts[side]);
  for (std::size_t from = 0; from < valid;) {
    const std::size_t block = (offset + from) / block_trials;
    const std::size_t part = std::min<std::size_t>(valid - from, (block + 1) * block_trials - (offset + from));
    count(from, part, tally.counts[block * plan_.sides.size() + side]);
    from += part;
  }
}

void Simulator::run_batch(std::uint64_t first, std::size_t valid, std::size_t offset, Piece& piece,
                          tally::Distributions* distributions) {
  calls_.start(valid_ = valid);
  start_batch(first);
  for (int month = 1; month <= plan_.months; ++month) {
    for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
      run_month(month, side);
      tally_month(side, valid, offset, piece, distributions);
      if (month == plan_.assessment_month) tally_benchmarks(side, valid, offset, piece);
      grading_.grade(work_, side);
      by_block(side, valid, offset, piece.tally, [&](std::size_t from, std::size_t count, tally::SideCounts& counts) {
        grading_.count_month(work_, side, from, count, counts);
      });
      grading_.odds().tally(work_, side, valid, offset, piece.tally.sums);
      if (month == plan_.assessment_month && first < model::fit_range_trials) {
        const std::size_t some = std::min<std::size_t>(valid, model::fit_range_trials - first);
        grading_.range().tally(work_, side, some, offset, piece.tally.fit_sums);
      }
      keeping_.month(side, valid, offset, piece.block);
    }
    if (keep_.evidence && month == plan_.assessment_month) keeping_.evidence(valid, offset, piece.block);
    if (month == plan_.assessment_month) grading_.combine(work_);
  }
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
    by_block(side, valid, offset, piece.tally, [&](std::size_t from, std::size_t count, tally::SideCounts& counts) {
      grading_.count(side, from, count, counts);
    });
    grading_.odds().tally_combined(side, valid, offset, piece.tally.sums);
  }
  tally_latent(valid, offset, piece);
  keeping_.ratings(valid, offset, piece.block);
  if (distributions != nullptr) distributions->passed(valid);
}

void Simulator::tally_latent(std::size_t valid, std::size_t offset, Piece& piece) {
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
    piece.tally.sums.add(plan_.latent_column(side), grading_.latent(side), grading_.latent(0), {}, offset, valid,
                         nullptr);
  }
}

void Simulator::tally_benchmarks(std::size_t side, std::size_t valid, std::size_t offset, Piece& piece) {
  const auto add = [&](std::size_t column, const double* values) {
    piece.tally.sums.add(column, values, nullptr, {}, offset, valid, nullptr);
  };
  add(plan_.price_column(side), work_.price_index(side));
  for (std::size_t m = 0; plan_.moving && m < plan_.published.size(); ++m) {
    for (std::size_t s = 0; s < model::Plan::statistics; ++s) {
      if (plan_.published[m].benchmark[s] == model::npos) continue;
      add(plan_.benchmark_column(side, m, s), work_.benchmark_now(side, m, s, scratch_.row(0)));
    }
  }
}

void Simulator::tally_month(std::size_t side, std::size_t valid, std::size_t offset, Piece& piece,
                            tally::Distributions* distributions) {
  if (!plan_.summarises(work_.month())) {
    if (side > 0 || reuse_ == nullptr) check_columns(side);  // what is held was looked at
    return;
  }
  for (std::size_t s = 0; s < plan_.summarised.size(); ++s) {
    const std::size_t quantity = plan_.summarised[s];
    if (side > 0 && !plan_.sides[side].changed[quantity]) continue;  // the baseline's summary serves
    const std::size_t column = side * plan_.items() + plan_.item(s, work_.month());
    if (distributions != nullptr) distributions->fetch(column);
    const double* values = work_.current(side, quantity);
    const double* baseline = side == 0 ? nullptr : work_.current(0, quantity);
    const tally::Scale& scale = trust_->scales[column];
    const tally::Extremes found = piece.tally.sums.add(column, values, baseline, scale, offset, valid, bins_.data());
    const Quantity& known = plan_.wiring.quantities[quantity];
    if (!found.numbers || !host::all_possible(known, found.low, found.high)) calls_.check_month(side);
    if (side == 0 && !host::all_likely(known, found.low, found.high)) {
      piece.tally.implausible[quantity] += host::verify(known, values, valid).implausible;
    }
    if (distributions != nullptr) distributions->add(column, values, bins_.data(), valid, found, scale);
  }
}

/// As often as what is summarised is looked at.
void Simulator::check_columns(std::size_t side) const {
  for (const std::size_t quantity : plan_.summarised) {
    if (side > 0 && !plan_.sides[side].changed[quantity]) continue;
    if (!calls_.possible(quantity, work_.current(side, quantity), work_.count())) calls_.check_month(side);
  }
}

void Simulator::add_pilot(std::size_t side, std::vector<std::vector<double>>& values) const {
  if (!plan_.summarises(work_.month())) return;
  for (std::size_t s = 0; s < plan_.summarised.size(); ++s) {
    if (side > 0 && !plan_.sides[side].changed[plan_.summarised[s]]) continue;
    const double* column = work_.current(side, plan_.summarised[s]);
    std::vector<double>& pilot = values[side * plan_.items() + plan_.item(s, work_.month())];
    const std::size_t most = side == 0 ? std::numeric_limits<std::size_t>::max() : side_pilot_trials;
    pilot.insert(pilot.end(), column, column + std::min(valid_, most - std::min(most, pilot.size())));
  }
}

std::vector<tally::Scale> Simulator::pilot(std::size_t trials, const std::stop_token& stop) {
  std::vector<std::vector<double>> values(plan_.sides.size() * plan_.items());
  for (std::size_t first = 0; first < trials; first += batch_) {
    leave_if_asked(stop);
    calls_.start(valid_ = std::min(batch_, trials - first));
    work_.start(first, round_up(valid_, lane_count));
    run_anchors();
    for (int month = 1; month <= plan_.months; ++month) {
      open_month(month);
      for (std::size_t side = 0; side < (first < side_pilot_trials ? plan_.sides.size() : 1); ++side) {
        if (!plan_.on_outturn()) run_phases(side);
        add_pilot(side, values);
      }
    }
  }
  std::vector<tally::Scale> scales;
  for (std::vector<double>& pilot : values) scales.push_back(tally::scale_of(std::move(pilot)));
  return scales;
}

}  // namespace uor::run
