// What a report needs beside the result file, from the file's own texts and the data that ship.
#pragma once

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/report/context.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::ask {

/// The policy of the run, else today's, and a note that says so.
const policy::Policy& policy_of_run(const Library& library, const model::Header& header,
                                    std::vector<std::string>& notes);

/// Policy, fields, trusts, peers and savings programmes. What cannot be read back is left out and noted.
report::Context report_context(const Library& library, const ModelRequest& request, const store::Result& result);

}  // namespace uor::ask
