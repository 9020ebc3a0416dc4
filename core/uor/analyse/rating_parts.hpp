// What today's odds of one trust are made of: terms of the latent, metrics and other parts of KLOE scores, limiters.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/latent_terms.hpp"
#include "core/uor/analyse/limits.hpp"
#include "core/uor/analyse/month_columns.hpp"
#include "core/uor/analyse/share_of_variance.hpp"
#include "core/uor/run/score_nodes.hpp"

namespace uor::analyse {

struct TermShare {
  LatentTerm term;
  double mean = 0;            // of what is read of the quantity
  double contribution = 0;    // mean of weight x (reading - middling)
  double variance_share = 0;  // TermMoments::share()
};

/// A metric, or another part of a KLOE's score, of a trust on the average over trials.
struct ScoredPart {
  std::string id;  // metric id without "metric.", or the quantity of the part
  std::string kloe;
  double value = 0;   // of a metric, in its unit
  double score = 0;   // as the plugin scores it; of finance metrics the finance score, 1 best
  std::string moved;  // what is replaced for the contribution: a score by 2.5, or a published metric by its median
  double contribution = 0;  // mean change of the latent when what is moved is put in the middle, times -1
};

/// A sink for the baseline of one trust.
class RatingParts : public tally::Sink {
 public:
  explicit RatingParts(const model::Inputs& inputs);

  model::Wanted wanted() const override;
  void begin(const model::Header& header) override;
  void block(const tally::Block& block) override;
  void summary(const tally::Summary&) override {}
  void end(double) override {}

  std::vector<TermShare> terms() const;
  std::vector<ScoredPart> metrics() const;      // one a metric of the policy, in its order
  std::vector<ScoredPart> other_parts() const;  // judged prompts, parts of finance, ...
  const Limits& limits() const { return limits_; }
  double mean_latent() const { return latent_.mean(); }

 private:
  /// The quantities that are read.
  std::vector<std::string> watched() const;

  struct Part {
    ScoredPart part;
    std::string value_of, score_of, middle_of;  // quantities; middle_of is empty for 2.5
    double value = 0, score = 0, change = 0;    // sums
  };

  void list_metrics();
  void list_other_parts();
  void add_limits(const tally::Block& block);
  void add_part(Part& part);
  std::vector<ScoredPart> averaged(const std::vector<Part>& parts) const;

  const model::Inputs& inputs_;
  run::ScoreNodes nodes_;
  std::vector<LatentTerm> terms_;
  std::vector<TermMoments> moments_;  // [term]
  TermMoments latent_;
  Limits limits_;
  std::vector<Part> metrics_, others_;
  std::optional<MonthColumns> columns_;
  double trials_ = 0;
  bool in_closed_form_ = true;
};

}  // namespace uor::analyse
