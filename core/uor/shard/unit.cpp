#include "core/uor/shard/unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/uor/base/error.hpp"

namespace uor::shard {

namespace {

using tally::chunk_trials;

/// Trials of a unit of a run of this extent.
std::uint64_t unit_trials(const Extent& extent) {
  constexpr std::uint64_t most_units = 1024, most_chunks = 256;
  const std::uint64_t rows = extent.together ? 1 : extent.trusts;
  const std::uint64_t chunks = rows * ((extent.trials + chunk_trials - 1) / chunk_trials);
  return chunk_trials * std::clamp<std::uint64_t>(chunks / most_units, 1, most_chunks);
}

/// Trials from..to of one row, cut at multiples of a unit.
void add_units(const Extent& extent, std::size_t trust, std::uint64_t from, std::uint64_t to,
               std::vector<Unit>& units) {
  const std::uint64_t each = unit_trials(extent);
  const std::size_t trusts = extent.together ? extent.trusts : 1;
  for (std::uint64_t first = from; first < to;) {
    const std::uint64_t end = std::min(to, (first / each + 1) * each);
    units.push_back({trust, trusts, first, end - first});
    first = end;
  }
}

void require_of_run(const Extent& extent, const Unit& unit) {
  const std::size_t trusts = extent.together ? extent.trusts : 1;
  const bool inside = unit.trust + unit.trusts <= extent.trusts && unit.trusts == trusts && unit.count > 0 &&
                      unit.first % chunk_trials == 0 && unit.end() <= extent.trials &&
                      (unit.end() % chunk_trials == 0 || unit.end() == extent.trials);
  if (inside) return;
  throw Error(
      fmt::format("a shard has {} where the run has {} trials of {} trusts in chunks of {}: it is of another run, "
                  "or of this one before it was extended; `uor resume` makes it again",
                  words_of(unit), extent.trials, extent.trusts, chunk_trials));
}

}  // namespace

std::string words_of(const Unit& unit) {
  const std::string trials = fmt::format("trials {} to {}", unit.first, unit.end() - 1);
  return unit.trusts > 1 ? trials + " of all trusts" : fmt::format("{} of trust {}", trials, unit.trust + 1);
}

std::vector<Unit> units_of(const Extent& extent) { return missing(extent, {}); }

std::vector<Unit> missing(const Extent& extent, std::vector<Unit> there) {
  for (const Unit& unit : there) require_of_run(extent, unit);
  std::sort(there.begin(), there.end(),
            [](const Unit& a, const Unit& b) { return std::tie(a.trust, a.first) < std::tie(b.trust, b.first); });
  std::vector<Unit> units;
  auto next = there.begin();
  for (std::size_t trust = 0; trust < (extent.together ? 1 : extent.trusts); ++trust) {
    std::uint64_t done = 0;
    for (; next != there.end() && next->trust == trust; ++next) {
      if (next->first < done)
        throw Error(fmt::format("two shards overlap ({} and {} end and begin within each other), remove one of them",
                                words_of(*(next - 1)), words_of(*next)));
      add_units(extent, trust, done, next->first, units);
      done = next->end();
    }
    add_units(extent, trust, done, extent.trials, units);
  }
  return units;
}

std::vector<Unit> share_of(const std::vector<Unit>& units, std::size_t k, std::size_t n) {
  const auto from = static_cast<std::ptrdiff_t>(units.size() * (k - 1) / n);
  const auto to = static_cast<std::ptrdiff_t>(units.size() * k / n);
  return {units.begin() + from, units.begin() + to};
}

}  // namespace uor::shard
