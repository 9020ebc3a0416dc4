// Patient rule induction (Friedman and Fisher 1999): a box of few sides in which trials with a property gather.
//
// Found on every second trial: sides are peeled, a little at a time and where it helps most, until few trials are left;
// of the boxes on the way, that with the most outcome beyond a level is taken; its sides are moved, out or in, to where
// that excess is largest (pasting); and sides that the trials held out do not confirm are dropped.
#pragma once

#include "core/uor/study/box.hpp"

namespace uor::study {

struct PrimRule {
  double peel = 0.05;        // share of the trials left that one peel takes
  double least_mass = 0.02;  // of the trials; a box holds no fewer
  double chance = 0.01;      // sides that luck would make as often are dropped
};

struct Peeled {
  std::vector<Caught> path;  // on the trials that it was found with, from all of them on: the trade-off
  Box box;                   // no sides: nothing sets the outcome apart
};

/// Columns and outcome have the same trials, at least 64 (assert); outcome 0 to 1. Nothing is drawn.
Peeled peel(std::span<const Column> columns, Column outcome, const PrimRule& rule = {});

}  // namespace uor::study
