// Columns of draws for studies of known functions.
#pragma once

#include <cstdint>
#include <vector>

#include "core/uor/base/hash.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"
#include "core/uor/study/first_order.hpp"

namespace uor::study {

using Values = std::vector<double>;
using Table = std::vector<Values>;  // [column][trial]

/// `count` is a multiple of 8.
inline Values uniforms(std::uint64_t seed, std::uint64_t stream, std::size_t count) {
  std::vector<std::uint32_t> words(count);
  sample::draw_words(mix_bits(mix_bits(seed) + stream), sample::run_month, 0, count, words.data());
  Values made;
  for (const std::uint32_t word : words) made.push_back(sample::uniform_of(word));
  return made;
}

inline Values normals(std::uint64_t seed, std::uint64_t stream, std::size_t count) {
  std::vector<std::uint32_t> words(count);
  sample::draw_words(mix_bits(mix_bits(seed) + stream), sample::run_month, 0, count, words.data());
  Values made(count);
  sample::normals_of(words.data(), made.data(), count);
  return made;
}

inline Table table_of(Law law, std::uint64_t seed, std::size_t columns, std::size_t count) {
  Table made;
  for (std::size_t c = 0; c < columns; ++c)
    made.push_back(law == Law::normal ? normals(seed, c, count) : uniforms(seed, c, count));
  return made;
}

inline std::vector<Driver> drivers_of(const Table& table, Law law) {
  std::vector<Driver> made;
  for (const Values& column : table) made.push_back({column, law});
  return made;
}

inline std::vector<Column> columns_of(const Table& table) { return {table.begin(), table.end()}; }

/// `function` of each trial's numbers.
template <typename Function>
Values values_of(const Table& table, const Function& function) {
  Values made, at(table.size());
  for (std::size_t t = 0; t < table.front().size(); ++t) {
    for (std::size_t c = 0; c < table.size(); ++c) at[c] = table[c][t];
    made.push_back(function(at));
  }
  return made;
}

}  // namespace uor::study
