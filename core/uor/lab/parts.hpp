// One batch of a run, part by part, for whoever wants to know what each part costs: draws, nodes, checks, rating,
// summary. Each part is the run's own code on the run's own columns, alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/uor/model/wanted.hpp"

namespace uor::model {
struct Inputs;
}

namespace uor::lab {

/// How much one batch does; calls and values are those of month 0, all months and all sides.
struct PartSizes {
  std::size_t batch_trials = 0, sides = 0, months = 0;
  std::size_t streams = 0;     // of random numbers
  std::size_t drivers = 0;     // used
  std::size_t quantities = 0;  // used: drivers, what nodes write, what the host offers
  std::size_t calls = 0;       // of nodes
  std::size_t evaluated = 0;   // values that nodes write
  std::size_t summarised = 0;  // values that are summarised
};

/// The first trust of some inputs, one thread. Call whole() or draw() before the other parts: they work on what is in
/// the columns. What repeats a part gives the same values again.
class Parts {
 public:
  /// Error as Engine.
  explicit Parts(const model::Inputs& inputs, model::Summaries summaries = model::Summaries::all);
  ~Parts();
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  PartSizes sizes() const;

  /// Everything that a run does with trials first .. first + batch_trials - 1, their summary included.
  void whole(std::uint64_t first);
  /// Every call of a node without a trial: what the host's way there costs a batch. Windows are nodes'.
  void nothing();

  /// Random words to drivers, all months and sides.
  void draw(std::uint64_t first);
  /// From drivers to scores: all nodes, and what the host prepares for them (windows over the past, published figures).
  void nodes();
  /// The nodes' own functions alone, through the C boundary, with their columns at hand.
  void kernels();
  /// Looking through what nodes wrote, as often as a run does on average.
  void checks();
  /// Proposed and combined ratings, and their counts.
  void rating();
  /// Sums, extremes and counts for quantiles.
  void summary();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace uor::lab
