#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>

#include "core/uor/base/plain_file.hpp"
#include "core/uor/shard/shard_file.hpp"
#include "core/uor/shard/shard_json.hpp"
#include "core/uor/tally/block_bytes.hpp"
#include "core/uor/tally/part_bytes.hpp"

namespace uor::shard {

namespace {

[[noreturn]] void refuse_shard(const std::string& path, const std::string& why) {
  throw Error(fmt::format("'{}' is no whole shard ({}), `uor resume` makes it again", path, why));
}

std::ifstream opened(const std::string& path) {
  if (const std::string what = other_than_plain(path); !what.empty()) refuse_shard(path, "it is " + what);
  std::ifstream file(path, std::ios::binary);
  if (!file) refuse_shard(path, "it cannot be read");
  return file;
}

std::string bytes_at(std::ifstream& file, std::uint64_t from, std::uint64_t count, const std::string& path) {
  std::string bytes(static_cast<std::size_t>(count), '\0');
  file.seekg(static_cast<std::streamoff>(from));
  if (!file.read(bytes.data(), static_cast<std::streamsize>(count)))
    throw Error(fmt::format("cannot read '{}' (it has become shorter), try again", path), Fault::run);
  return bytes;
}

std::string digest_of_first(std::ifstream& file, std::uint64_t count) {
  Sha256 hash;
  std::vector<char> buffer(std::size_t{1} << 20);
  file.seekg(0);
  while (count > 0) {
    const auto part = static_cast<std::streamsize>(std::min<std::uint64_t>(count, buffer.size()));
    file.read(buffer.data(), part);
    if (file.gcount() == 0) break;
    hash.add(std::as_bytes(std::span(buffer.data(), static_cast<std::size_t>(file.gcount()))));
    count -= static_cast<std::uint64_t>(file.gcount());
  }
  return hash.finish();
}

std::span<const std::byte> as_bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

/// Where the line with the places begins, by the last line, whose digest holds.
std::uint64_t checked_index(std::ifstream& file, std::uint64_t size, const std::string& path) {
  if (size < first_line.size() + last_bytes) refuse_shard(path, size == 0 ? "it is empty" : "it is cut short");
  if (bytes_at(file, 0, first_line.size(), path) != first_line) refuse_shard(path, "it begins otherwise");
  const std::string last = bytes_at(file, size - last_bytes, last_bytes, path);
  if (!last.starts_with(last_words)) refuse_shard(path, "it is cut short");
  if (last.substr(last_bytes - 1 - digest_digits, digest_digits) != digest_of_first(file, size - 1 - digest_digits) ||
      last.back() != '\n')
    refuse_shard(path, "its digest is not that of its bytes: it is damaged");
  std::uint64_t index = 0;
  const char* digits = last.data() + last_words.size();
  std::from_chars(digits, digits + offset_digits, index, 16);
  return index;
}

/// Consecutive trusts over the same trials, in order: what no run writes is refused, whatever its digest says.
bool is_sound(const std::vector<Place>& places, std::uint64_t index) {
  std::uint64_t at = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    const tally::TrialRange& range = place.range;
    if (range.trust != places[0].range.trust + i || range.first != places[0].range.first ||
        range.count != places[0].range.count || range.count > ~std::uint64_t{0} - range.first)
      return false;
    if (place.blocks < at || place.part < place.blocks || place.end < place.part || place.end > index) return false;
    at = place.end;
  }
  return !places.empty();
}

}  // namespace

Shard::Shard(const std::string& path) : path_(path) {
  std::ifstream file = opened(path);
  file.seekg(0, std::ios::end);
  const auto size = static_cast<std::uint64_t>(file.tellg());
  const std::uint64_t index = checked_index(file, size, path);
  std::string line;
  try {
    file.seekg(static_cast<std::streamoff>(first_line.size()));
    std::getline(file, line);
    head_ = head_in(line);
    if (index + 1 >= size) throw Error("its places lie outside of it");
    file.clear();
    file.seekg(static_cast<std::streamoff>(index + 1));
    std::getline(file, line);
    places_ = places_in(line);
  } catch (const Error& error) {
    refuse_shard(path, error.what());
  }
  if (!is_sound(places_, index)) refuse_shard(path, "its places are none of a run");
}

Unit Shard::unit() const {
  return {places_[0].range.trust, places_.size(), places_[0].range.first, places_[0].range.count};
}

const Place& Shard::place(std::size_t trust) const { return places_.at(trust - places_[0].range.trust); }

void Shard::blocks(std::size_t trust, const std::function<void(const tally::Block&)>& take) const {
  std::ifstream file = opened(path_);
  const Place& place = this->place(trust);
  for (std::uint64_t at = place.blocks; at < place.part;) {
    std::uint64_t size = 0;
    const std::string word = bytes_at(file, at, sizeof size, path_);
    std::copy_n(word.data(), sizeof size, reinterpret_cast<char*>(&size));
    at += sizeof size;
    if (size > place.part - at) refuse_shard(path_, "a block goes on where its part begins");
    take(tally::block_of(as_bytes(bytes_at(file, at, size, path_))));
    at += size;
  }
}

tally::Part Shard::part(std::size_t trust) const {
  std::ifstream file = opened(path_);
  const Place& place = this->place(trust);
  tally::Part part = tally::part_of(as_bytes(bytes_at(file, place.part, place.end - place.part, path_)));
  if (part.range != place.range) refuse_shard(path_, "its part is of other trials than it says");
  return part;
}

}  // namespace uor::shard
