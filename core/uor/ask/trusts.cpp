#include "core/uor/ask/trusts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/uor/ask/paths.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/overlay.hpp"
#include "core/uor/trust/row_name.hpp"
#include "core/uor/workbook/read.hpp"

namespace uor::ask {

void refuse_small_letters(const Library& library, const std::vector<trust::Trust>& trusts) {
  for (const trust::Trust& own : trusts) {
    const std::string code = in_capitals(own.code);
    if (code == own.code) continue;
    for (const trust::Trust& known : library.trust_rows())
      if (known.code == code)
        throw Error(Where{own.path}, fmt::format("the trust code is '{}' (codes have capitals, and {} is {}), write {}",
                                                 own.code, code, known.name, code));
  }
}

namespace {

/// What is not in the framework's scope is no peer of what is.
void refuse_unknown_peers(const Library& library, const std::vector<trust::Trust>& trusts) {
  std::vector<std::string> codes;
  for (const trust::Trust& trust : library.sector()) codes.push_back(trust.code);
  for (const trust::Trust& trust : trusts)
    for (const std::string& peer : trust.peers) {
      if (std::find(codes.begin(), codes.end(), peer) != codes.end()) continue;
      throw Error(trust.peers_where,
                  fmt::format("peers names '{}', which is no trust in scope.{} `uor trusts` lists the codes", peer,
                              did_you_mean(peer, codes)));
    }
}

}  // namespace

void lay_over_shipped(const Library& library, std::vector<trust::Trust>& trusts) {
  for (trust::Trust& trust : trusts) {
    if (trust.path == library.trusts_path()) continue;
    for (const trust::Trust& one : library.trust_rows()) trust::lay_over(trust, one);
  }
}

namespace {

/// The trusts of a run, each code once. A trust that is named by itself takes the place of the same one of "all".
class NamedTrusts {
 public:
  void add(trust::Trust trust, const std::string& name) {
    const auto [at, added] = place_.emplace(trust.code, trusts.size());
    if (added) {
      trusts.push_back(std::move(trust));
      names_.push_back(name);
      return;
    }
    std::string& before = names_[at->second];
    if (before == name || (before != "all" && name != "all"))
      throw Error(fmt::format("trust '{}' is named twice, as '{}' and as '{}'; name each trust once", trust.code,
                              before, name));
    if (name != "all") {
      trusts[at->second] = std::move(trust);
      before = name;
    }
  }

  std::vector<trust::Trust> trusts;

 private:
  std::vector<std::string> names_;  // as which each was named
  std::map<std::string, std::size_t> place_;
};

/// A code, a file beside the scenario's or here, or one row of such a file.
trust::Trust read_trust(const std::string& name, const std::string& scenario_file, const Library& library) {
  for (const trust::Trust& shipped : library.sector(trust::Scope::any))
    if (shipped.code == name) return shipped;
  const auto row = trust::row_name(name);
  const std::string file = beside(scenario_file, row ? row->path : name) + (row ? ":" + row->code : "");
  if (workbook::is_workbook(file)) return workbook::read_trust(file, library.fields());
  return trust::find_trust(file, library.data().string(), library.fields());
}

}  // namespace

std::vector<trust::Trust> find_trusts(const Library& library, const std::vector<std::string>& names,
                                      const std::string& scenario_file, ShippedFacts shipped, trust::Scope all) {
  NamedTrusts named;
  for (const std::string& name : names) {
    if (name == "all") {
      for (const trust::Trust& trust : library.sector(all)) named.add(trust, name);
    } else {
      named.add(read_trust(name, scenario_file, library), name);
    }
  }
  std::vector<trust::Trust> trusts = std::move(named.trusts);
  refuse_small_letters(library, trusts);
  refuse_unknown_peers(library, trusts);
  if (trusts.empty())
    throw Error("no trust is named; add --trust CODE, --trust FILE or --trust all (`uor trusts` lists the codes)");
  if (shipped == ShippedFacts::under_own) lay_over_shipped(library, trusts);
  return trusts;
}

std::vector<trust::Trust> any_trust(const Library& library) {
  std::vector<trust::Trust> trusts = library.sector();
  if (trusts.empty()) throw Error("data/trusts.csv holds no trust in scope; restore the file that ships", Fault::run);
  trusts.resize(1);
  return trusts;
}

}  // namespace uor::ask
