#include "core/uor/shard/make.hpp"

#include <algorithm>
#include <optional>

#include "core/uor/run/simulate.hpp"

namespace uor::shard {

tally::Part make(const model::Sides& sides, const Unit& unit, run::Workers& workers, ShardWriter& shard,
                 const run::BlockHandler& take, const std::function<bool()>& leave) {
  const run::BlockHandler both = [&](const tally::Block& block) {
    shard.block(block);
    take(block);
  };
  std::optional<tally::Part> sum;
  for (std::uint64_t first = unit.first; first < unit.end(); first += tally::chunk_trials) {
    const std::uint64_t count = std::min(tally::chunk_trials, unit.end() - first);
    tally::Part part = run::simulate(sides, {unit.trust, first, count}, workers, both);
    if (sum) {
      sum->add(part);
    } else {
      sum.emplace(std::move(part));
    }
    if (leave()) break;
  }
  shard.part(*sum);
  return std::move(*sum);
}

}  // namespace uor::shard
