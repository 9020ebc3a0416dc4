#include "core/uor/ask/compared_sides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "core/uor/analyse/comparable.hpp"
#include "core/uor/base/error.hpp"

namespace uor::ask {

namespace fs = std::filesystem;

namespace {

using File = std::shared_ptr<const store::Result>;

/// A word of the command line: a file, and a scenario in it where one is named.
struct Named {
  std::string path, scenario;
};

Named split(const std::string& word) {
  std::error_code ignored;
  const std::size_t colon = word.rfind(':');
  if (colon == std::string::npos || fs::exists(word, ignored)) return {word, ""};
  return {word.substr(0, colon), word.substr(colon + 1)};
}

/// Reads each file once, however often it is named.
class Reader {
 public:
  File read(const std::string& path) {
    File& file = files_[path];
    if (!file) file = std::make_shared<const store::Result>(store::read_result(path));
    return file;
  }

 private:
  std::map<std::string, File> files_;
};

std::size_t side_named(const store::Result& file, const std::string& name) {
  const auto& sides = file.header.sides;
  const auto found = std::find(sides.begin(), sides.end(), name);
  if (found == sides.end())
    throw Error(fmt::format("'{}' has no scenario '{}'.{} It holds: {}", file.path, name, did_you_mean(name, sides),
                            fmt::join(sides, ", ")));
  return static_cast<std::size_t>(found - sides.begin());
}

std::vector<ComparedSide> all_sides(const File& file) {
  if (file->header.sides.size() < 2)
    throw Error(fmt::format("'{}' holds the baseline alone, name a second result file to compare it with", file->path));
  std::vector<ComparedSide> sides;
  for (std::size_t side = 0; side < file->header.sides.size(); ++side) sides.push_back({file, side, "", {}});
  return sides;
}

ComparedSide last_side(const File& file, std::vector<std::string>& notes) {
  const auto& sides = file->header.sides;
  if (sides.size() > 2)
    notes.push_back(
        fmt::format("'{0}' holds {1} scenarios; compared is the last. Others: {0}:NAME with NAME one of {2}",
                    file->path, sides.size(), fmt::join(sides.begin(), sides.end() - 1, ", ")));
  return {file, sides.size() - 1, "", {}};
}

/// Whether both are about one trust, the same.
bool of_one_trust(const ComparedSide& first, const ComparedSide& side, const std::string& one_trust) {
  const auto &from = first.header().trusts, &to = side.header().trusts;
  return !one_trust.empty() || (from.size() == 1 && to.size() == 1 && from[0].code == to[0].code);
}

void check_comparable(ComparedSides& compared, const std::string& one_trust) {
  const ComparedSide first = compared.sides.front();
  for (ComparedSide& side : compared.sides) {
    const std::size_t at = analyse::find_trust(side.header(), one_trust);
    if (!one_trust.empty() && at == side.header().trusts.size())
      throw Error(fmt::format("'{}' has no trust '{}', `uor inspect {} --trusts` lists those that it has",
                              side.file->path, one_trust, side.file->path));
    if (side.file == first.file) continue;
    const auto scope = one_trust.empty() ? analyse::SharedTrusts::all_trusts : analyse::SharedTrusts::one_trust;
    const auto reasons = analyse::obstacles(first.header(), side.header(), scope);
    if (reasons.empty()) continue;
    if (of_one_trust(first, side, one_trust)) {
      side.unpaired = reasons;
      continue;
    }
    throw Incomparable(fmt::format("'{}' cannot be compared with '{}': {}", side.file->path, first.file->path,
                                   fmt::join(reasons, ". Also, ")));
  }
}

void add_cautions(ComparedSides& compared) {
  std::vector<const store::Result*> told = {compared.sides.front().file.get()};
  for (const ComparedSide& side : compared.sides) {
    if (std::find(told.begin(), told.end(), side.file.get()) != told.end()) continue;
    told.push_back(side.file.get());
    if (!side.unpaired.empty())
      compared.notes.push_back(
          fmt::format("'{}' is not paired with '{}' trial by trial, errors are those of independent runs: {}",
                      side.file->path, told.front()->path, fmt::join(side.unpaired, ". Also, ")));
    for (const std::string& text : analyse::cautions(told.front()->header, side.header()))
      compared.notes.push_back(fmt::format("'{}' and '{}': {}", told.front()->path, side.file->path, text));
  }
}

/// A scenario's name serves while it is the only one of that name.
void label(std::vector<ComparedSide>& sides) {
  for (ComparedSide& side : sides) {
    const auto alike = std::count_if(sides.begin(), sides.end(), [&](const ComparedSide& other) {
      return other.name() == side.name() && other.file != side.file;
    });
    side.label = alike == 0 ? side.name() : fs::path(side.file->path).stem().string() + ":" + side.name();
  }
}

void check_distinct(const std::vector<ComparedSide>& sides) {
  for (std::size_t i = 1; i < sides.size(); ++i)
    if (sides[i].file == sides[0].file && sides[i].side == sides[0].side)
      throw Incomparable(
          fmt::format("'{}' would be compared with itself, name another scenario or file", sides[i].name()));
}

}  // namespace

std::string file_of(const std::string& word) { return split(word).path; }

ComparedSides compared_sides(const std::vector<std::string>& words, const std::string& one_trust) {
  ComparedSides compared;
  Reader reader;
  for (const std::string& word : words) {
    const Named named = split(word);
    const File file = reader.read(named.path);
    if (!named.scenario.empty()) {
      compared.sides.push_back({file, side_named(*file, named.scenario), "", {}});
    } else if (words.size() == 1) {
      compared.sides = all_sides(file);
    } else {
      compared.sides.push_back(last_side(file, compared.notes));
    }
  }
  if (compared.sides.size() == 1)
    throw Error(fmt::format("'{}' is one scenario, name a second: another file, or {}:SCENARIO", words[0],
                            compared.sides[0].file->path));
  check_distinct(compared.sides);
  check_comparable(compared, one_trust);
  add_cautions(compared);
  label(compared.sides);
  return compared;
}

}  // namespace uor::ask
