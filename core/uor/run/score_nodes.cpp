#include "core/uor/run/score_nodes.hpp"

#include <algorithm>
#include <set>

#include "core/uor/base/column.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/model/parameters.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::run {

namespace {

/// A node of phase 2 whose inputs are all of this month: others cannot be called again from one month's columns.
struct ScoreNode {
  std::size_t plugin, node;
  std::vector<std::string> reads, writes;
};

bool of_this_month(const graph::WiredNode& node) {
  return std::all_of(node.reads.begin(), node.reads.end(),
                     [](const graph::Link& link) { return link.lag == 0 && link.window == 1; });
}

bool touches(const std::vector<std::string>& names, const std::set<std::string>& changed) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return changed.contains(name); });
}

}  // namespace

struct ScoreNodes::State {
  std::shared_ptr<const host::Catalogue> catalogue;
  model::ParameterTable parameters;
  int month = 0;
  std::vector<ScoreNode> nodes;  // in order of evaluation
  std::vector<std::string> reads;
  std::vector<std::string> scores;              // quantities, by key line
  std::vector<std::vector<std::string>> parts;  // by key line

  /// Backwards, so that a node is kept when what it writes is needed by one that is kept.
  void keep_nodes(const graph::Wiring& wiring) {
    std::set<std::string> needed(scores.begin(), scores.end());
    for (auto node = wiring.phase_two.rbegin(); node != wiring.phase_two.rend(); ++node) {
      ScoreNode kept{node->node.plugin_index, node->node.node_index, {}, {}};
      for (const std::size_t quantity : node->writes) kept.writes.push_back(wiring.quantities[quantity].id);
      if (!touches(kept.writes, needed) || !of_this_month(*node)) continue;
      for (const graph::Link& link : node->reads) kept.reads.push_back(wiring.quantities[link.quantity].id);
      needed.insert(kept.reads.begin(), kept.reads.end());
      nodes.insert(nodes.begin(), kept);
    }
    reads.assign(needed.begin(), needed.end());
  }

  void list_parts(const graph::Wiring& wiring) {
    parts.resize(scores.size());
    for (std::size_t k = 0; k < parts.size(); ++k) {
      for (const ScoreNode& node : nodes) {
        if (!touches(node.writes, {scores[k]})) continue;
        for (const std::string& read : node.reads)
          if (wiring.quantities[*wiring.find(read)].unit == "score") parts[k].push_back(read);
      }
    }
  }

  void call(const ScoreNode& node, const std::vector<const double*>& inputs, const std::vector<double*>& outputs,
            std::size_t count) const {
    uor_batch batch{};
    batch.trial_count = count;
    batch.month = month;
    batch.month_of_year = model::month_of_year(month);
    batch.year = std::max(model::year_of(month), 1);
    batch.days_in_month = model::days_in(batch.month_of_year);
    batch.assessment_month = month;
    batch.parameters = parameters[static_cast<std::size_t>(batch.year - 1)][node.plugin].data();
    batch.inputs = inputs.data();
    batch.outputs = outputs.data();
    catalogue->plugins()[node.plugin].evaluate(node.node, batch);
  }
};

ScoreNodes::ScoreNodes(const model::Inputs& inputs, std::size_t index) : state_(std::make_unique<State>()) {
  const trust::Trust& trust = inputs.trusts[index];
  const std::string& year = trust.policy_year.empty() ? inputs.policy.default_year : trust.policy_year;
  const model::Plan plan = model::make_plan(inputs);
  state_->catalogue = inputs.catalogue;
  state_->parameters = model::parameter_table(*inputs.catalogue, inputs.policy, year, plan.months);
  state_->month = plan.on_outturn() ? 0 : plan.assessment_month;
  for (const policy::Kloe& kloe : inputs.policy.rating.kloes) state_->scores.push_back(kloe.score());
  state_->keep_nodes(plan.wiring);
  state_->list_parts(plan.wiring);
}

ScoreNodes::~ScoreNodes() = default;
ScoreNodes::ScoreNodes(ScoreNodes&&) noexcept = default;

const std::vector<std::string>& ScoreNodes::reads() const { return state_->reads; }
const std::vector<std::vector<std::string>>& ScoreNodes::parts() const { return state_->parts; }

bool ScoreNodes::reaches_a_score(const std::string& quantity) const {
  std::set<std::string> changed = {quantity};
  for (const ScoreNode& node : state_->nodes)
    if (touches(node.reads, changed)) changed.insert(node.writes.begin(), node.writes.end());
  return touches(state_->scores, changed);
}

std::vector<std::vector<double>> ScoreNodes::scores_with(const std::string& quantity, const double* column,
                                                         const ColumnsById& columns, std::size_t count) const {
  ColumnsById now = columns;
  now[quantity] = column;
  std::set<std::string> changed = {quantity};
  std::vector<Columns> made;
  made.reserve(state_->nodes.size());
  for (const ScoreNode& node : state_->nodes) {
    if (!touches(node.reads, changed)) continue;
    Columns& outputs = made.emplace_back(node.writes.size(), count);
    std::vector<const double*> inputs;
    std::vector<double*> rows;
    for (const std::string& read : node.reads) inputs.push_back(now.at(read));
    for (std::size_t i = 0; i < node.writes.size(); ++i) rows.push_back(outputs.row(i));
    state_->call(node, inputs, rows, count);
    for (std::size_t i = 0; i < node.writes.size(); ++i) {
      changed.insert(node.writes[i]);
      now[node.writes[i]] = outputs.row(i);
    }
  }
  std::vector<std::vector<double>> scores;
  for (const std::string& id : state_->scores) {
    const double* score = now.at(id);
    scores.emplace_back(score, score + count);
  }
  return scores;
}

}  // namespace uor::run
