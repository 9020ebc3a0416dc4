#include "core/uor/store/trial_writer.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <type_traits>

namespace uor::store {

namespace {

template <typename Value>
H5::DSetCreatPropList properties_of(const TrialShape& shape) {
  H5::DSetCreatPropList properties;
  const std::vector<hsize_t> chunk(shape.chunk.begin(), shape.chunk.end());
  properties.setChunk(static_cast<int>(chunk.size()), chunk.data());
  constexpr bool is_rating = std::is_same_v<Value, std::uint8_t>;
  const Value not_written = is_rating ? Value{0} : std::numeric_limits<Value>::quiet_NaN();
  properties.setFillValue(memory_type<Value>(), &not_written);
  if (is_rating) properties.setDeflate(1);
  return properties;
}

void describe_ratings(const Array& array) {
  write_codes_attribute(array.id(), "flag_values", {1, 2, 3, 4});
  write_text_attribute(array.id(), "flag_meanings", "inadequate requires_improvement good outstanding");
}

}  // namespace

template <typename Value>
TrialWriter<Value>::TrialWriter(LabelledGroup& group, const TrialArray<Value>& array, const model::Header& header)
    : name_(array.name), values_(array.values), shape_(shape_of(array.axes, sizeof(Value), header)) {
  if (shape_.stored_values == 0) return;
  array_ = group.add_array(array.name, array.title, array.axes, file_type<Value>(), properties_of<Value>(shape_));
  if constexpr (std::is_same_v<Value, std::uint8_t>) describe_ratings(array_);
  buffer_.resize(shape_.rows * shape_.chunk.back());
}

template <typename Value>
void TrialWriter<Value>::check(const tally::Block& block, std::size_t values) const {
  const std::string who = "block of trust " + std::to_string(block.trust) + ": '" + name_ + "' ";
  if (values != shape_.rows * block.count) {
    throw std::logic_error(who + "has " + std::to_string(values) + " values, not " +
                           std::to_string(shape_.rows * block.count));
  }
  if (block.first_trial != first_trial_ + filled_) {
    throw std::logic_error(who + "starts at trial " + std::to_string(block.first_trial) + ", not " +
                           std::to_string(first_trial_ + filled_));
  }
}

template <typename Value>
void TrialWriter<Value>::add(const tally::Block& block) {
  if (block.trust != trust_) flush();
  trust_ = block.trust;
  const std::vector<Value>& values = block.*values_;
  check(block, values.size());
  if (buffer_.empty()) return;
  const std::size_t width = shape_.chunk.back();
  for (std::size_t done = 0; done < block.count;) {
    const std::size_t part = std::min(block.count - done, width - filled_);
    for (std::size_t row = 0; row < shape_.rows; ++row) {
      std::copy_n(values.data() + row * block.count + done, part, buffer_.data() + row * width + filled_);
    }
    filled_ += part;
    done += part;
    if (filled_ == width) write();
  }
}

template <typename Value>
void TrialWriter<Value>::flush() {
  if (filled_ > 0) write();
  first_trial_ = 0;
}

template <typename Value>
void TrialWriter<Value>::write() {
  const std::vector<std::size_t>& lengths = shape_.lengths;
  std::vector<hsize_t> start(lengths.size(), 0), count(lengths.begin(), lengths.end());
  start[1] = trust_;
  count[1] = 1;
  start.back() = first_trial_;
  count.back() = filled_;
  const H5::DataSpace file = array_.space();
  file.selectHyperslab(H5S_SELECT_SET, count.data(), start.data());

  // Of the same rank as the file's: HDF5 maps selections of one shape onto each other without walking their elements.
  std::vector<hsize_t> buffer_shape = count;
  buffer_shape.back() = shape_.chunk.back();
  const std::vector<hsize_t> corner(count.size(), 0);
  const H5::DataSpace memory(static_cast<int>(count.size()), buffer_shape.data());
  memory.selectHyperslab(H5S_SELECT_SET, count.data(), corner.data());
  array_.write(buffer_.data(), memory_type<Value>(), memory, file);
  first_trial_ += filled_;
  filled_ = 0;
}

template class TrialWriter<std::uint8_t>;
template class TrialWriter<double>;

}  // namespace uor::store
