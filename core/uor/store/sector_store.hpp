// The sector of a run in a result file: arrays `sector_*`, there when the run has several trusts.
#pragma once

#include <H5Cpp.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "core/uor/run/result.hpp"
#include "core/uor/store/labelled_group.hpp"

namespace uor::store {

/// Writes axes and arrays into `root`, whose axes scenario, rating, from, to and quantile exist.
void write_sector(LabelledGroup& root, const run::Sector& sector);

/// Nothing in a run of one trust, and in files that are older than this array. H5::Exception when it has another size.
std::optional<run::Sector> read_sector(const H5::Group& root, const run::Header& header,
                                       const std::vector<run::Summary>& summaries);

/// Bytes that write_sector takes.
std::uint64_t sector_bytes(const run::Header& header);

}  // namespace uor::store
