#include "core/uor/store/labelled_group.hpp"

#include <hdf5_hl.h>

#include <array>
#include <cstdio>

#include "core/uor/store/hdf5_error.hpp"

namespace uor::store {

namespace {

constexpr unsigned ordered = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

std::vector<const char*> pointers_to(const Texts& texts) {
  std::vector<const char*> pointers;
  for (const std::string& text : texts) pointers.push_back(text.c_str());
  return pointers;
}

}  // namespace

H5::Group make_group(const H5::Group& parent, const std::string& name) {
  const hid_t properties = H5Pcreate(H5P_GROUP_CREATE);
  H5Pset_link_creation_order(properties, ordered);
  H5Pset_attr_creation_order(properties, ordered);
  const hid_t id = H5Gcreate2(parent.getId(), name.c_str(), H5P_DEFAULT, properties, H5P_DEFAULT);
  H5Pclose(properties);
  const H5::Group group(require(id, "H5Gcreate2"));  // holds its own reference
  H5Gclose(id);
  return group;
}

hsize_t LabelledGroup::length(const std::string& axis) const {
  const auto found = axes_.find(axis);
  return found == axes_.end() ? 0 : found->second.length;
}

Array LabelledGroup::create(const std::string& name, const H5::DataType& type, const std::vector<hsize_t>& shape,
                            const H5::DSetCreatPropList& properties) {
  const H5::DSetCreatPropList own(properties);
  require(H5Pset_attr_creation_order(own.getId(), ordered), "H5Pset_attr_creation_order");
  require(H5Pset_obj_track_times(own.getId(), false), "H5Pset_obj_track_times");
  const H5::DataSpace space(static_cast<int>(shape.size()), shape.data());
  return Array(require(
      H5Dcreate2(group_.getId(), name.c_str(), type.getId(), space.getId(), H5P_DEFAULT, own.getId(), H5P_DEFAULT),
      "H5Dcreate2"));
}

void LabelledGroup::make_axis(const std::string& axis, Array scale, hsize_t length, const std::string& scale_name) {
  require(H5DSset_scale(scale.id(), scale_name.c_str()), "H5DSset_scale");
  axes_[axis] = {std::move(scale), length, ""};
}

void LabelledGroup::add_axis(const std::string& axis, const Texts& labels, const std::string& title) {
  if (labels.empty()) return;
  Array scale = create(axis, text_type(), {labels.size()}, {});
  scale.write(pointers_to(labels).data(), text_type());
  write_text_attribute(scale.id(), "long_name", title);
  make_axis(axis, std::move(scale), labels.size(), axis);
}

template <typename Value>
void LabelledGroup::add_axis(const std::string& axis, const std::vector<Value>& labels, const std::string& title) {
  if (labels.empty()) return;
  Array scale = create(axis, file_type<Value>(), {labels.size()}, {});
  scale.write(labels.data(), memory_type<Value>());
  write_text_attribute(scale.id(), "long_name", title);
  make_axis(axis, std::move(scale), labels.size(), axis);
}
template void LabelledGroup::add_axis(const std::string&, const std::vector<std::int32_t>&, const std::string&);
template void LabelledGroup::add_axis(const std::string&, const std::vector<double>&, const std::string&);

void LabelledGroup::add_bare_axis(const std::string& axis, hsize_t length) {
  if (length == 0) return;
  // The name that netCDF-4 gives to the scale of a dimension without a variable; the dataset itself holds nothing.
  std::array<char, 80> name;
  std::snprintf(name.data(), name.size(), "This is a netCDF dimension but not a netCDF variable.%10llu",
                static_cast<unsigned long long>(length));
  make_axis(axis, create(axis, H5::PredType::IEEE_F32BE, {length}, {}), length, name.data());
}

void LabelledGroup::add_companion(const std::string& axis, const std::string& name, const Texts& values, bool beside) {
  if (length(axis) == 0) return;
  add_array(name, "", {axis}, text_type()).write(pointers_to(values).data(), text_type());
  if (beside) axes_.at(axis).companions += " " + name;
}

template <typename Value>
void LabelledGroup::add_companion(const std::string& axis, const std::string& name, const std::vector<Value>& values,
                                  bool beside) {
  if (length(axis) == 0) return;
  add_array(name, "", {axis}, file_type<Value>()).write(values.data(), memory_type<Value>());
  if (beside) axes_.at(axis).companions += " " + name;
}
template void LabelledGroup::add_companion(const std::string&, const std::string&, const std::vector<std::uint8_t>&,
                                           bool);
template void LabelledGroup::add_companion(const std::string&, const std::string&, const std::vector<std::int32_t>&,
                                           bool);
template void LabelledGroup::add_companion(const std::string&, const std::string&, const std::vector<double>&, bool);

Array LabelledGroup::add_array(const std::string& name, const std::string& title, const AxisNames& axes,
                               const H5::DataType& type, const H5::DSetCreatPropList& properties) {
  std::vector<hsize_t> shape;
  std::string coordinates;
  for (const std::string& axis : axes) {
    shape.push_back(length(axis));
    if (shape.back() == 0) return {};
    if (axes.size() > 1) coordinates += axes_.at(axis).companions;
  }
  Array array = create(name, type, shape, properties);
  for (unsigned i = 0; i < axes.size(); ++i) {
    require(H5DSattach_scale(array.id(), axes_.at(axes[i]).scale.id(), i), "H5DSattach_scale");
  }
  if (!title.empty()) write_text_attribute(array.id(), "long_name", title);
  if (!coordinates.empty()) write_text_attribute(array.id(), "coordinates", coordinates.substr(1));
  return array;
}

}  // namespace uor::store
