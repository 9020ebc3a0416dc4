// How a standard error is written: never as nothing.
#pragma once

#include <cstdint>
#include <string>

namespace uor::analyse {

/// `error` with `digits` decimals; where that shows zeros only, "<0.1" (or "<0.01", ...) instead. Exactly 0 is what
/// trials that are all alike show of themselves: with their number `trials`, the error of one that differs stands for
/// it, times `scale` (100 where the error is in percent).
std::string error_figure(double error, int digits, std::uint64_t trials = 0, double scale = 1);

/// Whether neither a change nor its error shows a digit but nought with `digits` decimals: "no change".
bool shows_no_change(double change, double error, int digits);

}  // namespace uor::analyse
