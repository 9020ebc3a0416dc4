#include "core/uor/lab/parts.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/uor/host/verify.hpp"
#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/parameters.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/run/simulator.hpp"
#include "core/uor/tally/summarise.hpp"

namespace uor::lab {

namespace {

model::Inputs whole_leaves(model::Inputs inputs) {
  inputs.batch_trials = round_up(std::max(inputs.batch_trials, tally::leaf_trials), tally::leaf_trials);
  return inputs;
}

model::Plan plan_for(const model::Inputs& inputs, model::Summaries summaries) {
  model::Plan plan = model::make_plan(inputs);
  model::want(plan, inputs, {inputs.keep, summaries});
  return plan;
}

}  // namespace

struct Parts::State {
  /// A node's call with the columns that it had.
  struct Recorded {
    const model::PlannedNode* node;
    std::size_t side;
    int month;
    run::NodeCalls::Bound* columns;
  };

  model::Inputs inputs;
  model::Plan plan;
  model::DriverSource source;
  tally::TrustContext trust;
  run::Simulator simulator;
  run::Piece piece;
  tally::Distributions distributions;
  std::optional<tally::Summariser> summariser;
  std::vector<Recorded> recorded;
  Columns scratch;       // one row a quantity
  bool possible = true;  // what was checked so far

  State(const model::Inputs& given, model::Summaries summaries)
      : inputs(whole_leaves(given)),
        plan(plan_for(inputs, summaries)),
        source(plan, inputs, inputs.trusts.front()),
        trust{0,
              inputs.trusts.front().code,
              &source,
              model::parameter_table(*inputs.catalogue, inputs.policy, policy_year(), plan.months),
              model::peer_medians_of(inputs, 0),
              {}},
        simulator(plan, inputs),
        scratch(plan.wiring.quantities.size(), inputs.batch_trials) {
    simulator.bind(trust);
    trust.scales = simulator.pilot(tally::leaf_trials);
    distributions.start(plan.sides.size() * plan.items());
    summariser.emplace(plan, trust, inputs.scenario.run.points);
    record();
  }

  std::string policy_year() const {
    const std::string& own = inputs.trusts.front().policy_year;
    return own.empty() ? inputs.policy.default_year : own;
  }
  std::size_t months() const { return static_cast<std::size_t>(plan.months); }

  /// Calls `act` with each node, side and whether it is an anchor, in order. [what publish() does comes between]
  template <class Act, class Publish>
  void for_each_node(const Act& act, const Publish& publish) {
    simulator.work_.revisit(0);
    for (const model::PlannedNode& node : plan.anchors) act(node, 0, true);
    for (int month = 1; month <= plan.months; ++month) {
      simulator.work_.revisit(month);
      for (std::size_t side = 0; side < plan.sides.size(); ++side) {
        for (const model::PlannedNode& node : plan.phase_one) {
          if (node.on_side[side]) act(node, side, false);
        }
        publish(side);
        for (const model::PlannedNode& node : plan.phase_two) {
          if (node.on_side[side]) act(node, side, false);
        }
      }
    }
  }

  void record() {
    const auto keep = [&](const model::PlannedNode& node, std::size_t side, bool anchor) {
      recorded.push_back({&node, side, simulator.work_.month(), &simulator.calls_.bound(node, side, anchor)});
    };
    simulator.work_.start(0, inputs.batch_trials);
    for_each_node(keep, [](std::size_t) {});
  }

  void simulate(std::uint64_t first, std::size_t trials) {
    simulator.simulate(first, trials, piece, &distributions);
    summariser->add(piece.tally, trials);
  }

  /// As a run: in a batch that is looked all through (run::check_every) every written column, else the ends of
  /// summarised columns, whose values are looked at as they are tallied.
  void check_month(const Recorded& call, bool all) {
    for (std::size_t i = 0; i < call.columns->outputs.size(); ++i) {
      const std::size_t quantity = call.node->outputs[i];
      if (all) {
        host::poison(scratch.row(quantity), inputs.batch_trials);
        if (simulator.calls_.is_looked_at(quantity) && call.month > 0) continue;
        possible = simulator.calls_.possible(quantity, call.columns->outputs[i], inputs.batch_trials) && possible;
      } else if (simulator.calls_.is_looked_at(quantity)) {
        host::poison_ends(call.columns->outputs[i], inputs.batch_trials);  // where the node is about to write
      }
    }
  }
};

Parts::Parts(const model::Inputs& inputs, model::Summaries summaries)
    : state_(std::make_unique<State>(inputs, summaries)) {}
Parts::~Parts() = default;

PartSizes Parts::sizes() const {
  const model::Plan& plan = state_->plan;
  PartSizes sizes{state_->inputs.batch_trials,
                  plan.sides.size(),
                  state_->months(),
                  state_->source.sampler().stream_count(),
                  plan.drivers.size(),
                  static_cast<std::size_t>(std::count(plan.used.begin(), plan.used.end(), true)),
                  state_->recorded.size(),
                  0,
                  0};
  for (const State::Recorded& call : state_->recorded) sizes.evaluated += call.columns->outputs.size();
  for (const model::Side& side : plan.sides) {
    for (const std::size_t quantity : plan.summarised) {
      if (&side == plan.sides.data() || side.changed[quantity]) sizes.summarised += plan.summarised_months();
    }
  }
  return sizes;
}

void Parts::whole(std::uint64_t first) { state_->simulate(first, state_->inputs.batch_trials); }

void Parts::nothing() {
  run::Simulator& simulator = state_->simulator;
  simulator.work_.start(0, 0);
  for (const State::Recorded& call : state_->recorded) {
    if (simulator.work_.month() != call.month) simulator.work_.revisit(call.month);
    simulator.calls_.call(*call.node, call.columns->batch);
  }
}

void Parts::draw(std::uint64_t first) {
  run::Workspace& work = state_->simulator.workspace();
  work.start(first, state_->inputs.batch_trials);
  for (int month = 1; month <= state_->plan.months; ++month) work.advance(month);
}

void Parts::nodes() {
  run::Simulator& simulator = state_->simulator;
  const auto act = [&](const model::PlannedNode& node, std::size_t side, bool anchor) {
    const auto& columns = simulator.calls_.bound(node, side, anchor);
    simulator.calls_.call(node, columns.inputs.data(), columns.outputs.data());
  };
  state_->for_each_node(act, [&](std::size_t side) { simulator.work_.publish(side); });
}

void Parts::kernels() {
  run::Simulator& simulator = state_->simulator;
  for (const State::Recorded& call : state_->recorded) {
    if (simulator.work_.month() != call.month) simulator.work_.revisit(call.month);
    simulator.calls_.call(*call.node, call.columns->batch);
  }
}

void Parts::checks() {
  const std::uint64_t turn = state_->simulator.work_.first_trial() / tally::leaf_trials;
  for (const State::Recorded& call : state_->recorded) state_->check_month(call, turn % run::check_every == 0);
}

void Parts::rating() {
  run::Simulator& simulator = state_->simulator;
  const std::size_t trials = state_->inputs.batch_trials;
  for (int month = 1; month <= state_->plan.months; ++month) {
    simulator.work_.revisit(month);
    for (std::size_t side = 0; side < state_->plan.sides.size(); ++side) {
      simulator.grading_.grade(simulator.work_, side);
      simulator.grading_.count_month(simulator.work_, side, 0, trials, state_->piece.tally.counts[side]);
    }
    if (month == state_->plan.assessment_month) simulator.grading_.combine(simulator.work_);
  }
  for (std::size_t side = 0; side < state_->plan.sides.size(); ++side) {
    simulator.grading_.count(side, 0, trials, state_->piece.tally.counts[side]);
  }
  simulator.keeping_.ratings(trials, 0, state_->piece.block);
}

void Parts::summary() {
  run::Simulator& simulator = state_->simulator;
  const std::size_t trials = state_->inputs.batch_trials;
  simulator.start_piece(simulator.work_.first_trial(), trials, state_->piece);
  for (int month = 1; month <= state_->plan.months; ++month) {
    simulator.work_.revisit(month);
    for (std::size_t side = 0; side < state_->plan.sides.size(); ++side) {
      simulator.tally_month(side, trials, 0, state_->piece, &state_->distributions);
    }
  }
  simulator.tally_latent(trials, 0, state_->piece);
  state_->distributions.passed(trials);
  state_->summariser->add(state_->piece.tally, trials);
}

}  // namespace uor::lab
