#include "core/uor/store/content_digest.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/uor/base/sha256.hpp"
#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/hdf5_error.hpp"
#include "core/uor/store/read_result.hpp"
#include "core/uor/store/result_file.hpp"

namespace uor::store {

namespace {

constexpr std::array<std::string_view, 7> circumstances = {"started", "finished", "seconds", "host",
                                                           "version", "commit",   "complete"};
constexpr std::array<std::string_view, 2> beside_content = {"provenance", "trust_path"};

bool is_among(const auto& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Names, shapes and values, each ended so that no two contents read alike.
class ContentHash {
 public:
  void text(std::string_view text) {
    number(text.size());
    hash_.add(std::as_bytes(std::span(text)));
  }
  void number(std::uint64_t number) { hash_.add(std::as_bytes(std::span(&number, 1))); }
  void bytes(std::span<const std::byte> bytes) { hash_.add(bytes); }
  std::string finish() { return hash_.finish(); }

 private:
  Sha256 hash_;
};

void add_attribute(ContentHash& hash, hid_t root, const std::string& name) {
  const hid_t id = require(H5Aopen(root, name.c_str(), H5P_DEFAULT), "H5Aopen");
  const H5::Attribute attribute(id);  // holds its own reference
  H5Aclose(id);
  hash.text(name);
  if (attribute.getTypeClass() == H5T_STRING) return hash.text(read_text_attribute(root, name));
  std::vector<std::byte> value(attribute.getInMemDataSize());
  attribute.read(attribute.getDataType(), value.data());
  hash.number(value.size());
  hash.bytes(value);
}

/// In the order of their names; those that netCDF-4 keeps for itself begin with '_'.
void add_attributes(ContentHash& hash, const H5::Group& root) {
  Texts names;
  for (int i = 0; i < root.getNumAttrs(); ++i) {
    const std::string name = root.openAttribute(static_cast<unsigned>(i)).getName();
    if (name[0] != '_' && !is_among(circumstances, name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) add_attribute(hash, root.getId(), name);
}

void add_array(ContentHash& hash, const H5::Group& group, const std::string& name) {
  const CheckedArray array(group, name);
  hash.text(name);
  hash.number(array.shape().size());
  for (const hsize_t length : array.shape()) hash.number(length);
  if (array.is_bare_axis()) return;
  hash.number(array.value_bytes());
  array.each_piece([&](std::span<const std::byte> bytes) { hash.bytes(bytes); });
}

void add_group(ContentHash& hash, const H5::Group& group) {
  Texts names;
  for (hsize_t i = 0; i < group.getNumObjs(); ++i) names.push_back(group.getObjnameByIdx(i));
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (is_among(beside_content, name)) continue;
    if (group.childObjType(name) == H5O_TYPE_GROUP) {
      hash.text(name);
      add_group(hash, open_group(group, name));
    } else {
      add_array(hash, group, name);
    }
  }
}

}  // namespace

std::string content_digest(const std::string& path) {
  read_result(path);  // refuses what no run writes, and what the library would die of
  ContentHash hash;
  with_result(path, [&](const H5::H5File& file) {
    const H5::Group root = file.openGroup("/");
    add_attributes(hash, root);
    add_group(hash, root);
  });
  return hash.finish();
}

}  // namespace uor::store
