#include "core/uor/store/checked_read.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "core/uor/base/characters.hpp"
#include "core/uor/store/hdf5_error.hpp"

namespace uor::store {

namespace {

/// What deflate can make of a byte at best; no more than this is believed of any file.
constexpr hsize_t most_bytes_a_byte = 1032;

std::string shape_in_words(const Shape& shape) {
  if (shape.empty()) return "one value";
  std::string words;
  for (const hsize_t length : shape) words += (words.empty() ? "" : " x ") + std::to_string(length);
  return words;
}

Shape shape_in_file(const H5::DataSpace& space, const std::string& what) {
  const H5S_class_t kind = space.getSimpleExtentType();
  if (kind == H5S_NULL) throw Impossible(what + " holds nothing");
  Shape shape(static_cast<std::size_t>(space.getSimpleExtentNdims()));
  if (!shape.empty()) space.getSimpleExtentDims(shape.data());
  return shape;
}

/// A member by a hard link: soft and external links lead elsewhere, to other files even.
void require_own_member(const H5::Group& group, const std::string& name) {
  H5L_info_t info{};
  require(H5Lget_info(group.getId(), name.c_str(), &info, H5P_DEFAULT), "H5Lget_info");
  if (info.type != H5L_TYPE_HARD) throw Impossible("'" + name + "' is a link to somewhere else");
}

H5::Attribute open_one(hid_t object, const std::string& name) {
  const hid_t id = require(H5Aopen(object, name.c_str(), H5P_DEFAULT), "H5Aopen");
  const H5::Attribute attribute(id);  // holds its own reference
  H5Aclose(id);
  const std::string what = "attribute '" + name + "'";
  const Shape shape = shape_in_file(attribute.getSpace(), what);
  if (!shape.empty()) throw Impossible(what + " has the shape " + shape_in_words(shape) + ", not one value");
  return attribute;
}

[[noreturn]] void refuse_class(const std::string& what, const char* wanted) {
  throw Impossible(what + " holds no " + wanted);
}

/// The whole number in its own sign, so that nothing is bent into the range that is asked for.
template <typename Value, typename Wide>
bool fits(Wide wide, Value lower, Value upper, Value& value) {
  if (!std::in_range<Value>(wide)) return false;
  value = static_cast<Value>(wide);
  return value >= lower && value <= upper;
}

template <typename Value>
std::string range_in_words(Value lower, Value upper) {
  const bool open = upper == std::numeric_limits<Value>::max();
  return std::to_string(lower) + (open ? " or more" : " to " + std::to_string(upper));
}

template <typename Value>
Value whole_number(const H5::Attribute& attribute, const std::string& name, Value lower, Value upper) {
  const std::string what = "attribute '" + name + "'";
  if (attribute.getTypeClass() != H5T_INTEGER) refuse_class(what, "whole number");
  const H5::IntType type = attribute.getIntType();
  if (type.getSize() > sizeof(std::int64_t)) refuse_class(what, "whole number of at most 64 bits");
  Value value{};
  std::string found;
  bool fitting = false;
  if (type.getSign() == H5T_SGN_NONE) {
    std::uint64_t wide = 0;
    attribute.read(H5::PredType::NATIVE_UINT64, &wide);
    fitting = fits(wide, lower, upper, value);
    found = std::to_string(wide);
  } else {
    std::int64_t wide = 0;
    attribute.read(H5::PredType::NATIVE_INT64, &wide);
    fitting = fits(wide, lower, upper, value);
    found = std::to_string(wide);
  }
  if (!fitting)
    throw Impossible(what + " is " + found + ", where only " + range_in_words<Value>(lower, upper) + " can be");
  return value;
}

}  // namespace

std::string read_text_attribute(hid_t object, const std::string& name) {
  const H5::Attribute attribute = open_one(object, name);
  const std::string what = "attribute '" + name + "'";
  if (attribute.getTypeClass() != H5T_STRING) refuse_class(what, "text");
  const H5::StrType type = attribute.getStrType();
  if (!type.isVariableStr()) {
    // An object header ends at 64 KiB, and what its attributes hold with it.
    std::string text(type.getSize(), '\0');
    attribute.read(type, text.data());
    return valid_utf8(text.substr(0, text.find('\0')));
  }
  char* pointer = nullptr;
  const hid_t space = attribute.getSpace().getId();
  require(H5Aread(attribute.getId(), text_type().getId(), &pointer), "H5Aread");
  const std::string text = pointer == nullptr ? std::string() : pointer;
  if (pointer != nullptr) H5Dvlen_reclaim(text_type().getId(), space, H5P_DEFAULT, &pointer);
  return valid_utf8(text);
}

template <typename Value>
Value read_attribute(hid_t object, const std::string& name, Value lower, Value upper) {
  return whole_number<Value>(open_one(object, name), name, lower, upper);
}
template std::uint8_t read_attribute(hid_t, const std::string&, std::uint8_t, std::uint8_t);
template std::int32_t read_attribute(hid_t, const std::string&, std::int32_t, std::int32_t);
template std::uint64_t read_attribute(hid_t, const std::string&, std::uint64_t, std::uint64_t);

template <>
double read_attribute(hid_t object, const std::string& name, double lower, double upper) {
  const H5::Attribute attribute = open_one(object, name);
  const std::string what = "attribute '" + name + "'";
  if (attribute.getTypeClass() != H5T_FLOAT || attribute.getFloatType().getSize() > sizeof(double))
    refuse_class(what, "number");
  double value = 0;
  attribute.read(H5::PredType::NATIVE_DOUBLE, &value);
  if (!(value >= lower && value <= upper)) throw Impossible(what + " is " + std::to_string(value));
  return value;
}

CheckedArray::CheckedArray(const H5::Group& group, const std::string& name) : name_(name) {
  require_own_member(group, name);
  array_ = group.openDataSet(name);
  shape_ = shape_in_file(array_.getSpace(), "'" + name + "'");
}

void CheckedArray::require_shape(const Shape& shape) const {
  if (shape_ == shape) return;
  throw Impossible("'" + name_ + "' has another size than its axes: " + shape_in_words(shape_) + ", not " +
                   shape_in_words(shape));
}

void CheckedArray::require_class(H5T_class_t wanted, const char* words) const {
  if (array_.getTypeClass() != wanted) refuse_class("'" + name_ + "'", words);
}

namespace {

void check_filters(const H5::DSetCreatPropList& properties, const std::string& name) {
  constexpr std::array<H5Z_filter_t, 3> known = {H5Z_FILTER_DEFLATE, H5Z_FILTER_SHUFFLE, H5Z_FILTER_FLETCHER32};
  for (int i = 0; i < H5Pget_nfilters(properties.getId()); ++i) {
    unsigned flags = 0, config = 0;
    std::size_t values = 0;
    const H5Z_filter_t filter =
        H5Pget_filter2(properties.getId(), static_cast<unsigned>(i), &flags, &values, nullptr, 0, nullptr, &config);
    if (std::find(known.begin(), known.end(), filter) == known.end())
      throw Impossible("'" + name + "' was packed by filter " + std::to_string(filter) + ", which no run uses");
  }
}

/// A chunk is unpacked as a whole, however little of it is asked for. Values written into it: what they took.
hsize_t check_chunks(const H5::DataSet& array, const H5::DSetCreatPropList& properties, const Shape& shape,
                     const std::string& name) {
  constexpr hsize_t most_bytes = hsize_t{256} << 20;
  Shape chunk(shape.size());
  properties.getChunk(static_cast<int>(chunk.size()), chunk.data());
  hsize_t bytes = array.getDataType().getSize(), pieces = 1;
  for (std::size_t axis = 0; axis < chunk.size(); ++axis) {
    if (chunk[axis] == 0 || __builtin_mul_overflow(bytes, chunk[axis], &bytes) || bytes > most_bytes)
      throw Impossible("'" + name + "' lies in chunks of " + shape_in_words(chunk) + ", larger than any run writes");
    const hsize_t along = shape[axis] / chunk[axis] + (shape[axis] % chunk[axis] != 0 ? 1 : 0);
    if (__builtin_mul_overflow(pieces, along, &pieces)) throw Impossible("'" + name + "' is larger than any file");
  }
  hsize_t written = 0;
  const H5::DataSpace space = array.getSpace();
  require(H5Dget_num_chunks(array.getId(), space.getId(), &written), "H5Dget_num_chunks");
  if (written != pieces)
    throw Impossible("'" + name + "' has " + std::to_string(written) + " of its " + std::to_string(pieces) +
                     " chunks, the others were never written");
  return pieces;
}

hsize_t file_bytes(const H5::DataSet& array) {
  const hid_t file = require(H5Iget_file_id(array.getId()), "H5Iget_file_id");
  hsize_t bytes = 0;
  const herr_t known = H5Fget_filesize(file, &bytes);
  H5Fclose(file);
  require(known, "H5Fget_filesize");
  return bytes;
}

}  // namespace

// Stored here and whole: not in other files, and not made of fill values that nobody wrote.
void CheckedArray::check_stored() const {
  const H5::DSetCreatPropList properties = array_.getCreatePlist();
  const H5D_layout_t layout = properties.getLayout();
  if (properties.getExternalCount() > 0 || layout == H5D_VIRTUAL)
    throw Impossible("'" + name_ + "' lies in another file");
  check_filters(properties, name_);
  hsize_t bytes = array_.getDataType().getSize();
  for (const hsize_t length : shape_) {
    if (length == 0) throw Impossible("'" + name_ + "' is empty");
    if (__builtin_mul_overflow(bytes, length, &bytes)) throw Impossible("'" + name_ + "' is larger than any file");
  }
  const hsize_t file = file_bytes(array_);
  const hsize_t most = layout == H5D_CHUNKED ? file * most_bytes_a_byte : file;
  if (bytes > most)
    throw Impossible("'" + name_ + "' claims " + shape_in_words(shape_) + " values, more than a file of " +
                     std::to_string(file) + " bytes can hold");
  if (layout == H5D_CHUNKED) {
    check_chunks(array_, properties, shape_, name_);
  } else if (array_.getStorageSize() < bytes) {
    throw Impossible("'" + name_ + "' was never written");
  }
}

template <typename Value>
void CheckedArray::require_number() const {
  if constexpr (std::is_floating_point_v<Value>) {
    require_class(H5T_FLOAT, "numbers");
    if (array_.getFloatType().getSize() > sizeof(double)) refuse_class("'" + name_ + "'", "numbers of 64 bits");
  } else {
    require_class(H5T_INTEGER, "whole numbers");
    const H5::IntType type = array_.getIntType();
    // Another sign or size would be bent into range by the library, silently.
    const bool is_signed = type.getSign() != H5T_SGN_NONE;
    if (type.getSize() > sizeof(Value) || is_signed != std::is_signed_v<Value>)
      refuse_class("'" + name_ + "'",
                   std::is_signed_v<Value> ? "whole numbers of 32 bits" : "counts (whole numbers without a sign)");
  }
}

template <typename Value>
std::vector<Value> CheckedArray::values() const {
  require_number<Value>();
  check_stored();
  std::size_t count = 1;
  for (const hsize_t length : shape_) count *= static_cast<std::size_t>(length);
  std::vector<Value> values(count);
  array_.read(values.data(), memory_type<Value>());
  return values;
}

template <typename Value>
std::vector<Value> CheckedArray::part(const Shape& start, const Shape& count) const {
  require_number<Value>();
  check_stored();
  hsize_t length = 1;
  for (std::size_t axis = 0; axis < shape_.size(); ++axis) {
    if (start.at(axis) >= shape_[axis] || count.at(axis) > shape_[axis] - start[axis])
      throw std::out_of_range("'" + name_ + "' has " + shape_in_words(shape_) + " values");
    length *= count[axis];
  }
  const H5::DataSpace space = array_.getSpace();
  space.selectHyperslab(H5S_SELECT_SET, count.data(), start.data());
  std::vector<Value> values(static_cast<std::size_t>(length));
  array_.read(values.data(), memory_type<Value>(), H5::DataSpace(1, &length), space);
  return values;
}

template std::vector<std::uint8_t> CheckedArray::values() const;
template std::vector<std::int32_t> CheckedArray::values() const;
template std::vector<std::uint64_t> CheckedArray::values() const;
template std::vector<double> CheckedArray::values() const;
template std::vector<std::uint8_t> CheckedArray::part(const Shape&, const Shape&) const;
template std::vector<double> CheckedArray::part(const Shape&, const Shape&) const;

namespace {

/// Texts of a fixed length, each ended by a zero byte where it is shorter.
Texts fixed_texts(const H5::DataSet& array, std::size_t count) {
  const H5::StrType type = array.getStrType();
  const std::size_t width = type.getSize();
  std::string bytes(width * count, '\0');
  array.read(bytes.data(), type);
  Texts texts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = bytes.substr(i * width, width);
    texts.push_back(valid_utf8(text.substr(0, text.find('\0'))));
  }
  return texts;
}

}  // namespace

Texts CheckedArray::texts() const {
  const std::string what = "'" + name_ + "'";
  require_class(H5T_STRING, "text");
  if (shape_.size() != 1) throw Impossible(what + " has the shape " + shape_in_words(shape_) + ", not one axis");
  check_stored();
  const std::size_t length = static_cast<std::size_t>(shape_[0]);
  if (!array_.getStrType().isVariableStr()) return fixed_texts(array_, length);
  std::vector<char*> pointers(length, nullptr);
  const H5::StrType type = text_type();
  array_.read(pointers.data(), type);
  Texts texts;
  for (const char* pointer : pointers) texts.push_back(pointer == nullptr ? std::string() : valid_utf8(pointer));
  H5::DataSet::vlenReclaim(pointers.data(), type, array_.getSpace());
  return texts;
}

bool has_member(const H5::Group& group, const std::string& name) {
  return require(H5Lexists(group.getId(), name.c_str(), H5P_DEFAULT), "H5Lexists") > 0;
}

H5::Group open_group(const H5::Group& parent, const std::string& name) {
  require_own_member(parent, name);
  return parent.openGroup(name);
}

Texts read_texts(const H5::Group& group, const std::string& name) {
  return has_member(group, name) ? CheckedArray(group, name).texts() : Texts();
}

Texts read_texts(const H5::Group& group, const std::string& name, std::size_t length) {
  Texts texts = read_texts(group, name);
  if (texts.size() == length) return texts;
  throw Impossible("'" + name + "' has " + std::to_string(texts.size()) + " entries where its axis has " +
                   std::to_string(length));
}

}  // namespace uor::store
