// What Workers holds; for sources of the engine, which know the thread library.
#pragma once

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "core/uor/model/model.hpp"
#include "core/uor/run/simulator.hpp"
#include "core/uor/run/workers.hpp"

namespace uor::run {

/// One thread's simulator and quantile counts.
struct Worker {
  std::mutex mutex;                         // as in Piece
  std::shared_ptr<const model::Plan> plan;  // that the simulator runs; keeps alive what it reads
  std::unique_ptr<Simulator> simulator;
  tally::Distributions distributions;
  std::size_t trust = model::npos;  // that both are bound to in this run
  bool took_part = false;           // in this run
  double seconds = 0;               // simulating, in this run

  /// Makes a simulator for these sides unless the last run left one, in the memory that it left.
  void serve(const model::Sides& sides) {
    if (plan == sides.held_plan()) return;
    Columns memory = simulator ? simulator->workspace().take_memory() : Columns();
    simulator.reset();
    plan = sides.held_plan();
    simulator = std::make_unique<Simulator>(*plan, sides.inputs(), std::move(memory));
    trust = model::npos;
  }
};

/// Pieces that are used again, so that runs allocate for the first few only.
class PiecePool {
 public:
  std::shared_ptr<Piece> take() {
    const std::scoped_lock held(mutex_);
    if (free_.empty()) return std::make_shared<Piece>();
    std::shared_ptr<Piece> piece = std::move(free_.back());
    free_.pop_back();
    return piece;
  }
  void give(std::shared_ptr<Piece> piece) {
    const std::scoped_lock held(mutex_);
    free_.push_back(std::move(piece));
  }

 private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<Piece>> free_;
};

struct Workers::State {
  // The library's own limit is the number of cores, or the least that anyone asks for: all ask for the same, more than
  // anyone needs, so that each arena's own limit holds.
  static constexpr std::size_t no_limit = 1024;
  tbb::global_control control{tbb::global_control::max_allowed_parallelism, no_limit};
  int threads;
  tbb::task_arena arena;
  tbb::enumerable_thread_specific<Worker> all;
  PiecePool pieces;
  double adding_seconds = 0;  // of processors, adding pieces up in this run
  std::mutex one_run;

  explicit State(int asked) : threads(asked), arena(asked) {}

  /// What was bound and measured before counts no more.
  void start_run() {
    adding_seconds = 0;
    for (Worker& worker : all) {
      const std::scoped_lock held(worker.mutex);
      worker.trust = model::npos;
      worker.took_part = false;
      worker.seconds = 0;
    }
  }
};

}  // namespace uor::run
