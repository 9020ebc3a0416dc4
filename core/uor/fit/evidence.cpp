#include "core/uor/fit/evidence.hpp"

#include <utility>

namespace uor::fit {
namespace {

class Collector : public tally::Sink {
 public:
  Collector(std::vector<Evidence>& all, std::size_t indicators, std::size_t limiters)
      : all_(all), indicators_(indicators), limiters_(limiters) {}

  model::Wanted wanted() const override {
    model::Wanted wanted;
    wanted.keep.evidence = true;
    wanted.fit_range = false;
    return wanted;
  }
  void begin(const model::Header& header) override {
    all_.resize(header.trusts.size());
    for (std::size_t i = 0; i < all_.size(); ++i) {
      all_[i].code = header.trusts[i].code;
      all_[i].indicator.resize(indicators_);
      all_[i].score.resize(header.kloes.size());
    }
  }
  void block(const tally::Block& block) override {
    Evidence& evidence = all_[block.trust];
    evidence.trials += block.count;
    const auto append = [&](std::vector<double>& to, const std::vector<double>& from, std::size_t row) {
      const double* first = from.data() + row * block.count;
      to.insert(to.end(), first, first + block.count);
    };
    for (std::size_t k = 0; k < evidence.score.size(); ++k) append(evidence.score[k], block.evidence_score, k);
    for (std::size_t i = 0; i < indicators_; ++i) append(evidence.indicator[i], block.evidence_indicator, i);
    for (std::size_t t = 0; t < block.count; ++t) {
      std::uint64_t bits = 0;
      for (std::size_t l = 0; l < limiters_; ++l) {
        bits |= static_cast<std::uint64_t>(block.evidence_limit[l * block.count + t]) << l;
      }
      evidence.limits.push_back(bits);
    }
  }
  void summary(const tally::Summary&) override {}
  void end(double) override {}

 private:
  std::vector<Evidence>& all_;
  std::size_t indicators_, limiters_;
};

}  // namespace

std::vector<Evidence> simulate_evidence(model::Inputs inputs) {
  const std::size_t indicators = inputs.policy.rating.indicators.size();
  const std::size_t limiters = inputs.policy.rating.limiters.size();
  inputs.scenario.variants.clear();
  inputs.keep = {};
  std::vector<Evidence> all;
  Collector collector(all, indicators, limiters);
  run::Engine(std::move(inputs)).run(collector);
  return all;
}

}  // namespace uor::fit
