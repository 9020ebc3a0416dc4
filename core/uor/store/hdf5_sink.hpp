// Writes a run to one HDF5 file, laid out as schema/result-format.md says.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/uor/base/partial_file.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::store {

/// A file that exists under its name is whole: the run is written beside it under another name, marked as complete at
/// the end and renamed, replacing a file of that name. Without end() nothing is left. Memory stays flat: a chunk of
/// each row.
///
/// Every function throws Error (Fault::run) when the file cannot be written (missing folder, no permission, full disk),
/// and std::logic_error when what it is handed contradicts the header.
class Hdf5Sink : public tally::Sink {
 public:
  /// Into a file that is there already in part, so that a folder that cannot be written is noticed before the run.
  explicit Hdf5Sink(PartialFile file);
  explicit Hdf5Sink(const std::string& path) : Hdf5Sink(PartialFile(path)) {}
  ~Hdf5Sink() override;
  Hdf5Sink(const Hdf5Sink&) = delete;
  Hdf5Sink& operator=(const Hdf5Sink&) = delete;

  void begin(const model::Header& header) override;
  void block(const tally::Block& block) override;
  void summary(const tally::Summary& summary) override;
  void sector(const tally::Sector& sector) override;
  void end(double seconds) override;

  /// Where the result lies after end(), or will.
  const std::string& target() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace uor::store
