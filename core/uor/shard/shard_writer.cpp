#include <fmt/format.h>

#include <cassert>
#include <filesystem>

#include "core/uor/shard/shard_file.hpp"
#include "core/uor/shard/shard_json.hpp"
#include "core/uor/tally/block_bytes.hpp"
#include "core/uor/tally/part_bytes.hpp"

namespace uor::shard {

ShardWriter::ShardWriter(const std::string& path, const ShardHead& head) : path_(path), file_(path, Links::refused) {
  write(first_line);
  write(text_of(head) + "\n");
}

void ShardWriter::write(std::string_view bytes) {
  hash_.add(std::as_bytes(std::span(bytes)));
  file_.write(bytes);
  at_ += bytes.size();
}

void ShardWriter::write(const std::vector<std::byte>& bytes) {
  write(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

void ShardWriter::block(const tally::Block& block) {
  if (!open_) places_.push_back({{block.trust, block.first_trial, 0}, at_, 0, 0});
  open_ = true;
  const std::vector<std::byte> bytes = tally::bytes_of(block);
  const std::uint64_t size = bytes.size();
  write(std::string_view(reinterpret_cast<const char*>(&size), sizeof size));
  write(bytes);
}

void ShardWriter::part(const tally::Part& part) {
  assert(open_ && places_.back().range.trust == part.range.trust);
  places_.back().range = part.range;
  places_.back().part = at_;
  write(tally::bytes_of(part));
  places_.back().end = at_;
  open_ = false;
}

void ShardWriter::commit() {
  const std::uint64_t index = at_;
  write("\n" + text_of(places_) + "\n");
  write(fmt::format("{}{:016x} ", last_words, index));
  file_.write(hash_.finish() + "\n");
  file_.commit();
  std::error_code ignored;
  if (file_.target() != path_) std::filesystem::remove(file_.target(), ignored);
}

}  // namespace uor::shard
