#include "core/uor/store/read_result.hpp"

#include <H5Cpp.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "core/uor/base/error.hpp"
#include "core/uor/store/hdf5_error.hpp"
#include "core/uor/store/layout.hpp"
#include "core/uor/store/metadata.hpp"
#include "core/uor/store/sector_store.hpp"
#include "core/uor/store/summary_members.hpp"

namespace uor::store {

namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& problem) {
  throw Error("'" + path + "' " + problem, Fault::input);
}

void check_readable(const std::string& path) {
  if (std::filesystem::is_directory(path)) refuse(path, "is a folder, name a result file in it");
  errno = 0;
  if (!std::ifstream(path)) refuse(path, "cannot be read (" + std::string(std::strerror(errno)) + "), check its name");
  if (std::filesystem::file_size(path) == 0) refuse(path, "is empty, run the scenario again");
  if (!H5::H5File::isHdf5(path))
    refuse(path, "is not a result file (it is not HDF5), name a file that 'uor run' wrote");
}

H5::H5File open(const std::string& path, const Hdf5Failures& failures) {
  check_readable(path);
  try {
    return H5::H5File(path, H5F_ACC_RDONLY);
  } catch (const H5::Exception&) {
    refuse(path, "is cut short or damaged (" + failures.cause() + "), copy it again or run the scenario again");
  }
}

void check_format(const H5::H5File& file, const std::string& path) {
  const H5::Group group = file.openGroup("/");
  const hid_t root = group.getId();
  if (!has_attribute(root, "format") || read_text_attribute(root, "format") != format_name) {
    refuse(path, "is HDF5 but not a result file (it has no attribute format = '" + std::string(format_name) +
                     "'), name a file that 'uor run' wrote");
  }
  const std::int32_t version = read_attribute<std::int32_t>(root, "format_version");
  if (version > format_version) {
    refuse(path, "is of format version " + std::to_string(version) + " (this program reads up to " +
                     std::to_string(format_version) + "), read it with uor " + read_text_attribute(root, "version") +
                     " or newer");
  }
  if (!has_attribute(root, "complete")) {
    refuse(path, "was never finished (it has no attribute 'complete'), run the scenario again");
  }
}

// Opens and checks; whatever HDF5 then fails to find means damage.
template <typename Action>
void with_result(const std::string& path, Action action) {
  const Hdf5Failures failures;
  const H5::H5File file = open(path, failures);
  try {
    check_format(file, path);
    action(file);
  } catch (const H5::Exception& failure) {
    refuse(path, "is damaged (" + failure.getDetailMsg() + ": " + failures.cause() + "), run the scenario again");
  }
}

template <typename Value>
std::vector<Value> read_all(const H5::Group& root, const std::string& name, std::size_t expected) {
  const H5::DataSet array = root.openDataSet(name);
  if (static_cast<std::size_t>(array.getSpace().getSimpleExtentNpoints()) != expected) {
    throw H5::DataSetIException("read", "'" + name + "' has another size than its axes");
  }
  std::vector<Value> values(expected);
  array.read(values.data(), memory_type<Value>());
  return values;
}

// Each array is read once, whole: [scenario][trust][...].
template <typename Value>
void read_members(const H5::Group& root, const std::vector<SummaryMember<Value>>& members, const run::Header& header,
                  std::vector<run::Summary>& summaries) {
  const std::size_t trusts = header.trusts.size();
  for (const SummaryMember<Value>& member : members) {
    const std::size_t size = values_a_side(member.axes, header);
    if (size == 0 || (may_lack(member.name) && !root.nameExists(member.name))) continue;
    const auto values = read_all<Value>(root, member.name, size * trusts * header.sides.size());
    for (std::size_t side = 0; side < header.sides.size(); ++side) {
      for (std::size_t trust = 0; trust < trusts; ++trust) {
        member.scatter(values.data() + (side * trusts + trust) * size, summaries[trust].sides[side]);
      }
    }
  }
}

void read_implausible(const H5::Group& root, std::vector<run::Summary>& summaries) {
  const Texts quantities = read_texts(root, "implausible");
  if (quantities.empty()) return;
  const auto counts = read_all<std::uint64_t>(root, "implausible_count", summaries.size() * quantities.size());
  for (std::size_t trust = 0; trust < summaries.size(); ++trust) {
    for (std::size_t q = 0; q < quantities.size(); ++q) {
      const std::uint64_t count = counts[trust * quantities.size() + q];
      if (count > 0) summaries[trust].implausible[quantities[q]] = count;
    }
  }
}

std::vector<run::Summary> read_summaries(const H5::Group& root, const run::Header& header) {
  std::vector<run::Summary> summaries(header.trusts.size());
  if (summaries.empty()) return summaries;
  const auto trials = read_all<std::uint64_t>(root, "trust_trials", summaries.size());
  for (std::size_t trust = 0; trust < summaries.size(); ++trust) {
    summaries[trust].trust = trust;
    summaries[trust].trials = trials[trust];
    summaries[trust].sides.assign(header.sides.size(), sized_side(header));
  }
  read_members(root, count_members(), header, summaries);
  read_members(root, moment_members(), header, summaries);
  read_implausible(root, summaries);
  return summaries;
}

/// The values of one trial in an array [scenario][trust]...[trial]; none when the array is not there.
template <typename Value>
std::vector<Value> read_one(const H5::Group& root, const std::string& name, hsize_t side, hsize_t trust,
                            hsize_t trial) {
  if (!root.nameExists(name)) return {};
  const H5::DataSet array = root.openDataSet(name);
  const H5::DataSpace space = array.getSpace();
  std::vector<hsize_t> count(static_cast<std::size_t>(space.getSimpleExtentNdims()));
  space.getSimpleExtentDims(count.data());
  std::vector<hsize_t> start(count.size(), 0);
  if (count.size() < 3 || side >= count[0] || trust >= count[1] || trial >= count.back())
    throw std::out_of_range("'" + name + "' has no trial " + std::to_string(trial) + " of this scenario and trust");
  start[0] = side;
  start[1] = trust;
  start.back() = trial;
  count[0] = count[1] = count.back() = 1;
  space.selectHyperslab(H5S_SELECT_SET, count.data(), start.data());
  std::vector<Value> values(static_cast<std::size_t>(space.getSelectNpoints()));
  const hsize_t length = values.size();
  array.read(values.data(), memory_type<Value>(), H5::DataSpace(1, &length), space);
  return values;
}

}  // namespace

Result read_result(const std::string& path) {
  Result result;
  result.path = path;
  with_result(path, [&](const H5::H5File& file) {
    const H5::Group root = file.openGroup("/");
    result.header = read_header(file);
    result.summaries = read_summaries(root, result.header);
    result.sector = read_sector(root, result.header, result.summaries);
    result.started = read_text_attribute(root.getId(), "started");
    result.finished = read_text_attribute(root.getId(), "finished");
    result.seconds = read_attribute<double>(root.getId(), "seconds");
  });
  return result;
}

std::vector<std::uint8_t> read_final(const std::string& path, Final which, std::size_t side, std::size_t trust) {
  std::vector<std::uint8_t> grades;
  with_result(path, [&](const H5::H5File& file) {
    const H5::DataSet array = file.openDataSet(which == Final::rating ? "rating_final" : "combined_final");
    const H5::DataSpace space = array.getSpace();
    std::array<hsize_t, 3> shape{};
    if (space.getSimpleExtentNdims() != 3) throw H5::DataSetIException("read_final", "ratings have other axes");
    space.getSimpleExtentDims(shape.data());
    if (side >= shape[0] || trust >= shape[1]) {
      throw std::out_of_range("'" + path + "' has " + std::to_string(shape[0]) + " scenarios and " +
                              std::to_string(shape[1]) + " trusts");
    }
    const std::array<hsize_t, 3> start = {side, trust, 0}, count = {1, 1, shape[2]};
    space.selectHyperslab(H5S_SELECT_SET, count.data(), start.data());
    grades.resize(shape[2]);
    array.read(grades.data(), memory_type<std::uint8_t>(), H5::DataSpace(1, &shape[2]), space);
  });
  return grades;
}

namespace {

std::string name_of(Kept which) {
  switch (which) {
    case Kept::score:
      return "score";
    case Kept::metric:
      return "metric_value";
    case Kept::final_metric:
      break;
  }
  return "metric_final";
}

}  // namespace

std::vector<double> read_kept(const Result& result, Kept which, std::size_t side, std::size_t trust, std::size_t row,
                              std::size_t month) {
  const std::string name = name_of(which);
  const bool monthly = which != Kept::final_metric;
  std::vector<double> values;
  with_result(result.path, [&](const H5::H5File& file) {
    if (!file.nameExists(name)) throw std::out_of_range("'" + result.path + "' keeps no '" + name + "'");
    const H5::DataSet array = file.openDataSet(name);
    const H5::DataSpace space = array.getSpace();
    std::vector<hsize_t> start = {side, trust, row};
    if (monthly) start.push_back(month);
    start.push_back(0);
    std::vector<hsize_t> shape(start.size()), count(start.size(), 1);
    if (space.getSimpleExtentNdims() != static_cast<int>(shape.size()))
      throw H5::DataSetIException("read_kept", "'" + name + "' has other axes");
    space.getSimpleExtentDims(shape.data());
    for (std::size_t axis = 0; axis + 1 < shape.size(); ++axis)
      if (start[axis] >= shape[axis])
        throw std::out_of_range("'" + result.path + "' has no such scenario, trust, row or month in '" + name + "'");
    count.back() = shape.back();
    space.selectHyperslab(H5S_SELECT_SET, count.data(), start.data());
    values.resize(shape.back());
    array.read(values.data(), memory_type<double>(), H5::DataSpace(1, &shape.back()), space);
  });
  return values;
}

run::Block read_trial(const Result& result, std::size_t side, std::size_t trust, std::uint64_t trial) {
  run::Block block;
  block.trust = trust;
  block.first_trial = trial;
  block.count = 1;
  with_result(result.path, [&](const H5::H5File& file) {
    const H5::Group root = file.openGroup("/");
    for (const TrialArray<std::uint8_t>& array : rating_arrays(result.header))
      block.*array.values = read_one<std::uint8_t>(root, array.name, side, trust, trial);
    for (const TrialArray<double>& array : value_arrays(result.header))
      block.*array.values = read_one<double>(root, array.name, side, trust, trial);
  });
  return block;
}

}  // namespace uor::store
