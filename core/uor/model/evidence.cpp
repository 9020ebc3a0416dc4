#include "core/uor/model/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace uor::model {

namespace {

using EvidenceKind = trust::Evidence::Kind;

constexpr double lowest = 1, middle = 2.5, highest = 4;

double held_within(double value, double most) { return std::clamp(value, -most, most); }

/// Weighs the pieces of one trust.
class Weighing {
 public:
  Weighing(const trust::Trust& trust, const policy::Policy& policy)
      : trust_(trust), policy_(policy), rule_(policy.evidence) {}

  WeighedEvidence of(const trust::Evidence& piece) const {
    switch (piece.kind) {
      case EvidenceKind::context:
        return context(piece);
      case EvidenceKind::intervention:
        return intervention(piece);
      case EvidenceKind::additional:
        return additional(piece);
      default:
        return of_kloe(piece);
    }
  }

 private:
  const policy::Kloe& kloe(const trust::Evidence& piece, const std::string& id) const {
    if (const policy::Kloe* found = policy_.rating.find_kloe(id)) return *found;
    std::vector<std::string> ids;
    for (const policy::Kloe& row : policy_.rating.kloes) ids.push_back(row.id);
    throw Error(piece.where, fmt::format("{} is about '{}', which is no key line of enquiry.{} Key lines are {}",
                                         trust::name_of(piece.kind), id, did_you_mean(id, ids), fmt::join(ids, ", ")));
  }

  const policy::Metric& metric(const trust::Evidence& piece) const {
    if (const policy::Metric* found = policy_.find_metric(piece.about)) return *found;
    std::vector<std::string> ids;
    for (const policy::Metric& row : policy_.metrics) ids.push_back(row.id);
    throw Error(piece.where, fmt::format("{} is about '{}', which is no initial metric.{}", trust::name_of(piece.kind),
                                         piece.about, did_you_mean(piece.about, ids)));
  }

  WeighedEvidence of_kloe(const trust::Evidence& piece) const {
    const policy::Kloe& row = kloe(piece, piece.about);
    WeighedEvidence weighed{&piece, row.id, row.title, 0, "read, and counts for nothing: it asserts"};
    if (!piece.finding) return weighed;
    weighed.moves = held_within((*piece.finding - middle) / (highest - middle) * rule_.most_piece, rule_.most_piece);
    weighed.why = fmt::format("found {:.3g} on the scale 1 to 4", *piece.finding);
    return weighed;
  }

  /// An outlier that is explained counts less.
  WeighedEvidence context(const trust::Evidence& piece) const {
    const policy::Metric& row = metric(piece);
    const auto found = trust_.reported.find(row.id);
    const bool outlier = found != trust_.reported.end() &&
                         (row.polarity > 0 ? found->second.value < row.lower : found->second.value > row.upper);
    return {&piece, row.kloe, row.id, outlier ? rule_.explained : 0,
            outlier ? "explains a metric in the worst quarter" : "the metric is no reported outlier: read only"};
  }

  WeighedEvidence intervention(const trust::Evidence& piece) const {
    const policy::Metric& row = metric(piece);
    WeighedEvidence weighed{&piece, row.kloe, row.id, 0, "no figures of before and after: read only"};
    if (!piece.before || !piece.after) return weighed;
    const double half_range = (row.upper - row.lower) / 2, gain = row.polarity * (*piece.after - *piece.before);
    const bool worked = gain >= policy_.steady_share * half_range && gain > 0;
    weighed.moves = worked ? held_within(gain / half_range * rule_.most_piece, rule_.most_piece) : 0;
    weighed.why =
        fmt::format("{:.4g} to {:.4g}: {}", *piece.before, *piece.after, worked ? "it worked" : "no gain to see");
    return weighed;
  }

  WeighedEvidence additional(const trust::Evidence& piece) const {
    const auto& rows = policy_.additional_metrics;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.id == piece.about; });
    const bool known = row != rows.end();
    const int polarity = known ? row->polarity : piece.polarity;
    const double benchmark = piece.benchmark.value_or(known ? row->benchmark.value_or(0) : 0);  // 0: none
    if (!known && (piece.kloe.empty() || polarity == 0)) refuse_unknown(piece);
    const policy::Kloe& line = kloe(piece, known ? row->kloe : piece.kloe);
    WeighedEvidence weighed{&piece, line.id, known ? row->title : piece.about, 0, "no benchmark: read only"};
    if (benchmark == 0) return weighed;
    const double percent = 100 * polarity * (*piece.value - benchmark) / std::abs(benchmark);
    weighed.moves = held_within(percent / rule_.full_percent * rule_.most_piece, rule_.most_piece);
    weighed.why = fmt::format("{:.4g} beside {:.4g}: {:.0f} % {}", *piece.value, benchmark, std::abs(percent),
                              percent < 0 ? "worse" : "better");
    return weighed;
  }

  [[noreturn]] void refuse_unknown(const trust::Evidence& piece) const {
    std::vector<std::string> ids;
    for (const policy::AdditionalMetric& row : policy_.additional_metrics) ids.push_back(row.id);
    throw Error(piece.where,
                fmt::format("the additional metric '{}' is none that the policy lists.{} Give its kloe and better = "
                            "\"low\" or \"high\"",
                            piece.about, did_you_mean(piece.about, ids)));
  }

  const trust::Trust& trust_;
  const policy::Policy& policy_;
  const policy::EvidenceRule& rule_;
};

}  // namespace

std::vector<WeighedEvidence> weighed_evidence(const trust::Trust& trust, const policy::Policy& policy) {
  const Weighing weighing(trust, policy);
  std::vector<WeighedEvidence> weighed;
  for (const trust::Evidence& piece : trust.evidence) weighed.push_back(weighing.of(piece));
  return weighed;
}

std::map<std::string, double> evidence_moves(const std::vector<WeighedEvidence>& weighed,
                                             const policy::Policy& policy) {
  std::map<std::string, double> moves;
  for (const WeighedEvidence& one : weighed)
    if (one.moves != 0) moves[one.kloe] += one.moves;
  for (auto& [kloe, sum] : moves) sum = held_within(sum, policy.evidence.most_kloe);
  return moves;
}

Distribution moved_judgement(const Distribution& found, double by) {
  Distribution moved = found;
  for (double& parameter : moved.parameters) parameter = std::clamp(parameter + by, lowest, highest);
  return moved;
}

}  // namespace uor::model
