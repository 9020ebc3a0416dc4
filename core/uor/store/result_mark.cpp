#include "core/uor/store/result_mark.hpp"

#include <H5Cpp.h>

#include "core/uor/base/error.hpp"
#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/hdf5_error.hpp"
#include "core/uor/store/layout.hpp"

namespace uor::store {

bool is_result_file(const std::string& path) {
  const Hdf5Failures quiet;
  try {
    if (!H5::H5File::isHdf5(path)) return false;
    const H5::H5File file(path, H5F_ACC_RDONLY);
    const H5::Group group = file.openGroup("/");
    const hid_t root = group.getId();
    return has_attribute(root, "format") && read_text_attribute(root, "format") == format_name;
  } catch (const H5::Exception&) {
    return false;
  } catch (const Error&) {
    return false;
  } catch (const Impossible&) {
    return false;
  }
}

}  // namespace uor::store
