// What a run asks of the machine, estimated before anything large is allocated or simulated: a small file can ask for a
// lot, by levels, months or trials.
#pragma once

namespace uor::model {
struct Inputs;
}

namespace uor::run {

/// What a run may ask for; more is refused. Whoever asks for more in their own words raises them.
struct Limits {
  double memory_bytes = 1e9;
  double seconds = 3600;  // infinity: trials were given by hand
};

struct Demand {
  int threads = 1;
  int asked_threads = 1;    // all cores, unless a number was given
  double memory_bytes = 0;  // at the peak, the program itself included
  double seconds = 0;       // of the clock, from above
};

/// The threads of a run that asks for no number of them.
int all_cores();

/// The most threads, up to those that `inputs` ask for, with which the run stays within the memory that is allowed; one
/// when none does. Error as Engine gives of the plan, and, with the estimate in words and what to change, when even
/// that exceeds a limit.
Demand require_affordable(const model::Inputs& inputs, const Limits& limits);

}  // namespace uor::run
