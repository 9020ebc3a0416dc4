#include "core/uor/shard/identity.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/uor/base/points.hpp"
#include "core/uor/base/sha256.hpp"

namespace uor::shard {

namespace {

std::string digest_of(const std::string& text) { return sha256_hex(std::as_bytes(std::span(text))); }

/// The texts of these roles in their order, or one digest of them where they are long.
std::string texts_of(const model::Header& header, std::initializer_list<std::string_view> roles, bool whole) {
  std::string all;
  for (const model::InputText& input : header.inputs) {
    if (std::find(roles.begin(), roles.end(), input.role) == roles.end()) continue;
    all += (all.empty() ? "" : ", ") + (whole ? input.text : input.sha256);
  }
  if (all.empty()) return "none";
  return whole ? all : digest_of(all);
}

std::string kept(const model::Keep& keep) {
  std::string words = "summary";
  const auto add = [&](bool kept, const char* word) {
    if (kept) words += std::string(",") + word;
  };
  add(keep.ratings, "ratings");
  add(keep.scores, "scores");
  add(keep.metrics, "metrics");
  add(keep.metrics_by_month, "metrics_by_month");
  add(keep.drivers, "drivers");
  add(keep.quantities, "quantities");
  return words;
}

std::string codes(const std::vector<model::TrustInfo>& trusts) {
  std::string all;
  for (const model::TrustInfo& trust : trusts) all += (all.empty() ? "" : " ") + trust.code;
  return all;
}

std::string value_of(const Identity& identity, const std::string& name) {
  const auto found = std::find_if(identity.begin(), identity.end(), [&](const Trait& t) { return t.name == name; });
  return found == identity.end() ? "nothing" : found->value;
}

/// Digests say little, and long lists too much.
std::string shown(const std::string& value) {
  constexpr std::size_t most = 60;
  return value.size() <= most ? value : value.substr(0, 12) + "...";
}

}  // namespace

Identity identity_of(const model::Header& header) {
  Identity identity = {
      {"version", fmt::format("{} (commit {})", header.version, header.commit)},
      {"seed", std::to_string(header.seed)},
      {"points", std::string(name_of(header.points))},
      {"scenario", header.scenario_name},
      {"scenario text", texts_of(header, {"scenario"}, false)},
      {"--set options", texts_of(header, {"option"}, true)},
      {"policy", texts_of(header, {"policy"}, false)},
      {"--policy-set options", texts_of(header, {"policy_option"}, true)},
      {"months", std::to_string(header.months)},
      {"assessment month", std::to_string(header.assessment_month)},
      {"levels", fmt::format("{}", fmt::join(header.sides, ", "))},
      {"trusts", codes(header.trusts)},
      {"facts of trusts", texts_of(header, {"trust", "shipped", "published", "workbook"}, false)},
      {"benchmarks", header.moving_benchmarks ? "moving" : "fixed"},
      {"kept trials", kept(header.keep)},
  };
  for (const model::PluginInfo& plugin : header.plugins)
    identity.push_back({"plugin " + plugin.id, plugin.version + " " + plugin.sha256});
  return identity;
}

std::string difference(const Identity& wanted, const Identity& found) {
  const auto differ = [](const std::string& name, const std::string& was, const std::string& is) {
    return fmt::format("{} {}, where this run has {}", name, shown(was), shown(is));
  };
  for (const Trait& trait : wanted)
    if (const std::string value = value_of(found, trait.name); value != trait.value)
      return differ(trait.name, value, trait.value);
  for (const Trait& trait : found)
    if (const std::string value = value_of(wanted, trait.name); value != trait.value)
      return differ(trait.name, trait.value, value);
  return "";
}

}  // namespace uor::shard
