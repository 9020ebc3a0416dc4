// One line on a terminal that tells how far a run is.
#pragma once

#include <string>

#include "core/uor/run/engine.hpp"

namespace uor::cli {

/// "45 %  9,000 of 20,000 trials  12,300 trials/s  1 s left".
std::string progress_text(const run::Progress& progress);

/// Writes over itself on standard error, and is wiped when it goes; silent unless standard error is a terminal.
class ProgressLine {
 public:
  explicit ProgressLine(bool wanted);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const run::Progress& progress);

 private:
  bool shown_;
};

}  // namespace uor::cli
