#include "core/uor/ask/keep_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "core/uor/base/error.hpp"

namespace uor::ask {

model::Keep keep_of(const std::string& text, const std::string& named) {
  model::Keep keep;
  const std::vector<std::string> known = {"ratings", "scores", "metrics", "metrics_by_month",
                                          "drivers", "all",    "summary"};
  std::istringstream words(text);
  for (std::string word; std::getline(words, word, ',');) {
    const bool all = word == "all";
    if (std::find(known.begin(), known.end(), word) == known.end())
      throw Error(fmt::format("{} '{}': unknown '{}'.{} Known: {}, separated by commas", named, text, word,
                              did_you_mean(word, known), fmt::join(known, ", ")));
    keep.ratings = keep.ratings || all || word == "ratings";
    keep.scores = keep.scores || all || word == "scores";
    keep.metrics = keep.metrics || all || word == "metrics";
    keep.metrics_by_month = keep.metrics_by_month || all || word == "metrics_by_month";
    keep.drivers = keep.drivers || all || word == "drivers";
    keep.quantities = keep.quantities || all;
  }
  return keep;
}

}  // namespace uor::ask
