// Attributes of HDF5 objects, and the types in which values and text lie in a file.
#pragma once

#include <H5Cpp.h>

#include <cstdint>
#include <string>
#include <vector>

namespace uor::store {

using Texts = std::vector<std::string>;

/// Variable-length UTF-8: the only text that h5py, netCDF4 and hdf5r all read well.
H5::StrType text_type();

/// HDF5 types of the values that we keep, as they lie in the file (little-endian) and in memory.
template <typename Value>
H5::PredType file_type();
template <typename Value>
H5::PredType memory_type();

void write_text_attribute(hid_t object, const std::string& name, const std::string& text);
template <typename Value>
void write_attribute(hid_t object, const std::string& name, Value value);

void write_codes_attribute(hid_t object, const std::string& name, const std::vector<std::uint8_t>& codes);

bool has_attribute(hid_t object, const std::string& name);

}  // namespace uor::store
