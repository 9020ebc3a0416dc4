// Which raw trials a run keeps.
#pragma once

#include <string>
#include <vector>

namespace uor::model {

/// Which raw trials are kept beside summaries and final ratings.
struct Keep {
  bool ratings = false;           // ratings of every month
  bool scores = false;            // KLOE scores
  bool metrics = false;           // the metrics at the assessment month
  bool metrics_by_month = false;  // the metrics of every month
  bool drivers = false;           // what was drawn
  bool quantities = false;        // every produced quantity ("all")
  bool evidence = false;  // what the rating is struck from, at the baseline; for sinks in memory, no file holds it
  bool odds = false;      // in closed form, trial by trial; for sinks in memory, no file holds it
  bool latent = false;    // the scale on which the rating is struck; for sinks in memory, no file holds it
  std::vector<std::string> watched = {};  // further quantities, by id, kept as `quantities` are; for sinks in memory
  bool operator==(const Keep&) const = default;
};

}  // namespace uor::model
