// Ratios b, d, e and f: whole runs, their parts, threads, and what is kept.
#pragma once

#include <cstdint>

#include "bench/ratios/measured.hpp"
#include "core/uor/lab/parts.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::bench {

/// The work that is measured: RF4 under the shipped scenario cip_slippage, the baseline alone or with one level of it.
struct Work {
  model::Inputs single, paired;
};
Work work_of(const std::string& trust, const std::string& level);

/// Takes what a run hands over and drops it, as a screen that shows the assessment month.
struct NoSink : tally::Sink {
  model::Wanted wanted() const override { return {{}, model::Summaries::shown}; }
  void begin(const model::Header&) override {}
  void block(const tally::Block&) override {}
  void summary(const tally::Summary&) override {}
  void end(double) override {}
};

/// draw, nodes, kernels, checks, rating, summary, batch: ns a trial of the single side for a screen, each alone.
/// summary_screen, summary_file: of both sides, for a screen and for a file.
std::vector<Measured> part_cases(const Work& work);

/// whole_single, whole_paired: ns a trial, one thread, for a screen; pipeline: what of the first is no batch.
/// threads_1, threads_2: of the paired run by the clock on the wall.
std::vector<Measured> whole_cases(const Work& work, std::uint64_t trials);

/// one_more_side_*: ns a trial of a run for a screen whose baseline is held already, by what is moved.
std::vector<Measured> side_cases(const model::Inputs& single);

}  // namespace uor::bench
