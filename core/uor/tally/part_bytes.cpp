#include "core/uor/tally/part_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "core/uor/tally/archive.hpp"

namespace uor::tally {
namespace {

constexpr std::uint64_t mark = 0x3354'5241'5052'4F55ULL;  // "UORPART3"

template <class Archive, class Counts>
void visit_counts(Archive& archive, Counts& counts) {
  archive.one(counts.rating);
  archive.one(counts.combined);
  archive.one(counts.quality);
  archive.list(counts.kloe);
  archive.one(counts.migration);
  archive.list(counts.rating_by_month);
  archive.list(counts.beside_by_month);
  archive.list(counts.limiter_fired);
  archive.list(counts.characteristic_held);
}

void write_all(ByteWriter& out, const std::vector<SideCounts>& all) {
  out.one(std::uint64_t{all.size()});
  for (const SideCounts& counts : all) visit_counts(out, counts);
}

std::vector<SideCounts> read_counts(ByteReader& in) {
  std::uint64_t size = 0;
  in.one(size);
  std::vector<SideCounts> all(in.require(size, sizeof(Migration)));
  for (SideCounts& counts : all) {
    visit_counts(in, counts);
    const bool alike = counts.kloe.size() == all[0].kloe.size() &&
                       counts.rating_by_month.size() == all[0].rating_by_month.size() &&
                       counts.beside_by_month.size() == all[0].beside_by_month.size() &&
                       counts.limiter_fired.size() == all[0].limiter_fired.size() &&
                       counts.characteristic_held.size() == all[0].characteristic_held.size();
    if (!alike) refuse_bytes("its sides have other counts");
  }
  return all;
}

void write_distributions(ByteWriter& out, const Distributions& all) {
  out.one(std::uint64_t{all.columns()});
  for (std::size_t column = 0; column < all.columns(); ++column) {
    const std::vector<std::uint32_t> counts = all.counts(column);
    const auto held = [](std::uint32_t count) { return count != 0; };
    const auto first = std::find_if(counts.begin(), counts.end(), held);
    const auto last = std::find_if(counts.rbegin(), std::make_reverse_iterator(first), held).base();
    out.one(all.minimum(column));
    out.one(all.maximum(column));
    out.one(static_cast<std::uint64_t>(first - counts.begin()));
    out.list(std::vector<std::uint32_t>(first, last));
    std::vector<std::uint64_t> far;
    for (const FarBin& bin : all.far(column)) {
      far.insert(far.end(), {static_cast<std::uint64_t>(std::int64_t{bin.reach}), bin.count});
    }
    out.list(far);
  }
}

std::vector<FarBin> far_bins(const std::vector<std::uint64_t>& words) {
  if (words.size() % 2 != 0) refuse_bytes("half a far bin");
  std::vector<FarBin> bins;
  for (std::size_t i = 0; i < words.size(); i += 2) {
    const auto reach = static_cast<std::int64_t>(words[i]);
    if (reach == 0 || reach < -finite_steps || reach > finite_steps) refuse_bytes("a far bin that cannot be");
    bins.push_back({static_cast<std::int32_t>(reach), words[i + 1]});
  }
  return bins;
}

Distributions read_distributions(ByteReader& in) {
  constexpr std::size_t least = 5 * sizeof(std::uint64_t);  // of a column
  std::uint64_t columns = 0;
  in.one(columns);
  Distributions all;
  all.start(in.require(columns, least));
  std::vector<std::uint32_t> counts;
  std::vector<std::uint64_t> far;
  for (std::size_t column = 0; column < columns; ++column) {
    double minimum = 0, maximum = 0;
    std::uint64_t first = 0;
    in.one(minimum);
    in.one(maximum);
    in.one(first);
    in.list(counts);
    in.list(far);
    if (first > bin_count || counts.size() > bin_count - first) refuse_bytes("more bins than a column has");
    all.put(column, minimum, maximum, static_cast<std::size_t>(first), counts, far_bins(far));
  }
  return all;
}

void require_sense(const Part& part) {
  if (part.range.first % chunk_trials != 0) refuse_bytes("it does not begin at a chunk");
  if (part.chunks.empty() || part.counts.empty()) refuse_bytes("it has no sums or no sides");
  if (part.replicates.size() % part.counts.size() != 0) refuse_bytes("replicates of other sides");
  const std::size_t columns = part.chunks[0].sums.size(), replicates = part.replicates.size() / part.counts.size();
  for (const ChunkSums& chunk : part.chunks) {
    if (chunk.sums.size() != columns || chunk.replicates.size() != replicates * columns) {
      refuse_bytes("its chunks have other columns");
    }
  }
  const auto rows = [](const SideCounts& counts) {
    return std::array{counts.rating_by_month.size(), counts.limiter_fired.size(), counts.characteristic_held.size()};
  };
  if (!part.replicates.empty() && rows(part.replicates[0]) != rows(part.counts[0]))
    refuse_bytes("replicates of other counts");
}

}  // namespace

std::vector<std::byte> bytes_of(const Part& part) {
  ByteWriter out;
  out.one(mark);
  out.one(std::uint64_t{part.range.trust});
  out.one(part.range.first);
  out.one(part.range.count);
  out.one(std::uint64_t{part.chunks.size()});
  for (const ChunkSums& chunk : part.chunks) {
    out.list(chunk.sums);
    out.list(chunk.replicates);
  }
  write_all(out, part.counts);
  write_all(out, part.replicates);
  out.list(part.implausible);
  out.list(part.fit_sums);
  write_distributions(out, part.distributions);
  return std::move(out.bytes);
}

Part part_of(std::span<const std::byte> bytes) {
  ByteReader in(bytes);
  std::uint64_t found = 0, trust = 0, chunks = 0;
  in.one(found);
  if (found != mark) refuse_bytes("it begins otherwise");
  Part part;
  in.one(trust);
  part.range.trust = static_cast<std::size_t>(trust);
  in.one(part.range.first);
  in.one(part.range.count);
  in.one(chunks);
  part.chunks.resize(in.require(chunks, 2 * sizeof(std::uint64_t)));
  for (ChunkSums& chunk : part.chunks) {
    in.list(chunk.sums);
    in.list(chunk.replicates);
  }
  part.counts = read_counts(in);
  part.replicates = read_counts(in);
  in.list(part.implausible);
  in.list(part.fit_sums);
  part.distributions = read_distributions(in);
  in.end();
  require_sense(part);
  return part;
}

}  // namespace uor::tally
