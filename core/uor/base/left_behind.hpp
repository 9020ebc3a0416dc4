// What files are called while they are written, and what processes left behind that died while they wrote.
#pragma once

#include <string>

namespace uor {

/// "run.h5.uor-partial"; of a name that would be too long then, its beginning and a digest.
std::string partial_name(const std::string& file_name);

/// Locks an open file for this process as long as it is open. False when a live process has it; where the disk knows no
/// locks, `unknown` becomes true.
bool lock_alone(int file, bool& unknown);

/// Removes from `folder` the files of this user that were being written by processes that are gone: those called as
/// partial_name() says that no process has locked, and those of earlier releases ("run.h5.partial-1234") whose process
/// is no more. Links, and what cannot be told, stay.
void remove_left_behind(const std::string& folder) noexcept;

}  // namespace uor
