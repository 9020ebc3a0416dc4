// Words of one stream and month on standard output, as 32-bit numbers of this machine: POINTS KEY MONTH TRIALS.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/uor/sample/points.hpp"

int main(int count, char** words) {
  if (count != 5) return 2;
  const auto points = uor::points_named(words[1]);
  if (!points) return 2;
  const std::uint64_t key = std::stoull(words[2]);
  const auto month = static_cast<std::uint32_t>(std::stoul(words[3]));
  std::vector<std::uint32_t> drawn(std::stoull(words[4]));
  uor::sample::draw_points(*points, key, month, 0, drawn.size(), drawn.data());
  return std::fwrite(drawn.data(), sizeof(drawn[0]), drawn.size(), stdout) == drawn.size() ? 0 : 1;
}
