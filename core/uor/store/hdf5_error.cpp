#include "core/uor/store/hdf5_error.hpp"

#include "core/uor/base/error.hpp"

namespace uor::store {

namespace {

struct Causes {
  std::string system;     // "No space left on device"
  std::string innermost;  // description where the failure began
};

// The library embeds the system's words in some descriptions as: error message = '...'
std::string system_words(const std::string& description) {
  const std::string mark = "error message = '";
  const std::size_t begin = description.find(mark);
  if (begin == std::string::npos) return {};
  const std::size_t end = description.find('\'', begin + mark.size());
  return description.substr(begin + mark.size(), end - begin - mark.size());
}

herr_t collect(unsigned, const H5E_error2_t* entry, void* data) {
  Causes& causes = *static_cast<Causes*>(data);
  const std::string description = entry->desc != nullptr ? entry->desc : "";
  if (causes.innermost.empty()) causes.innermost = description;
  if (causes.system.empty()) causes.system = system_words(description);
  return 0;
}

}  // namespace

Hdf5Failures::Hdf5Failures() {
  H5Eget_auto2(H5E_DEFAULT, &printer_, &printer_data_);
  H5Eset_auto2(H5E_DEFAULT, keep, this);
}

Hdf5Failures::~Hdf5Failures() { H5Eset_auto2(H5E_DEFAULT, printer_, printer_data_); }

// Called by the library where it would print its error stack: later calls, such as those that close, clear it.
herr_t Hdf5Failures::keep(hid_t stack, void* self) {
  std::string& cause = static_cast<Hdf5Failures*>(self)->cause_;
  if (!cause.empty()) return 0;
  Causes causes;
  H5Ewalk2(stack, H5E_WALK_UPWARD, collect, &causes);
  cause = causes.system.empty() ? causes.innermost : causes.system;
  return 0;
}

std::string Hdf5Failures::cause() const { return cause_.empty() ? "HDF5 gives no reason" : cause_; }

void guarded(const std::function<void()>& action, const std::function<std::string(const std::string&)>& say) {
  const Hdf5Failures failures;
  try {
    action();
  } catch (const H5::Exception&) {
    throw Error(say(failures.cause()), Fault::run);
  }
}

}  // namespace uor::store
