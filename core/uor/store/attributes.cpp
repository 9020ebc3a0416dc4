#include "core/uor/store/attributes.hpp"

#include "core/uor/store/hdf5_error.hpp"

namespace uor::store {

H5::StrType text_type() {
  H5::StrType type(H5::PredType::C_S1, H5T_VARIABLE);
  type.setCset(H5T_CSET_UTF8);
  return type;
}

template <>
H5::PredType file_type<std::uint8_t>() {
  return H5::PredType::STD_U8LE;
}
template <>
H5::PredType file_type<std::int32_t>() {
  return H5::PredType::STD_I32LE;
}
template <>
H5::PredType file_type<std::uint64_t>() {
  return H5::PredType::STD_U64LE;
}
template <>
H5::PredType file_type<double>() {
  return H5::PredType::IEEE_F64LE;
}
template <>
H5::PredType memory_type<std::uint8_t>() {
  return H5::PredType::NATIVE_UINT8;
}
template <>
H5::PredType memory_type<std::int32_t>() {
  return H5::PredType::NATIVE_INT32;
}
template <>
H5::PredType memory_type<std::uint64_t>() {
  return H5::PredType::NATIVE_UINT64;
}
template <>
H5::PredType memory_type<double>() {
  return H5::PredType::NATIVE_DOUBLE;
}

namespace {

// Creates, writes and closes; `type` in the file, `memory` of the value.
void write_value(hid_t object, const std::string& name, const H5::DataSpace& space, const H5::DataType& type,
                 const H5::DataType& memory, const void* value) {
  const hid_t id =
      require(H5Acreate2(object, name.c_str(), type.getId(), space.getId(), H5P_DEFAULT, H5P_DEFAULT), "H5Acreate2");
  const herr_t written = H5Awrite(id, memory.getId(), value);
  H5Aclose(id);
  require(written, "H5Awrite");
}

}  // namespace

void write_text_attribute(hid_t object, const std::string& name, const std::string& text) {
  const char* pointer = text.c_str();
  write_value(object, name, H5::DataSpace(H5S_SCALAR), text_type(), text_type(), &pointer);
}

template <typename Value>
void write_attribute(hid_t object, const std::string& name, Value value) {
  write_value(object, name, H5::DataSpace(H5S_SCALAR), file_type<Value>(), memory_type<Value>(), &value);
}
template void write_attribute(hid_t, const std::string&, std::uint8_t);
template void write_attribute(hid_t, const std::string&, std::int32_t);
template void write_attribute(hid_t, const std::string&, std::uint64_t);
template void write_attribute(hid_t, const std::string&, double);

void write_codes_attribute(hid_t object, const std::string& name, const std::vector<std::uint8_t>& codes) {
  const hsize_t length = codes.size();
  write_value(object, name, H5::DataSpace(1, &length), file_type<std::uint8_t>(), memory_type<std::uint8_t>(),
              codes.data());
}

bool has_attribute(hid_t object, const std::string& name) {
  return require(H5Aexists(object, name.c_str()), "H5Aexists") > 0;
}

}  // namespace uor::store
