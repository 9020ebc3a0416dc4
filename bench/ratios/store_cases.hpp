// Ratio f: what it takes to keep trials in a result file, and to write as many bytes without one.
#pragma once

#include <cstdint>
#include <string>

#include "bench/ratios/measured.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::bench {

/// In `folder`, which should be in memory (/dev/shm): keep_summary and keep_metrics, a whole run of `trials` with its
/// result file, ns a trial; store_raw, handing kept metrics to the store alone, and write_raw, write() of as many bytes
/// as that file has, ns a byte.
std::vector<Measured> store_cases(const model::Inputs& inputs, std::uint64_t trials, const std::string& folder);

}  // namespace uor::bench
