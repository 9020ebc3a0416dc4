#include "tests/fields/rated.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>

#include "core/uor/trust/peers.hpp"

namespace uor::test {
namespace {

const std::shared_ptr<const host::Catalogue>& plugins() {
  static const auto loaded = [] {
    host::Request request;
    request.folders = {std::string(UOR_BINARY_DIR) + "/lib/uor/plugins"};
    return std::make_shared<const host::Catalogue>(host::Catalogue::load(request));
  }();
  return loaded;
}

void add_peers(model::Inputs& inputs) {
  static const std::vector<trust::Trust> sector = trust::sector_trusts(data_folder, shipped_fields());
  static const auto weights = trust::read_peer_weights(data_folder + "/peer_weights.csv", shipped_fields());
  for (const trust::Trust& trust : inputs.trusts) {
    inputs.peers.push_back(trust::nearest_peers(trust, sector, weights));
    inputs.peer_medians.push_back(trust::peer_medians(inputs.peers.back(), sector));
  }
}

class MeansOfWatched : public tally::Sink {
 public:
  void begin(const model::Header& header) override {
    months_ = static_cast<std::size_t>(header.months);
    assessment_month_ = static_cast<std::size_t>(header.assessment_month);
    watched_ = header.quantities;
    sums_.assign(header.sides.size(), std::vector<double>(watched_.size(), 0.0));
    at_rating_ = sums_;
  }
  void block(const tally::Block& block) override {
    for (std::size_t side = 0; side < sums_.size(); ++side) {
      for (std::size_t q = 0; q < watched_.size(); ++q) {
        sums_[side][q] += sum_of(block, side, q, watched_[q].unit == "score");
        at_rating_[side][q] += sum_of(block, side, q, true);
      }
    }
    trials_ += block.count;
  }
  void summary(const tally::Summary&) override {}
  void end(double) override {}

  using Means = std::vector<std::map<std::string, double>>;  // [side]

  Means means() const { return means_of(sums_); }
  Means at_rating() const { return means_of(at_rating_); }

 private:
  using Sums = std::vector<std::vector<double>>;  // [side][watched]

  Means means_of(const Sums& sums) const {
    Means means(sums.size());
    for (std::size_t side = 0; side < sums.size(); ++side) {
      for (std::size_t q = 0; q < watched_.size(); ++q)
        means[side][watched_[q].id] = sums[side][q] / static_cast<double>(trials_);
    }
    return means;
  }

  double sum_of(const tally::Block& block, std::size_t side, std::size_t q, bool at_rating) const {
    const std::size_t month = at_rating ? assessment_month_ - 1 : 0, months = at_rating ? 1 : months_;
    const double* first = block.quantity.data() + ((side * watched_.size() + q) * months_ + month) * block.count;
    return std::accumulate(first, first + months * block.count, 0.0) / static_cast<double>(months);
  }

  std::vector<Quantity> watched_;
  Sums sums_, at_rating_;
  std::size_t months_ = 0, assessment_month_ = 1, trials_ = 0;
};

}  // namespace

trust::Trust trust_named(const std::string& name) {
  const std::string file = trusts_folder + name + ".toml";
  if (std::filesystem::exists(file)) return trust::read_trust_toml(file, shipped_fields());
  return trust::find_trust(name, data_folder, shipped_fields());
}

const policy::Policy& shipped_policy() {
  static const policy::Policy policy = policy::read_policy("framework", std::string(UOR_SOURCE_DIR) + "/policies");
  return policy;
}

model::Inputs inputs_of(const trust::Trust& trust, std::uint64_t trials) {
  model::Inputs inputs;
  inputs.policy = shipped_policy();
  inputs.catalogue = plugins();
  inputs.scenario.name = "baseline";
  inputs.scenario.title = "Baseline";
  inputs.scenario.run.trials = trials;
  inputs.trusts = {trust};
  inputs.fields = shipped_fields().all();
  add_peers(inputs);
  return inputs;
}

double Rated::share(int grade, std::size_t side) const {
  return static_cast<double>(summary.sides[side].rating[static_cast<std::size_t>(grade - 1)]) /
         static_cast<double>(summary.trials);
}

double Rated::at_least(int grade, std::size_t side) const {
  double sum = 0;
  for (int g = grade; g <= 4; ++g) sum += share(g, side);
  return sum;
}

Rated rate(model::Inputs inputs, const std::vector<std::string>& watched) {
  inputs.keep.watched = watched;
  MeansOfWatched sink;
  run::Engine engine(std::move(inputs));
  Rated rated;
  rated.summary = engine.run(sink).front();
  rated.mean_of_side = sink.means();
  rated.mean = rated.mean_of_side.front();
  rated.at_rating = sink.at_rating().front();
  return rated;
}

bool same_odds(const Rated& a, const Rated& b) {
  const tally::SideSummary &x = a.side(), &y = b.side();
  return x.rating_by_month == y.rating_by_month && x.combined == y.combined && x.quality == y.quality &&
         x.kloe == y.kloe && x.beside_by_month == y.beside_by_month && x.limiter_fired == y.limiter_fired &&
         x.characteristic_held == y.characteristic_held && x.expected_score == y.expected_score;
}

}  // namespace uor::test
