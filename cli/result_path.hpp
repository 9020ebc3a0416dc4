// Where a result file goes.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "cli/output_guard.hpp"
#include "core/uor/base/partial_file.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// runs/SCENARIO-TRUST.h5, with --set runs/SCENARIO-set-TRUST.h5; for several trusts "all" when `named` says so, else
/// their number. In a task of an array of Slurm, PBS, Grid Engine or LSF with "-task7" before the ending. A name that
/// would be too long is shortened.
std::string default_out(const model::Header& header, const Words& named);

struct ResultPlace {
  PartialFile file;
  bool replaces = false;  // an earlier result of that name
};

/// The name of the result file: --out, else as above. Its folder is made. Error as open_result().
std::string result_name(const model::Header& header, const Arguments& arguments);

/// Opens the result file that --out names, or the one of the default name; where another process writes that now,
/// the next free one: runs/SCENARIO-TRUST-2.h5. Its folder is made. Error when it is a folder or ends like a document
/// (Fault::input), as of the guard, and when the folder cannot be made (Fault::run).
ResultPlace open_result(const OutputGuard& guard, const model::Header& header, const Arguments& arguments);

}  // namespace uor::cli
