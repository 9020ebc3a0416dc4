// Reading an HDF5 file that anyone may have made: class, size, rank and shape of everything are looked at before it is
// read, so that nothing is allocated or filled by what a file merely claims. All that the store reads goes through
// here.
#pragma once

#include <H5Cpp.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/uor/store/attributes.hpp"

namespace uor::store {

/// What no run writes: names the attribute or array and what is wrong with it. Becomes an Error that names the file.
class Impossible : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using Shape = std::vector<hsize_t>;

/// One text, of variable or of fixed length. Bytes that are not UTF-8 become U+FFFD. Impossible when it is
/// no text or several.
std::string read_text_attribute(hid_t object, const std::string& name);

/// One whole number of lower..upper, of whatever integer type. Impossible when it is none, several, or another number.
template <typename Value>
Value read_attribute(hid_t object, const std::string& name, Value lower = std::numeric_limits<Value>::lowest(),
                     Value upper = std::numeric_limits<Value>::max());
template <>
double read_attribute(hid_t object, const std::string& name, double lower, double upper);

/// An array that is a member of the group itself, no link to another file. It is read only when it is stored in this
/// file, whole, without filters but those that this program writes; else Impossible.
class CheckedArray {
 public:
  /// H5::Exception when there is none of that name; Impossible when it may not be read.
  CheckedArray(const H5::Group& group, const std::string& name);

  const Shape& shape() const { return shape_; }

  /// Impossible when the shape is another.
  void require_shape(const Shape& shape) const;

  /// All values, the last axis fastest. Impossible when they are of another class.
  template <typename Value>
  std::vector<Value> values() const;

  /// `count` values a axis from `start` on, which must lie within the shape.
  template <typename Value>
  std::vector<Value> part(const Shape& start, const Shape& count) const;

  /// All texts of an array of one axis.
  Texts texts() const;

  /// Whether it is an axis that has a length only, whose values nobody wrote.
  bool is_bare_axis() const;
  /// Of one value in the file; of texts, of a reference to one.
  std::size_t value_bytes() const;
  /// All values in order as they are stored, at most 16 MiB at a time; texts one by one, each with a zero byte behind.
  /// In checked_bytes.cpp.
  void each_piece(const std::function<void(std::span<const std::byte>)>& take) const;

 private:
  void check_stored() const;
  void require_class(H5T_class_t wanted, const char* words) const;
  template <typename Value>
  void require_number() const;

  std::string name_;
  H5::DataSet array_;
  Shape shape_;
};

/// All of an array that must have this shape.
template <typename Value>
std::vector<Value> read_array(const H5::Group& group, const std::string& name, const Shape& shape) {
  const CheckedArray array(group, name);
  array.require_shape(shape);
  return array.values<Value>();
}

/// The texts of an array with one axis; none when there is no such array, which is how an axis of length 0 is written.
Texts read_texts(const H5::Group& group, const std::string& name);

/// The same, of so many.
Texts read_texts(const H5::Group& group, const std::string& name, std::size_t length);

/// A group that is a member of this one itself.
H5::Group open_group(const H5::Group& parent, const std::string& name);

bool has_member(const H5::Group& group, const std::string& name);

}  // namespace uor::store
