#include "core/uor/trust/scope.hpp"

namespace uor::trust {

std::string scope_words(const Trust& trust) {
  const std::string who =
      trust.name.empty() || trust.name == trust.code ? trust.code : trust.code + ", " + trust.name + ",";
  const std::string type = trust.type.empty() ? "" : "; its type is " + trust.type;
  const bool table = trust.scope_where.file.ends_with("trusts.csv");
  return who + " is outside the framework's scope (it rates acute non-specialist trusts, and " +
         (table ? "sector_default is no" : "in_scope is false") + " for this one" + type + ")";
}

}  // namespace uor::trust
