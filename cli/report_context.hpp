// What a report needs beside the result file, from the file's own texts and the data that ship.
#pragma once

#include "cli/arguments.hpp"
#include "core/uor/report/context.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::cli {

/// The policy of the run, else today's, and a note that says so.
policy::Policy policy_of_run(const model::Header& header, std::vector<std::string>& notes);

/// Policy, fields, trusts, peers and savings programmes. What cannot be read back is left out and noted.
report::Context report_context(const Arguments& arguments, const store::Result& result);

}  // namespace uor::cli
