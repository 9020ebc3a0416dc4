#include <algorithm>

#include "core/uor/scenario/scenario.hpp"

namespace uor::scenario {

bool For::holds(const std::string& code, const std::string& type) const {
  if (!trusts.empty() && std::find(trusts.begin(), trusts.end(), code) == trusts.end()) return false;
  return group.empty() || group == type;
}

bool For::apart_from(const For& other) const {
  if (!group.empty() && !other.group.empty() && group != other.group) return true;
  if (trusts.empty() || other.trusts.empty()) return false;
  return std::none_of(trusts.begin(), trusts.end(), [&](const std::string& code) {
    return std::find(other.trusts.begin(), other.trusts.end(), code) != other.trusts.end();
  });
}

std::string For::words() const {
  std::string list;
  for (const std::string& code : trusts) list += (list.empty() ? "" : ", ") + code;
  if (group.empty()) return list.empty() ? "" : "for " + list;
  return "for trusts of type " + group + (list.empty() ? "" : " among " + list);
}

}  // namespace uor::scenario
