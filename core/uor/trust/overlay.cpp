#include "core/uor/trust/overlay.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace uor::trust {

namespace {

bool same_place(const Where& a, const Where& b) { return a.file == b.file && a.line == b.line && a.column == b.column; }

/// A trust's own expenses and surplus stand beside no income and margin that are of the accounts that ship.
bool is_of_another_statement(const Trust& own, const std::string& id) {
  if (id == "total_income") return own.reported.contains("operating_expenses");
  if (id == "ie_margin") return own.reported.contains("last_year_surplus");
  // What ships of a year ago is of another year or basis than a metric of one's own; a balance is a balance.
  constexpr std::string_view ending = "_year_ago";
  if (!id.ends_with(ending) || id.starts_with("interim_support")) return false;
  return own.reported.contains(id.substr(0, id.size() - ending.size()));
}

/// A shipped metric that figures of the file give otherwise is an older one, and not a mistake of the file.
void drop_contradicted(Trust& own) {
  for (const Finding& finding : reconcile(own).findings) {
    if (!finding.error) continue;
    for (auto at = own.shipped.begin(); at != own.shipped.end();) {
      if (same_place(own.reported.at(*at).where, finding.where)) {
        own.reported.erase(*at);
        at = own.shipped.erase(at);
      } else {
        ++at;
      }
    }
  }
}

}  // namespace

void lay_over(Trust& own, const Trust& shipped) {
  if (own.code != shipped.code) return;
  own.shipped_path = shipped.path;
  own.shipped_text = shipped.text;
  if (own.name.empty() || own.name == own.code) own.name = shipped.name;
  if (own.type.empty()) own.type = shipped.type;
  if (own.region.empty()) own.region = shipped.region;
  if (own.stp.empty()) own.stp = shipped.stp;
  if (own.policy_year.empty()) own.policy_year = shipped.policy_year;
  if (own.in_scope && !shipped.in_scope) own.scope_where = shipped.scope_where;
  own.in_scope = own.in_scope && shipped.in_scope;
  std::vector<std::string> apart;
  for (const auto& [id, value] : shipped.reported)
    if (is_of_another_statement(own, id)) apart.push_back(id);
  for (const auto& [id, value] : shipped.reported) {
    if (std::find(apart.begin(), apart.end(), id) != apart.end()) continue;
    if (own.reported.emplace(id, value).second) own.shipped.push_back(id);
  }
  for (const auto& [id, grade] : shipped.judged) own.judged.emplace(id, grade);
  drop_contradicted(own);
}

std::string shipped_words(const Trust& trust, const std::vector<Field>& fields) {
  if (trust.shipped.empty()) return "";
  std::string list;
  for (const std::string& id : trust.shipped) {
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.id == id; });
    list += (list.empty() ? "" : "; ") + (field == fields.end() ? id : field->title);
  }
  const bool one = trust.shipped.size() == 1;
  return trust.code + ": " + std::to_string(trust.shipped.size()) +
         (one ? " fact that ships counts" : " facts that ship count") + " beside those of " +
         std::filesystem::path(trust.path).filename().string() + ": " + list;
}

}  // namespace uor::trust
