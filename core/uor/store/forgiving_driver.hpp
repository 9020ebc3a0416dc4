// A file driver of HDF5 that survives a full disk.
//
// HDF5 does not: a file that it cannot flush it cannot close either, some of its state stays behind, and the end of the
// program tries again. This driver passes everything on to HDF5's own driver until a write fails; from then on it
// forgets what it is given to write and says so in a flag. HDF5 closes the file in good order, and we remove it.
#pragma once

#include <H5Cpp.h>

namespace uor::store {

/// Registers the driver and sets it in a list of access properties; `failed` is set when a write fails, and outlives
/// the file. Returns the driver's id, to be given to H5FDunregister when the file is closed.
hid_t set_forgiving_driver(const H5::FileAccPropList& access, bool* failed);

}  // namespace uor::store
