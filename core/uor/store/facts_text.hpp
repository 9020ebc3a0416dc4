// What was assumed of a trust, as the texts of a result file: one sentence a line, and the same as data in JSON.
#pragma once

#include <string>
#include <vector>

#include "core/uor/model/fact.hpp"

namespace uor::store {

/// Lines of one text; a line break inside an entry becomes a space, so that entries stay entries.
std::string lines_of(const std::vector<std::string>& entries);

std::string sentences_of(const std::vector<model::Fact>& facts);

/// [{"field", "how", ...}]: of each what it has.
std::string data_of(const std::vector<model::Fact>& facts);

/// The inverse of data_of. Impossible when it is no such list, or says another thing than `sentences`.
std::vector<model::Fact> facts_in(const std::string& data, const std::string& sentences);

/// Of a file of an earlier program, which has sentences alone.
std::vector<model::Fact> facts_as_written(const std::string& sentences);

}  // namespace uor::store
