#include "core/uor/store/array.hpp"

#include "core/uor/store/hdf5_error.hpp"

namespace uor::store {

namespace {

constexpr std::size_t converted_bytes =
    1 << 15;  // at once; for each list of texts the library clears as much, a megabyte unasked

}  // namespace

H5::DataSpace Array::space() const {
  const hid_t id = require(H5Dget_space(id_), "H5Dget_space");
  const H5::DataSpace space(id);  // holds its own reference
  H5Sclose(id);
  return space;
}

void Array::write(const void* values, const H5::DataType& memory_type, const H5::DataSpace& memory,
                  const H5::DataSpace& file) const {
  H5::DSetMemXferPropList transfer;
  transfer.setBuffer(converted_bytes, nullptr, nullptr);
  require(H5Dwrite(id_, memory_type.getId(), memory.getId(), file.getId(), transfer.getId(), values), "H5Dwrite");
}

}  // namespace uor::store
