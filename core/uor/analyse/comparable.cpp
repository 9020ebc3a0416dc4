#include "core/uor/analyse/comparable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace uor::analyse {

namespace {

constexpr std::size_t named_trusts = 5, hash_digits = 12;

/// Codes of `header` that `other` does not have: "RF4, RTH and 3 more".
std::string missing_in(const model::Header& other, const model::Header& header) {
  std::vector<std::string> codes;
  for (const model::TrustInfo& trust : header.trusts)
    if (find_trust(other, trust.code) == other.trusts.size()) codes.push_back(trust.code);
  const std::size_t shown = std::min(codes.size(), named_trusts);
  std::string text =
      fmt::format("{}", fmt::join(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (shown < codes.size()) text += fmt::format(" and {} more", codes.size() - shown);
  return text;
}

void check_trusts(const model::Header& from, const model::Header& to, std::vector<std::string>& found) {
  const std::string lacking = missing_in(to, from), further = missing_in(from, to);
  const bool common = std::any_of(from.trusts.begin(), from.trusts.end(), [&](const model::TrustInfo& trust) {
    return find_trust(to, trust.code) < to.trusts.size();
  });
  if (!common) {
    found.push_back(fmt::format("they have no trust in common (it has {}, the other {}); run both for the same trust",
                                further, lacking));
    return;
  }
  if (!lacking.empty())
    found.push_back(fmt::format("it lacks the trust {}; name one that both have with --trust", lacking));
  if (!further.empty())
    found.push_back(fmt::format("it has the trust {} besides; name one that both have with --trust", further));
}

const model::PluginInfo* find_plugin(const model::Header& header, const std::string& id) {
  const auto found = std::find_if(header.plugins.begin(), header.plugins.end(),
                                  [&](const model::PluginInfo& plugin) { return plugin.id == id; });
  return found == header.plugins.end() ? nullptr : &*found;
}

void check_model(const model::Header& from, const model::Header& to, std::vector<std::string>& found) {
  const char* mend = "run both again with one program";
  if (from.version != to.version)
    found.push_back(fmt::format("it was written by uor {}, not {}; {}", to.version, from.version, mend));
  for (const model::PluginInfo& was : from.plugins) {
    const model::PluginInfo* now = find_plugin(to, was.id);
    if (now == nullptr) {
      found.push_back(fmt::format("it was run without the plugin '{}'; {}", was.id, mend));
    } else if (now->sha256 != was.sha256) {
      found.push_back(fmt::format("its plugin '{}' {} has SHA-256 {}, not {} ({}); {}", was.id, now->version,
                                  now->sha256.substr(0, hash_digits), was.sha256.substr(0, hash_digits), was.version,
                                  mend));
    }
  }
  for (const model::PluginInfo& now : to.plugins)
    if (find_plugin(from, now.id) == nullptr)
      found.push_back(fmt::format("it was run with the plugin '{}' besides; {}", now.id, mend));
}

const model::InputText* find_input(const model::Header& header, const std::string& role) {
  const auto found = std::find_if(header.inputs.begin(), header.inputs.end(),
                                  [&](const model::InputText& input) { return input.role == role; });
  return found == header.inputs.end() ? nullptr : &*found;
}

}  // namespace

std::size_t find_trust(const model::Header& header, const std::string& code) {
  const auto found = std::find_if(header.trusts.begin(), header.trusts.end(),
                                  [&](const model::TrustInfo& trust) { return trust.code == code; });
  return static_cast<std::size_t>(found - header.trusts.begin());
}

std::vector<std::string> obstacles(const model::Header& from, const model::Header& to, SharedTrusts scope) {
  std::vector<std::string> found;
  if (from.seed != to.seed)
    found.push_back(fmt::format("its seed is {}, not {}, so that its draws are others; run it again with --seed {}",
                                to.seed, from.seed, from.seed));
  if (from.points != to.points)
    found.push_back(fmt::format("it has {} points, not {}, so that its draws are others; run it again with --points {}",
                                name_of(to.points), name_of(from.points), name_of(from.points)));
  if (from.months != to.months)
    found.push_back(
        fmt::format("it has {} months, not {}; run it again with --months {}", to.months, from.months, from.months));
  if (from.assessment_month != to.assessment_month)
    found.push_back(fmt::format("it is rated in month {}, not {}; set assessment_month = {} in its scenario",
                                to.assessment_month, from.assessment_month, from.assessment_month));
  if (from.trials != to.trials)
    found.push_back(
        fmt::format("it has {} trials a trust, not {}, and its summaries are of all of them; run it again "
                    "with --trials {}",
                    to.trials, from.trials, from.trials));
  if (scope == SharedTrusts::all_trusts) check_trusts(from, to, found);
  check_model(from, to, found);
  return found;
}

std::vector<std::string> cautions(const model::Header& from, const model::Header& to) {
  std::vector<std::string> found;
  const model::InputText *was = find_input(from, "policy"), *now = find_input(to, "policy");
  if (was != nullptr && now != nullptr && was->sha256 != now->sha256)
    found.push_back(fmt::format("the policies differ ({} and {}): the change is of policy and scenario together",
                                was->path, now->path));
  for (const model::TrustInfo& trust : from.trusts) {
    const std::size_t at = find_trust(to, trust.code);
    if (at < to.trusts.size() && to.trusts[at].text != trust.text)
      found.push_back(
          fmt::format("what is known of {} differs: the change is of facts and scenario together", trust.code));
  }
  if (from.points != Points::random)
    found.push_back(
        fmt::format("errors of changes are those of as many random trials; those of {} points are mostly smaller",
                    name_of(from.points)));
  if (from.commit != to.commit)
    found.push_back(fmt::format("the program's commits differ ({} and {})", from.commit, to.commit));
  return found;
}

}  // namespace uor::analyse
