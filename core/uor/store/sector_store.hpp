// The sector of a run in a result file: arrays `sector_*`, there when the run has several trusts.
#pragma once

#include <H5Cpp.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "core/uor/store/labelled_group.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::store {

/// Writes axes and arrays into `root`, whose axes scenario, rating, from, to and quantile exist.
void write_sector(LabelledGroup& root, const tally::Sector& sector);

/// Nothing in a run of one trust, and in files that are older than this array. H5::Exception when it has another size.
std::optional<tally::Sector> read_sector(const H5::Group& root, const model::Header& header,
                                         const std::vector<tally::Summary>& summaries);

/// Bytes that write_sector takes.
std::uint64_t sector_bytes(const model::Header& header);

}  // namespace uor::store
