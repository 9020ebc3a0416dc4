// Under which circumstances a rating goes wrong: a box of drivers, in a sentence.
#pragma once

#include "core/uor/decide/baseline_columns.hpp"
#include "core/uor/study/prim.hpp"

namespace uor::decide {

/// Which trials are looked for, by their rating.
struct When {
  bool below = true;  // worse than the goal; else the goal or better
  Goal goal = Goal::good;
};

/// Of "rating < good", "rating >= outstanding"; Error for other words.
When when_of(const std::string& text);
std::string words_of(const When& when);

struct Discovery {
  When when;
  std::uint64_t trials = 0;
  double share = 0;                 // of all trials, by odds
  std::vector<std::string> titles;  // of the box's columns, as Box::sides has them
  study::Peeled found;
  std::string sentence;
};

/// On the baseline of the inputs' first trust: its drivers, without the luck of the panel. Error as run::simulate.
Discovery discover(const model::Inputs& inputs, const When& when, std::uint64_t trials, run::Workers& workers);

}  // namespace uor::decide
