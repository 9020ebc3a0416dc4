// The result files of a comparison, as the command line names them, and the sides that are compared.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::ask {

/// One side of one file.
struct ComparedSide {
  std::shared_ptr<const store::Result> file;
  std::size_t side = 0;
  std::string label;                  // the scenario's name, with the file's before it where that alone is not unique
  std::vector<std::string> unpaired;  // why its trials are no counterparts of the first's; empty: they are

  const model::Header& header() const { return file->header; }
  const std::string& name() const { return file->header.sides[side]; }
  const std::string& title() const { return file->header.side_titles[side]; }
};

/// What is compared: every other side with the first.
struct ComparedSides {
  std::vector<ComparedSide> sides;
  std::vector<std::string> notes;  // which scenario was taken of a file that names none; what else files differ in
};

/// Two files whose trials are no counterparts, with all the reasons.
class Incomparable : public Error {
 public:
  using Error::Error;
};

/// The file of FILE or FILE:SCENARIO.
std::string file_of(const std::string& word);

/// Words are FILE or FILE:SCENARIO. A file alone on the line stands for its baseline and every other scenario in it;
/// beside others it stands for its last scenario. Error when a file cannot be read, has no such scenario (with the
/// nearest name), Incomparable when it cannot be compared with the first, with all the reasons; with `one_trust`, a
/// code, files need only have that trust in common. Files of one trust that pair no trials are compared as independent
/// runs: ComparedSide::unpaired says why.
ComparedSides compared_sides(const std::vector<std::string>& words, const std::string& one_trust);

}  // namespace uor::ask
