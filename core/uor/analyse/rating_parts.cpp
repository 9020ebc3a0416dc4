#include "core/uor/analyse/rating_parts.hpp"

#include <algorithm>
#include <cassert>
#include <set>

namespace uor::analyse {

namespace {

constexpr double middle_of_scale = 2.5;
constexpr const char* judgement_draw = "rating.judgement";

std::string metric_of_score(const std::string& quantity) {
  const std::size_t at = quantity.find(".score_");
  return at == std::string::npos ? "" : quantity.substr(at + 7);
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

RatingParts::RatingParts(const model::Inputs& inputs)
    : inputs_(inputs),
      nodes_(inputs, 0),
      terms_(latent_terms(inputs.policy)),
      moments_(terms_.size()),
      limits_(inputs.policy.rating) {
  list_metrics();
  list_other_parts();
}

/// A metric whose score goes into a KLOE's score is moved there; others, those of finance, where they are published.
void RatingParts::list_metrics() {
  for (const policy::Metric& metric : inputs_.policy.metrics) {
    Part part;
    part.part.id = metric.id;
    part.part.kloe = metric.kloe;
    part.value_of = "metric." + metric.id;
    part.score_of = metric.kloe + ".score_" + metric.id;
    if (inputs_.catalogue->find(part.score_of) == nullptr) part.score_of.clear();
    if (has(nodes_.reads(), part.score_of)) {
      part.part.moved = part.score_of;
    } else if (nodes_.reaches_a_score("published." + metric.id)) {
      part.part.moved = "published." + metric.id;
      part.middle_of = "benchmark." + metric.id + ".median";
    }
    metrics_.push_back(part);
  }
}

void RatingParts::list_other_parts() {
  for (std::size_t k = 0; k < nodes_.parts().size(); ++k) {
    for (const std::string& quantity : nodes_.parts()[k]) {
      if (inputs_.policy.find_metric(metric_of_score(quantity)) != nullptr) continue;
      Part part;
      part.part.id = part.part.moved = part.score_of = quantity;
      part.part.kloe = inputs_.policy.rating.kloes[k].id;
      others_.push_back(part);
    }
  }
}

std::vector<std::string> RatingParts::watched() const {
  std::set<std::string> ids(nodes_.reads().begin(), nodes_.reads().end());
  for (const LatentTerm& term : terms_) ids.insert(term.quantity);
  for (const policy::Limiter& limiter : inputs_.policy.rating.limiters) ids.insert(chance_of(limiter));
  ids.insert(judgement_draw);
  for (const std::vector<Part>* parts : {&metrics_, &others_}) {
    for (const Part& part : *parts)
      for (const std::string& id : {part.value_of, part.score_of, part.middle_of}) ids.insert(id);
  }
  ids.erase("");
  return {ids.begin(), ids.end()};
}

model::Wanted RatingParts::wanted() const {
  model::Wanted wanted;
  wanted.keep.latent = true;
  wanted.keep.evidence = true;
  wanted.keep.watched = watched();
  return wanted;
}

void RatingParts::begin(const model::Header& header) {
  assert(header.trusts.size() == 1);
  columns_.emplace(header, 0, header.assessment_month);
  in_closed_form_ = header.in_closed_form;
}

void RatingParts::block(const tally::Block& block) {
  columns_->take(block);
  trials_ += static_cast<double>(block.count);
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const double* values = columns_->of(terms_[i].quantity);
    for (std::size_t t = 0; t < block.count; ++t)
      moments_[i].add(terms_[i].weight * terms_[i].reading(values[t]), block.latent[t]);
  }
  for (std::size_t t = 0; t < block.count; ++t) latent_.add(block.latent[t], block.latent[t]);
  add_limits(block);
  for (Part& part : metrics_) add_part(part);
  for (Part& part : others_) add_part(part);
}

void RatingParts::add_limits(const tally::Block& block) {
  const std::vector<policy::Limiter>& limiters = inputs_.policy.rating.limiters;
  const double* judgement = columns_->of(judgement_draw);
  std::vector<double> latent(block.count);
  std::vector<std::uint64_t> held(block.count, 0);
  std::vector<bool> fired(limiters.size());
  for (std::size_t t = 0; t < block.count; ++t) {
    latent[t] = block.latent[t] - judgement[t];
    for (std::size_t l = 0; l < limiters.size(); ++l) {
      const bool holds_here = block.evidence_limit[l * block.count + t] != 0;
      if (in_closed_form_ && holds_here) held[t] |= std::uint64_t{1} << l;
      fired[l] = holds_here && columns_->of(chance_of(limiters[l]))[t] < limiters[l].probability;
    }
    limits_.note(fired);
    if (!in_closed_form_) limits_.count(block.latent[t], fired);
  }
  if (in_closed_form_) limits_.add(latent, held);
}

void RatingParts::add_part(Part& part) {
  const std::size_t count = columns_->count();
  const auto sum = [&](const std::string& id) {
    double total = 0;
    if (id.empty()) return total;
    for (std::size_t t = 0; t < count; ++t) total += columns_->of(id)[t];
    return total;
  };
  part.value += sum(part.value_of);
  part.score += sum(part.score_of);
  if (part.part.moved.empty()) return;
  Columns middle(1, columns_->padded());
  std::fill_n(middle.row(0), columns_->padded(), middle_of_scale);
  const double* column = part.middle_of.empty() ? middle.row(0) : columns_->of(part.middle_of);
  const auto scores = nodes_.scores_with(part.part.moved, column, columns_->all(), columns_->padded());
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const double* score = columns_->of(terms_[k].quantity);
    for (std::size_t t = 0; t < count; ++t) part.change += terms_[k].weight * (score[t] - scores[k][t]);
  }
}

std::vector<TermShare> RatingParts::terms() const {
  std::vector<TermShare> shares;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const LatentTerm& term = terms_[i];
    const double weighted = moments_[i].mean();
    shares.push_back({term, term.weight == 0 ? 0 : weighted / term.weight, weighted - term.weight * term.middling,
                      moments_[i].share()});
  }
  return shares;
}

std::vector<ScoredPart> RatingParts::averaged(const std::vector<Part>& parts) const {
  std::vector<ScoredPart> averages;
  for (const Part& sums : parts) {
    ScoredPart part = sums.part;
    part.value = sums.value / trials_;
    part.score = sums.score / trials_;
    part.contribution = sums.change / trials_;
    averages.push_back(part);
  }
  return averages;
}

std::vector<ScoredPart> RatingParts::metrics() const { return averaged(metrics_); }
std::vector<ScoredPart> RatingParts::other_parts() const { return averaged(others_); }

}  // namespace uor::analyse
