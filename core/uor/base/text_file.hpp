// Reading a text file whole, with the checks that every input file needs.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/uor/base/error.hpp"

namespace uor {

/// The bytes of a UTF-8 text file, verbatim (a byte-order mark and line ends are kept). `what` names the file in
/// messages: "scenario file". Error for a file that is missing (with the nearest name of its folder), a folder,
/// a pipe or device, unreadable, empty, above limits::csv_bytes, binary (known kinds by name: workbook, HDF5), or not
/// UTF-8 (with line and column).
std::string read_text_file(const std::string& path, std::string_view what);

/// The checks of read_text_file on bytes that are already in memory.
void check_text(std::string_view bytes, const std::string& path, std::string_view what);

/// Error at the first byte that is not UTF-8; `place_of` says what its line and column are called.
void check_utf8(std::string_view bytes, const std::function<Where(int line, int column)>& place_of);

/// `text` without a leading UTF-8 byte-order mark.
std::string_view without_byte_order_mark(std::string_view text);

}  // namespace uor
