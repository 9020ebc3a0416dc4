#include "core/uor/store/output_file.hpp"

#include <utility>

#include "core/uor/store/forgiving_driver.hpp"
#include "core/uor/store/hdf5_error.hpp"

namespace uor::store {

OutputFile::~OutputFile() {
  if (id_ >= 0) H5Fclose(id_);
  if (driver_ >= 0) H5FDunregister(driver_);
}

void OutputFile::create(const std::string& path) {
  require(H5PLset_loading_state(0), "H5PLset_loading_state");  // no filters of others' making
  const H5::FileCreatPropList creation;
  constexpr unsigned ordered = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  require(H5Pset_link_creation_order(creation.getId(), ordered), "H5Pset_link_creation_order");
  require(H5Pset_attr_creation_order(creation.getId(), ordered), "H5Pset_attr_creation_order");
  const H5::FileAccPropList access;
  driver_ = set_forgiving_driver(access, &failed_);
  // No chunk cache: chunks are written whole, once, and none need wait in memory.
  access.setCache(0, 1, 0, 1.0);
  id_ = require(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.getId(), access.getId()), "H5Fcreate");
}

H5::Group OutputFile::root() const {
  const hid_t id = require(H5Gopen2(id_, "/", H5P_DEFAULT), "H5Gopen2");
  const H5::Group group(id);  // holds its own reference
  H5Gclose(id);
  return group;
}

void OutputFile::flush() const { require(H5Fflush(id_, H5F_SCOPE_GLOBAL), "H5Fflush"); }

void OutputFile::close() { require(H5Fclose(std::exchange(id_, -1)), "H5Fclose"); }

}  // namespace uor::store
