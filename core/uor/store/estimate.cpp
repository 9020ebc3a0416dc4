#include "core/uor/store/facts_text.hpp"
#include "core/uor/store/layout.hpp"
#include "core/uor/store/sector_store.hpp"
#include "core/uor/store/summary_members.hpp"

namespace uor::store {

namespace {

// HDF5's own: an entry of a chunk index, at worst half used, and the headers of some eighty arrays. Measured on files.
constexpr std::uint64_t bytes_a_chunk = 100;
constexpr std::uint64_t fixed_bytes = 96 * 1024;

template <typename Value>
std::uint64_t bytes_of(const std::vector<TrialArray<Value>>& arrays, const model::Header& header) {
  std::uint64_t bytes = 0;
  for (const TrialArray<Value>& array : arrays) {
    const TrialShape shape = shape_of(array.axes, sizeof(Value), header);
    bytes += shape.stored_values * sizeof(Value) + shape.chunks * bytes_a_chunk;
  }
  return bytes;
}

template <typename Value>
std::uint64_t bytes_of(const std::vector<SummaryMember<Value>>& members, const model::Header& header) {
  std::uint64_t values = 0;
  for (const SummaryMember<Value>& member : members) values += values_a_side(member.axes, header);
  return values * sizeof(Value) * header.sides.size() * header.trusts.size();
}

std::uint64_t text_bytes(const model::Header& header) {
  std::uint64_t bytes = 0;
  for (const model::InputText& input : header.inputs) bytes += input.text.size();
  for (const model::TrustInfo& trust : header.trusts) {
    bytes += trust.text.size() + sentences_of(trust.assumed).size() + data_of(trust.assumed).size();
  }
  return bytes;
}

}  // namespace

std::uint64_t estimate_bytes(const model::Header& header) {
  return fixed_bytes + text_bytes(header) + bytes_of(rating_arrays(header), header) +
         bytes_of(value_arrays(header), header) + bytes_of(count_members(), header) +
         bytes_of(moment_members(), header) + sector_bytes(header);
}

}  // namespace uor::store
