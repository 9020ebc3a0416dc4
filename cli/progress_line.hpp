// How far a run is, on a terminal or in a log.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::cli {

/// "45 %  9,000 of 20,000 trials  12,300 trials/s  1 s left"; while their number is looked for, how far that is.
std::string progress_text(const run::Progress& progress);

enum class ProgressStyle {
  none,
  over_itself,  // one line that is written over, and wiped in the end
  lines,        // a line of its own every 10 seconds
  log,          // the same after 10, 20, 40, ... seconds, then every 10 minutes
  json          // an object a line, at most one a second, and one at the end
};

/// JSON with --progress json, whatever else; none with --quiet; log where standard error is no terminal; lines with
/// --plain or on a terminal that cannot go back.
ProgressStyle progress_style(const Arguments& arguments);

/// Writes to standard error.
class ProgressLine {
 public:
  explicit ProgressLine(ProgressStyle style) : style_(style) {}
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const run::Progress& progress);

 private:
  ProgressStyle style_;
  void show_json(const run::Progress& progress);
  double next_ = 10;  // seconds at the next line
  double next_json_ = 0;
};

/// {done, total, seconds, trials_per_second, seconds_left}: trials over all trusts; total and what follows from it null
/// while it is looked for.
std::string progress_json(const run::Progress& progress);

}  // namespace uor::cli
