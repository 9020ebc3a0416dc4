#include "core/uor/tally/block_bytes.hpp"

#include <utility>

#include "core/uor/tally/archive.hpp"

namespace uor::tally {
namespace {

template <class Archive, class SomeBlock>
void visit_block(Archive& archive, SomeBlock& block) {
  archive.one(block.trust);
  archive.one(block.first_trial);
  archive.one(block.count);
  archive.list(block.above);
  each_array_but_above(block, [&](auto& values) { archive.list(values); });
}

}  // namespace

std::vector<std::byte> bytes_of(const Block& block) {
  ByteWriter out;
  visit_block(out, block);
  return std::move(out.bytes);
}

Block block_of(std::span<const std::byte> bytes) {
  ByteReader in(bytes);
  Block block;
  visit_block(in, block);
  in.end();
  return block;
}

}  // namespace uor::tally
