// HDF5's failures as errors of the project: what the library was doing becomes a cause that a user can act on.
#pragma once

#include <H5Cpp.h>

#include <functional>
#include <string>

namespace uor::store {

/// While one lives, HDF5 prints nothing on standard error; the cause of its first failure is kept instead.
class Hdf5Failures {
 public:
  Hdf5Failures();
  ~Hdf5Failures();
  Hdf5Failures(const Hdf5Failures&) = delete;
  Hdf5Failures& operator=(const Hdf5Failures&) = delete;

  /// The system's words ("No space left on device") when the library passed them on, else the innermost description of
  /// its error stack. Never empty.
  std::string cause() const;

 private:
  static herr_t keep(hid_t stack, void* self);

  H5E_auto2_t printer_ = nullptr;
  void* printer_data_ = nullptr;
  std::string cause_;
};

/// Runs `action`; a failure of HDF5 in it becomes Error (Fault::run) with the message that `say` makes of its cause.
void guarded(const std::function<void()>& action, const std::function<std::string(const std::string&)>& say);

/// Throws H5::Exception for a failed call of HDF5's C functions (a negative return); returns what succeeded.
template <typename Status>
Status require(Status status, const char* call) {
  if (status < 0) throw H5::LibraryIException(call, "failed");
  return status;
}

}  // namespace uor::store
