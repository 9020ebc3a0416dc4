#include "core/uor/store/forgiving_driver.hpp"

#include <sys/types.h>

#include <limits>

#include "core/uor/store/hdf5_error.hpp"

namespace uor::store {

namespace {

// What travels with the access properties.
struct Info {
  bool* failed;
};

// HDF5 hands us pointers to the first member.
struct File {
  H5FD_t base{};
  H5FD_t* inner = nullptr;
  bool* failed = nullptr;
};

File* own(H5FD_t* file) { return reinterpret_cast<File*>(file); }
const File* own(const H5FD_t* file) { return reinterpret_cast<const File*>(file); }

H5FD_t* open(const char* name, unsigned flags, hid_t access, haddr_t most) {
  const auto* info = static_cast<const Info*>(H5Pget_driver_info(access));
  H5FD_t* inner = H5FDopen(name, flags, H5P_FILE_ACCESS_DEFAULT, most);
  if (info == nullptr || inner == nullptr) return nullptr;
  return &(new File{{}, inner, info->failed})->base;
}

herr_t close(H5FD_t* file) {
  const herr_t closed = H5FDclose(own(file)->inner);
  delete own(file);
  return closed;
}

int compare(const H5FD_t* a, const H5FD_t* b) { return H5FDcmp(own(a)->inner, own(b)->inner); }

// Called once without a file, for the driver as such.
herr_t query(const H5FD_t* file, unsigned long* flags) {
  if (file == nullptr) return H5FDdriver_query(H5FD_SEC2, flags);
  return H5FDquery(own(file)->inner, flags) < 0 ? -1 : 0;
}

haddr_t end_of_allocation(const H5FD_t* file, H5FD_mem_t type) { return H5FDget_eoa(own(file)->inner, type); }
herr_t set_end_of_allocation(H5FD_t* file, H5FD_mem_t type, haddr_t end) {
  return H5FDset_eoa(own(file)->inner, type, end);
}
haddr_t end_of_file(const H5FD_t* file, H5FD_mem_t type) { return H5FDget_eof(own(file)->inner, type); }

herr_t read(H5FD_t* file, H5FD_mem_t type, hid_t transfer, haddr_t address, size_t size, void* buffer) {
  return H5FDread(own(file)->inner, type, transfer, address, size, buffer);
}

// Passes an operation on unless one has failed before, and remembers when it fails.
template <typename Operation>
herr_t unless_failed(H5FD_t* file, Operation operation) {
  bool& failed = *own(file)->failed;
  if (!failed && operation(own(file)->inner) < 0) failed = true;
  return 0;
}

herr_t write(H5FD_t* file, H5FD_mem_t type, hid_t transfer, haddr_t address, size_t size, const void* buffer) {
  return unless_failed(file, [&](H5FD_t* to) { return H5FDwrite(to, type, transfer, address, size, buffer); });
}
herr_t flush(H5FD_t* file, hid_t transfer, hbool_t closing) {
  return unless_failed(file, [&](H5FD_t* to) { return H5FDflush(to, transfer, closing); });
}
herr_t truncate(H5FD_t* file, hid_t transfer, hbool_t closing) {
  return unless_failed(file, [&](H5FD_t* to) { return H5FDtruncate(to, transfer, closing); });
}

H5FD_class_t driver_class() {
  H5FD_class_t driver{};
  driver.name = "forgiving";
  driver.maxaddr = static_cast<haddr_t>(std::numeric_limits<off_t>::max());  // as the inner driver
  driver.fc_degree = H5F_CLOSE_WEAK;
  driver.fapl_size = sizeof(Info);
  driver.open = open;
  driver.close = close;
  driver.cmp = compare;
  driver.query = query;
  driver.get_eoa = end_of_allocation;
  driver.set_eoa = set_end_of_allocation;
  driver.get_eof = end_of_file;
  driver.read = read;
  driver.write = write;
  driver.flush = flush;
  driver.truncate = truncate;
  const H5FD_mem_t kinds_of_space[] = H5FD_FLMAP_DICHOTOMY;
  for (int kind = 0; kind < H5FD_MEM_NTYPES; ++kind) driver.fl_map[kind] = kinds_of_space[kind];
  return driver;
}

}  // namespace

hid_t set_forgiving_driver(const H5::FileAccPropList& access, bool* failed) {
  const H5FD_class_t driver = driver_class();
  const hid_t id = require(H5FDregister(&driver), "H5FDregister");
  const Info info = {failed};
  require(H5Pset_driver(access.getId(), id, &info), "H5Pset_driver");
  return id;
}

}  // namespace uor::store
