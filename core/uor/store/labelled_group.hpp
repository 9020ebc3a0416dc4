// A group of arrays whose axes have names and labels: HDF5 dimension scales, as netCDF-4 and xarray understand them.
#pragma once

#include <H5Cpp.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/uor/store/array.hpp"
#include "core/uor/store/attributes.hpp"
#include "core/uor/store/layout.hpp"

namespace uor::store {

/// Writes axes and arrays into one group. An axis of length 0 is left out, and so are arrays over it.
class LabelledGroup {
 public:
  explicit LabelledGroup(const H5::Group& group) : group_(group) {}

  const H5::Group& group() const { return group_; }
  hsize_t length(const std::string& axis) const;  // 0 when the axis was left out

  /// An axis with a coordinate variable of its name.
  void add_axis(const std::string& axis, const Texts& labels, const std::string& title);
  template <typename Value>
  void add_axis(const std::string& axis, const std::vector<Value>& labels, const std::string& title);

  /// An axis that has a length only: what netCDF-4 calls a dimension without a variable.
  void add_bare_axis(const std::string& axis, hsize_t length);

  /// One value for each label of an axis; with `beside`, arrays over the axis name it among their coordinates.
  void add_companion(const std::string& axis, const std::string& name, const Texts& values, bool beside = false);
  template <typename Value>
  void add_companion(const std::string& axis, const std::string& name, const std::vector<Value>& values,
                     bool beside = false);

  /// An empty array over `axes`, with their scales attached; false when one of the axes was left out.
  Array add_array(const std::string& name, const std::string& title, const AxisNames& axes, const H5::DataType& type,
                  const H5::DSetCreatPropList& properties = {});

 private:
  Array create(const std::string& name, const H5::DataType& type, const std::vector<hsize_t>& shape,
               const H5::DSetCreatPropList& properties);
  void make_axis(const std::string& axis, Array scale, hsize_t length, const std::string& scale_name);

  struct Axis {
    Array scale;
    hsize_t length = 0;
    std::string companions;  // names, a space apart
  };
  H5::Group group_;
  std::map<std::string, Axis> axes_;
};

/// A group inside `parent` that remembers the order in which its members were made, as netCDF-4 asks.
H5::Group make_group(const H5::Group& parent, const std::string& name);

}  // namespace uor::store
