// What files are called while they are written, and what processes left behind that died while they wrote.
#pragma once

#include <string>

namespace uor {

/// "run.h5.5e0c1f9a3b.uor-partial" of an open file that becomes "run.h5"; of a name that would be too long then, its
/// beginning and a digest. The digits are a digest of that name and of what the disk alone gives: the file's number and
/// when it was made. So no copy, no renamed file and no file of another program ever carries the digits that are its
/// own.
std::string partial_name(const std::string& file_name, int file);

/// Ten digits that a file or folder which is open has alone under the name `stem`, as partial_name() has them.
std::string own_digits(const std::string& stem, int file);

/// Removes from `folder` the files of this user that carry their own digits and that no process has locked: whoever
/// wrote them is gone. All else stays, whatever it is called: links, files with another hard link, and what cannot be
/// told. Returns the name under which a live process writes `file_name` there; empty: none does.
std::string remove_left_behind(const std::string& folder, const std::string& file_name) noexcept;

}  // namespace uor
