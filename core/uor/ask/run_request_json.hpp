// A request as JSON, for pages and between processes; schema/run_request.schema.json describes it.
#pragma once

#include <string>

#include "core/uor/ask/run_request.hpp"
#include "core/uor/report/json.hpp"

namespace uor::ask {

/// Members that are given, by their names in the struct; those of the model stand among them.
report::Json json_of(const RunRequest& request);

/// Error naming the member, for one that is unknown (with the nearest name) or of another type. What values may be is
/// left to check().
RunRequest run_request_of(const report::Json& json);

/// The same from a text. Error as well when it is no JSON.
RunRequest parse_run_request(const std::string& text);

}  // namespace uor::ask
