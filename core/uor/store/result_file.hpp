// Opening a result file for reading, with its own words for each way in which it may not be one.
#pragma once

#include <H5Cpp.h>

#include <functional>
#include <string>

namespace uor::store {

/// Error that says what is wrong with the file `path`, and what to do.
[[noreturn]] void refuse_file(const std::string& path, const std::string& problem);

/// Error unless `path` is a regular file with something in it.
void require_file(const std::string& path);

/// Opens `path`, which must have its seal (seal.hpp), checks that it is a finished result file of a version that this
/// program reads, and hands it over. Error when it is not, or when `action` finds a part missing (H5::Exception) or
/// Impossible. Filters of the library are never loaded from elsewhere.
void with_result(const std::string& path, const std::function<void(const H5::H5File&)>& action);

}  // namespace uor::store
