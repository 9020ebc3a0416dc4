// The seal of a result file: a line after its last byte with the SHA-256 of all before it. HDF5 does not look there,
// and this program looks there before HDF5 reads anything.
#pragma once

#include <string>

namespace uor::store {

enum class Seal {
  whole,    // every byte is as it was written
  changed,  // some are not
  none      // there is no seal: written by an older program, changed by another one, or cut short
};

/// The seal of a file that has none, to be added at its end. Error (Fault::input) when it cannot be read.
std::string seal_for(const std::string& path);

/// Error (Fault::input) when that is no regular file with something in it, or it cannot be read.
Seal seal_of(const std::string& path);

/// Whether this process, from now on, reads result files without a seal too. Those that were changed it never reads.
void read_unsealed_files(bool are_read = true);

/// Error that says so and what to do, unless the file is whole, or has no seal and such files are read. A file that was
/// found whole is not looked through again while its size and time stay the same.
void require_seal(const std::string& path);

}  // namespace uor::store
