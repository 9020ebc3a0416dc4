// An array's values as they are stored, a piece at a time.
#include <algorithm>
#include <string_view>

#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/hdf5_error.hpp"

namespace uor::store {

namespace {

constexpr hsize_t piece_bytes = hsize_t{16} << 20;
constexpr std::string_view no_variable = "This is a netCDF dimension but not a netCDF variable.";

/// How many values along each axis make a piece: whole rows of the last axes, and one of each axis before.
Shape piece_of(const Shape& shape, hsize_t bytes) {
  Shape piece = shape;
  for (std::size_t axis = shape.size(); axis-- > 0;) {
    const hsize_t fit = std::max<hsize_t>(1, piece_bytes / bytes);
    piece[axis] = std::min(shape[axis], fit);
    bytes *= piece[axis];
  }
  return piece;
}

/// The next corner in the order of values; false after the last.
bool advance(Shape& start, const Shape& shape, const Shape& piece) {
  for (std::size_t axis = start.size(); axis-- > 0;) {
    start[axis] += piece[axis];
    if (start[axis] < shape[axis]) return true;
    start[axis] = 0;
  }
  return false;
}

}  // namespace

bool CheckedArray::is_bare_axis() const {
  return has_attribute(array_.getId(), "NAME") &&
         read_text_attribute(array_.getId(), "NAME").starts_with(no_variable.substr(0, no_variable.size() - 1));
}

std::size_t CheckedArray::value_bytes() const { return array_.getDataType().getSize(); }

void CheckedArray::each_piece(const std::function<void(std::span<const std::byte>)>& take) const {
  if (array_.getTypeClass() == H5T_STRING) {
    for (const std::string& text : texts()) take(std::as_bytes(std::span(text.c_str(), text.size() + 1)));
    return;
  }
  check_stored();
  const H5::DataType type = array_.getDataType();
  const Shape piece = piece_of(shape_, type.getSize());
  Shape start(shape_.size(), 0);
  std::vector<std::byte> bytes;
  do {
    Shape count = piece;
    hsize_t length = 1;
    for (std::size_t axis = 0; axis < count.size(); ++axis) {
      count[axis] = std::min(piece[axis], shape_[axis] - start[axis]);
      length *= count[axis];
    }
    const H5::DataSpace space = array_.getSpace();
    if (!shape_.empty()) space.selectHyperslab(H5S_SELECT_SET, count.data(), start.data());
    bytes.resize(static_cast<std::size_t>(length) * type.getSize());
    array_.read(bytes.data(), type, H5::DataSpace(1, &length), space);
    take(bytes);
  } while (advance(start, shape_, piece));
}

}  // namespace uor::store
