#include "core/uor/ask/report_against.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/uor/analyse/comparable.hpp"
#include "core/uor/ask/compared_trusts.hpp"
#include "core/uor/ask/report_context.hpp"
#include "core/uor/ask/what_differs.hpp"
#include "core/uor/base/error.hpp"

namespace uor::ask {

namespace {

report::SideName name_of(const ComparedSide& side) {
  return {side.file->path, side.name(), side.title().empty() ? side.name() : side.title()};
}

report::MovedTrust moved_of(const model::TrustInfo& trust, const analyse::Comparison& comparison) {
  return {trust.code,
          trust.name,
          comparison.ratings.good_or_better,
          report::below_good_change(comparison.ratings.good_or_better),
          comparison.ratings.mean_rating,
          comparison.expected_score};
}

/// The trusts that the first run shows in full, of those that are compared.
bool in_full(const report::Figures& first, const std::string& code) {
  return std::any_of(first.trusts.begin(), first.trusts.end(),
                     [&](const report::TrustFigures& trust) { return trust.code == code; });
}

void add_one(report::AgainstFirst& against, const ComparedSides& compared, const std::string& code,
             const policy::Policy& policy) {
  const ComparedSide &from = compared.sides[0], &to = compared.sides[1];
  const std::size_t trust = analyse::find_trust(from.header(), code);
  against.trusts.push_back({code, from.header().trusts[trust].name,
                            report::changes_of(compare_trust(from, to, trust, ReadKept::yes), from.header(), policy)});
}

void add_all(report::AgainstFirst& against, const ComparedSides& compared, const report::Figures& first,
             const policy::Policy& policy) {
  const ComparedTrusts trusts = compare_trusts(compared.sides[0], compared.sides[1], ReadKept::no);
  const auto& infos = compared.sides[0].header().trusts;
  for (std::size_t i = 0; i < infos.size(); ++i) {
    against.rows.push_back(moved_of(infos[i], trusts.trusts[i]));
    if (in_full(first, infos[i].code)) add_one(against, compared, infos[i].code, policy);
  }
  against.sector = trusts.sector;
}

report::AgainstFirst against_first(const Library& library, const report::Figures& first,
                                   const std::vector<std::string>& pair, const std::string& one_trust) {
  const ComparedSides compared = compared_sides(pair, one_trust);
  const std::vector<std::string>& unpaired = compared.sides[1].unpaired;
  if (!unpaired.empty())
    throw Incomparable(
        fmt::format("'{}' cannot be compared with '{}': {}. `uor compare` sets them beside each other as "
                    "independent runs",
                    compared.sides[1].file->path, compared.sides[0].file->path, fmt::join(unpaired, ". Also, ")));
  std::vector<std::string> ignored;
  const policy::Policy& policy = policy_of_run(library, compared.sides[0].file->header, ignored);
  report::AgainstFirst against{
      name_of(compared.sides[0]), name_of(compared.sides[1]), "", compared.notes, {}, {}, {}, {}};
  const model::Header& header = compared.sides[0].header();
  if (!one_trust.empty())
    add_one(against, compared, one_trust, policy);
  else if (header.trusts.size() == 1)
    add_one(against, compared, header.trusts[0].code, policy);
  else
    add_all(against, compared, first, policy);
  return against;
}

/// Of the trusts that the first run shows in full and the other has too.
std::vector<report::TrustDiffers> differing(const Library& library, const report::Figures& first,
                                            const std::string& from_path, const std::string& to_path) {
  const store::Result from = store::read_result(from_path), to = store::read_result(to_path);
  std::vector<report::TrustDiffers> all;
  for (const report::TrustFigures& trust : first.trusts) {
    if (analyse::find_trust(to.header, trust.code) == to.header.trusts.size()) continue;
    all.push_back(
        {trust.code, trust.name, what_differs(library, from, to, analyse::find_trust(from.header, trust.code))});
  }
  return all;
}

}  // namespace

void add_changes_between(const Library& library, std::vector<report::Figures>& runs,
                         const std::vector<std::string>& words, const std::vector<std::string>& codes) {
  const std::string one_trust = codes.size() == 1 ? codes[0] : "";
  for (std::size_t run = 1; run < runs.size(); ++run) {
    try {
      runs[run].against_first = against_first(library, runs[0], {words[0], words[run]}, one_trust);
    } catch (const Incomparable& reason) {
      runs[run].against_first = report::AgainstFirst{
          {file_of(words[0]), "", ""}, {file_of(words[run]), "", ""}, reason.what(), {}, {}, {}, {}, {}};
    }
    runs[run].against_first->differs = differing(library, runs[0], file_of(words[0]), file_of(words[run]));
  }
}

}  // namespace uor::ask
