#include "core/uor/run/simulator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/uor/host/verify.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/run/moving_benchmarks.hpp"
#include "core/uor/run/stopped.hpp"

namespace uor::run {

Simulator::Simulator(const model::Plan& plan, const model::Inputs& inputs)
    : plan_(plan),
      inputs_(inputs),
      batch_(std::min(inputs.batch_trials, plan.most_batch_trials)),
      work_(plan, inputs.policy, batch_),
      grading_(plan, inputs.policy, batch_),
      summarised_(plan.wiring.quantities.size(), false),
      bins_(batch_),
      scratch_(1, batch_) {
  node_count_ = plan.anchors.size() + plan.phase_one.size() + plan.phase_two.size();
  bounds_.resize((static_cast<std::size_t>(plan.months) + 1) * plan.sides.size() * node_count_);
  for (const auto* looked_at : {&plan.summarised, &plan.only_checked}) {
    for (const std::size_t quantity : *looked_at) summarised_[quantity] = true;
  }
  anchored_.assign(plan.wiring.quantities.size(), false);
  for (const model::PlannedNode& node : plan.anchors) {
    for (const std::size_t quantity : node.outputs) anchored_[quantity] = true;
  }
}

void Simulator::bind(const tally::TrustContext& trust) {
  trust_ = &trust;
  hold(nullptr, nullptr);
  work_.bind(*trust.source, trust.code, trust.peers);
  work_.compare_with(nullptr, trust.index);
}

uor_batch Simulator::batch_of(const double* const* inputs, double* const* outputs) const {
  const bool outturn = plan_.on_outturn() && work_.month() == 0;
  const int month = std::max(work_.month(), 1);
  uor_batch batch{};
  batch.month = work_.month();
  batch.month_of_year = model::month_of_year(month);
  batch.year = model::year_of(month);
  batch.days_in_month = model::days_in(batch.month_of_year);
  batch.assessment_month = outturn ? 0 : plan_.assessment_month;
  if (outturn && !anchoring_) batch.month_of_year = 12;  // the March before month 1
  batch.inputs = inputs;
  batch.outputs = outputs;
  return batch;
}

void Simulator::call(const model::PlannedNode& node, uor_batch& batch) const {
  batch.first_trial = work_.first_trial();
  batch.trial_count = work_.count();
  batch.parameters = trust_->parameters[static_cast<std::size_t>(batch.year - 1)][node.plugin].data();
  inputs_.catalogue->plugins()[node.plugin].evaluate(node.node, batch);
}

void Simulator::call(const model::PlannedNode& node, const double* const* columns, double* const* outputs) const {
  uor_batch batch = batch_of(columns, outputs);
  call(node, batch);
}

Simulator::Bound Simulator::bind_columns(const model::PlannedNode& node, std::size_t side, bool anchor) {
  Bound columns;
  for (const std::size_t access : node.accesses) {
    columns.inputs.push_back(anchor ? work_.read_anchor(access) : work_.read(side, access));
    if (!anchor && work_.computes(side, access)) columns.computed.push_back(access);
  }
  for (const std::size_t quantity : node.outputs) {
    columns.outputs.push_back(anchor ? work_.anchor_output(quantity) : work_.output(side, quantity));
    if (summarised_[quantity]) columns.summarised.push_back(columns.outputs.back());
  }
  return columns;
}

Simulator::Bound& Simulator::bound(const model::PlannedNode& node, std::size_t side, bool anchor) {
  const std::size_t month = anchor ? 0 : static_cast<std::size_t>(work_.month());
  Bound& columns = bounds_[(month * plan_.sides.size() + side) * node_count_ + node.number];
  if (columns.outputs.empty()) {
    columns = bind_columns(node, side, anchor);
    columns.batch = batch_of(columns.inputs.data(), columns.outputs.data());
  } else {
    for (const std::size_t access : columns.computed) work_.read(side, access);
  }
  return columns;
}

void Simulator::evaluate(const model::PlannedNode& node, std::size_t side, bool anchor) {
  Bound& columns = bound(node, side, anchor);
  poison(node, columns);
  call(node, columns.batch);
  check(node, columns, side, anchor);
}

bool Simulator::checks_all() const { return work_.first_trial() / tally::leaf_trials % check_every == 0; }

void Simulator::poison(const model::PlannedNode& node, const Bound& columns) const {
  if (!checks_all()) {
    for (double* column : columns.summarised) host::poison_ends(column, work_.count());
    return;
  }
  for (std::size_t i = 0; i < node.outputs.size(); ++i) host::poison(columns.outputs[i], work_.count());
}

bool Simulator::possible(std::size_t quantity, const double* column, std::size_t count) const {
  const host::Range range = host::possible_range(plan_.wiring.quantities[quantity]);
  return tally::kernels().inside(column, count, range.lower, range.upper);
}

void Simulator::check(const model::PlannedNode& node, const Bound& columns, std::size_t side, bool anchor) const {
  if (!checks_all()) return;
  for (std::size_t i = 0; i < node.outputs.size(); ++i) {
    const std::size_t quantity = node.outputs[i];
    if (summarised_[quantity] && !anchor) continue;  // looked at when it is tallied
    if (possible(quantity, columns.outputs[i], work_.count())) continue;
    const host::Verdict verdict =
        host::verify(plan_.wiring.quantities[quantity], columns.outputs[i], std::min(valid_, work_.count()));
    if (verdict.violation) refuse(node, side, anchor, quantity, verdict.violation->trial, verdict.violation->value);
  }
}

/// Some summarised column of the month holds what cannot be: refuses the first node that wrote such a value.
void Simulator::check_month(std::size_t side) const {
  for (const auto* phase : {&plan_.phase_one, &plan_.phase_two}) {
    for (const model::PlannedNode& node : *phase) {
      if (!node.on_side[side]) continue;
      for (const std::size_t quantity : node.outputs) {
        const host::Verdict verdict =
            host::verify(plan_.wiring.quantities[quantity], work_.current(side, quantity), valid_);
        if (!verdict.violation) continue;
        refuse(node, side, false, quantity, verdict.violation->trial, verdict.violation->value);
      }
    }
  }
}

void Simulator::refuse(const model::PlannedNode& node, std::size_t side, bool anchor, std::size_t quantity,
                       std::size_t trial, double value) const {
  const Quantity& broken = plan_.wiring.quantities[quantity];
  const host::Plugin& plugin = inputs_.catalogue->plugins()[node.plugin];
  throw Error(
      fmt::format("plugin '{}' node '{}': '{}' {} for trust {}, scenario '{}', month {}, trial {}; `uor plugins "
                  "check {}` tests the plugin",
                  plugin.id(), plugin.nodes()[node.node].id, broken.id, host::explain(broken, value), trust_->code,
                  plan_.sides[side].name, anchor ? 0 : work_.month(), work_.first_trial() + trial, plugin.path()),
      Fault::run);
}

void Simulator::run_anchors() {
  anchoring_ = true;
  for (const model::PlannedNode& node : plan_.anchors) evaluate(node, 0, true);
}

void Simulator::run_phases(std::size_t side) {
  for (const model::PlannedNode& node : plan_.phase_one) {
    if (node.on_side[side]) evaluate(node, side, false);
  }
  if (plan_.today && work_.month() == plan_.assessment_month) work_.stand_as_reported(side);
  work_.publish(side);
  for (const model::PlannedNode& node : plan_.phase_two) {
    if (node.on_side[side]) evaluate(node, side, false);
  }
}

void Simulator::open_month(int month) {
  if (plan_.on_outturn()) {
    run_outturn();
  } else {
    work_.advance(month);
  }
}

void Simulator::evaluate_outturn(const model::PlannedNode& node) {
  std::vector<const double*> inputs;
  std::vector<double*> outputs;
  for (const std::size_t access : node.accesses) inputs.push_back(work_.read_outturn(access));
  for (const std::size_t quantity : node.outputs) {
    outputs.push_back(work_.outturn_output(quantity, anchored_[quantity]));
  }
  call(node, inputs.data(), outputs.data());
  for (const std::size_t quantity : node.outputs) {
    const double* column = work_.anchor_output(quantity);
    if (anchored_[quantity] || possible(quantity, column, work_.count())) continue;
    const host::Verdict verdict =
        host::verify(plan_.wiring.quantities[quantity], column, std::min(valid_, work_.count()));
    if (verdict.violation) refuse(node, 0, true, quantity, verdict.violation->trial, verdict.violation->value);
  }
}

void Simulator::run_outturn() {
  anchoring_ = false;
  work_.open_outturn();
  for (const std::size_t n : plan_.outturn_one) evaluate_outturn(plan_.phase_one[n]);
  work_.publish(0);
  for (const std::size_t n : plan_.outturn_two) evaluate_outturn(plan_.phase_two[n]);
  work_.close_outturn();
}

void Simulator::run_first_phase(std::size_t side) {
  for (std::size_t n = 0; n < plan_.phase_one.size(); ++n) {
    const model::PlannedNode& node = plan_.phase_one[n];
    if (!plan_.moving->needed[n] || !node.on_side[side]) continue;
    evaluate(node, side, false);
    for (const std::size_t quantity : node.outputs) {  // before others are compared with it
      const Quantity& known = plan_.wiring.quantities[quantity];
      if (known.kind != Kind::metric) continue;
      const host::Verdict verdict = host::verify(known, work_.current(side, quantity), valid_);
      if (verdict.violation) refuse(node, side, false, quantity, verdict.violation->trial, verdict.violation->value);
    }
  }
  work_.publish(side);
}

void Simulator::first_phase(std::uint64_t first, std::size_t count, MovingBenchmarks& benchmarks,
                            const std::stop_token& stop) {
  for (std::size_t offset = 0; offset < count; offset += batch_) {
    leave_if_asked(stop);
    valid_ = std::min(batch_, count - offset);
    work_.start(first + offset, round_up(valid_, lane_count));
    run_anchors();
    for (int month = 1; month <= plan_.months; ++month) {
      work_.advance(month);
      for (std::size_t side = 0; side < plan_.sides.size(); ++side) run_first_phase(side);
      for (std::size_t c = 0; c < plan_.moving->columns.size(); ++c) {
        const auto [side, metric] = plan_.moving->columns[c];
        const double* figures = work_.current(side, plan_.published[metric].published);
        std::copy_n(figures, work_.count(), benchmarks.published(c, month, trust_->index) + offset);
      }
    }
  }
}

void Simulator::size_block(tally::Block& block) const {
  const std::size_t sides = plan_.sides.size(), months = static_cast<std::size_t>(plan_.months), n = block.count;
  block.final_rating.resize(sides * n);
  block.final_combined.resize(sides * n);
  block.final_quality.resize(n);
  if (inputs_.keep.ratings) block.rating.resize(sides * months * n);
  if (inputs_.keep.latent) block.latent.resize(sides * n);
  if (inputs_.keep.evidence) {
    block.evidence_score.resize(plan_.scores.size() * n);
    block.evidence_indicator.resize(plan_.indicators.size() * n);
    block.evidence_limit.resize(plan_.limiters.size() * n);
  }
  if (inputs_.keep.scores) block.score.resize(sides * plan_.scores.size() * months * n);
  if (inputs_.keep.metrics) block.final_metric.resize(sides * plan_.metrics.size() * n);
  if (inputs_.keep.metrics_by_month) block.metric.resize(sides * plan_.metrics.size() * months * n);
  if (inputs_.keep.drivers) block.driver.resize(sides * plan_.kept_drivers.size() * months * n);
  if (!plan_.kept_quantities.empty()) block.quantity.resize(sides * plan_.kept_quantities.size() * months * n);
}

void Simulator::start_piece(std::uint64_t first, std::size_t count, Piece& piece) const {
  const std::size_t sides = plan_.sides.size(), months = static_cast<std::size_t>(plan_.months);
  piece.block.trust = trust_->index;
  piece.block.first_trial = first;
  piece.block.count = count;
  size_block(piece.block);
  piece.tally.sums.start(plan_.sum_columns(), count);
  piece.tally.counts.resize(sides);
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

void Simulator::run_batch(std::uint64_t first, std::size_t valid, std::size_t offset, Piece& piece,
                          tally::Distributions* distributions) {
  valid_ = valid;
  start_batch(first);
  for (int month = 1; month <= plan_.months; ++month) {
    for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
      run_month(month, side);
      tally_month(side, valid, offset, piece, distributions);
      if (month == plan_.assessment_month) tally_benchmarks(side, valid, offset, piece);
      grading_.grade(work_, side);
      grading_.count_month(work_, side, valid, piece.tally.counts[side]);
      keep_month(side, valid, offset, piece.block);
    }
    if (inputs_.keep.evidence && month == plan_.assessment_month) keep_evidence(valid, offset, piece.block);
    if (month == plan_.assessment_month) grading_.combine(work_);
  }
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
    grading_.count(side, valid, piece.tally.counts[side]);
  }
  tally_latent(valid, offset, piece);
  keep_ratings(valid, offset, piece.block);
  if (distributions != nullptr) distributions->passed(valid);
}

void Simulator::tally_latent(std::size_t valid, std::size_t offset, Piece& piece) {
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
    piece.tally.sums.add(plan_.latent_column(side), grading_.latent(side), grading_.latent(0), {}, offset, valid,
                         bins_.data());
  }
}

void Simulator::tally_benchmarks(std::size_t side, std::size_t valid, std::size_t offset, Piece& piece) {
  const auto add = [&](std::size_t column, const double* values) {
    piece.tally.sums.add(column, values, nullptr, {}, offset, valid, bins_.data());
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
  const std::size_t months = static_cast<std::size_t>(plan_.months), items = plan_.summarised.size() * months;
  for (std::size_t s = 0; s < plan_.summarised.size(); ++s) {
    const std::size_t quantity = plan_.summarised[s];
    if (side > 0 && !plan_.sides[side].changed[quantity]) continue;  // the baseline's summary serves
    const std::size_t item = s * months + static_cast<std::size_t>(work_.month() - 1);
    const std::size_t column = side * items + item;
    if (distributions != nullptr) distributions->fetch(column);
    const double* values = work_.current(side, quantity);
    const double* baseline = side == 0 ? nullptr : work_.current(0, quantity);
    const tally::Scale& scale = trust_->scales[column];
    const tally::Extremes found = piece.tally.sums.add(column, values, baseline, scale, offset, valid, bins_.data());
    const Quantity& known = plan_.wiring.quantities[quantity];
    if (!found.numbers || !host::all_possible(known, found.low, found.high)) check_month(side);
    if (side == 0 && !host::all_likely(known, found.low, found.high)) {
      piece.tally.implausible[quantity] += host::verify(known, values, valid).implausible;
    }
    if (distributions != nullptr) distributions->add(column, values, bins_.data(), valid, found, scale);
  }
  for (const std::size_t quantity : plan_.only_checked) {
    if (side > 0 && !plan_.sides[side].changed[quantity]) continue;
    if (!possible(quantity, work_.current(side, quantity), work_.count())) check_month(side);
  }
}

void Simulator::keep_month(std::size_t side, std::size_t valid, std::size_t offset, tally::Block& block) const {
  const std::size_t months = static_cast<std::size_t>(plan_.months);
  // Into place `place` of the `places` that each quantity has.
  const auto keep_at = [&](std::vector<double>& kept, const auto& quantities, std::size_t place, std::size_t places) {
    if (kept.empty()) return;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
      const double* values = work_.kept(side, quantities[i]);
      const std::size_t row = (side * quantities.size() + i) * places + place;
      std::copy(values, values + valid, kept.data() + row * block.count + offset);
    }
  };
  const auto keep = [&](std::vector<double>& kept, const auto& quantities) {
    keep_at(kept, quantities, static_cast<std::size_t>(work_.month() - 1), months);
  };
  keep(block.score, plan_.scores);
  keep(block.metric, plan_.metrics);
  keep(block.driver, plan_.kept_drivers);
  keep(block.quantity, plan_.kept_quantities);
  if (work_.month() == plan_.assessment_month) keep_at(block.final_metric, plan_.metrics, 0, 1);
}

void Simulator::keep_evidence(std::size_t valid, std::size_t offset, tally::Block& block) const {
  for (std::size_t k = 0; k < plan_.scores.size(); ++k) {
    const double* score = work_.current(0, plan_.scores[k]);
    std::copy(score, score + valid, block.evidence_score.data() + k * block.count + offset);
  }
  for (std::size_t i = 0; i < plan_.indicators.size(); ++i) {
    const model::PlannedIndicator& row = plan_.indicators[i];
    const double* value = work_.current(0, row.quantity);
    double* out = block.evidence_indicator.data() + i * block.count + offset;
    for (std::size_t t = 0; t < valid; ++t) out[t] = rate::standardised(value[t], row.mean, row.sd);
  }
  for (std::size_t l = 0; l < plan_.limiters.size(); ++l) {
    const model::PlannedLimiter& limiter = plan_.limiters[l];
    std::uint8_t* out = block.evidence_limit.data() + l * block.count + offset;
    std::fill(out, out + valid, std::uint8_t{1});
    for (std::size_t i = 0; i < limiter.tests.size(); ++i) {
      const double* value = work_.current(0, limiter.quantities[i]);
      const double* line = limiter.line == model::npos ? nullptr : work_.current(0, limiter.line);
      for (std::size_t t = 0; t < valid; ++t) {
        const double tested = line == nullptr ? value[t] : value[t] - limiter.slope[i] * line[t];
        out[t] = rate::holds(limiter.tests[i], tested) ? out[t] : std::uint8_t{0};
      }
    }
  }
}

void Simulator::keep_ratings(std::size_t valid, std::size_t offset, tally::Block& block) const {
  const std::size_t months = static_cast<std::size_t>(plan_.months);
  std::copy(grading_.quality(), grading_.quality() + valid, block.final_quality.data() + offset);
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
    const rate::Grade* final_rating = grading_.rating(side, plan_.assessment_month);
    std::copy(final_rating, final_rating + valid, block.final_rating.data() + side * block.count + offset);
    const rate::Grade* combined = grading_.combined(side);
    std::copy(combined, combined + valid, block.final_combined.data() + side * block.count + offset);
    if (!block.latent.empty()) {
      const double* latent = grading_.latent(side);
      std::copy(latent, latent + valid, block.latent.data() + side * block.count + offset);
    }
    if (block.rating.empty()) continue;
    for (std::size_t month = 0; month < months; ++month) {
      const rate::Grade* grades = grading_.rating(side, static_cast<int>(month) + 1);
      std::copy(grades, grades + valid, block.rating.data() + (side * months + month) * block.count + offset);
    }
  }
}

void Simulator::add_pilot(std::size_t side, std::vector<std::vector<double>>& values) const {
  const std::size_t months = static_cast<std::size_t>(plan_.months), items = plan_.summarised.size() * months;
  for (std::size_t s = 0; s < plan_.summarised.size(); ++s) {
    if (side > 0 && !plan_.sides[side].changed[plan_.summarised[s]]) continue;
    const double* column = work_.current(side, plan_.summarised[s]);
    const std::size_t item = s * months + static_cast<std::size_t>(work_.month() - 1);
    std::vector<double>& pilot = values[side * items + item];
    const std::size_t most = side == 0 ? std::numeric_limits<std::size_t>::max() : side_pilot_trials;
    pilot.insert(pilot.end(), column, column + std::min(valid_, most - std::min(most, pilot.size())));
  }
}

std::vector<tally::Scale> Simulator::pilot(std::size_t trials, const std::stop_token& stop) {
  std::vector<std::vector<double>> values(plan_.sides.size() * plan_.summarised.size() *
                                          static_cast<std::size_t>(plan_.months));
  for (std::size_t first = 0; first < trials; first += batch_) {
    leave_if_asked(stop);
    valid_ = std::min(batch_, trials - first);
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
