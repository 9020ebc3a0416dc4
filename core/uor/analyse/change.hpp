// A figure on two sides, its change, and what the error of that rests on.
#pragma once

namespace uor::analyse {

/// What the standard error of a change rests on.
enum class Basis {
  paired,       // the differences of single trials
  bound,        // at most this: single differences are known against the common baseline only
  independent,  // as of two independent runs: nothing pairs the trials of this mean
  unknown       // NaN
};

/// "paired", "bound", "independent", "unknown": as JSON and CSV say it.
const char* name_of(Basis basis);

struct Change {
  double from = 0, to = 0, change = 0;
  double standard_error = 0;
  Basis basis = Basis::paired;
};

}  // namespace uor::analyse
