#include "core/uor/ask/scope.hpp"

#include <fmt/format.h>

#include "core/uor/base/error.hpp"
#include "core/uor/trust/scope.hpp"

namespace uor::ask {

void refuse_out_of_scope(const std::vector<trust::Trust>& trusts, Spelling spelling) {
  std::string wrong;
  for (const trust::Trust& trust : trusts) {
    if (trust.in_scope) continue;
    wrong += std::string(wrong.empty() ? "" : "\n") +
             Error(trust.scope_where, trust::scope_words(trust) + ", leave it out, or add " +
                                          spelled(spelling, "any_scope") +
                                          " to have odds as if "
                                          "the framework rated it")
                 .what();
  }
  if (!wrong.empty()) throw Error(wrong);
}

std::string left_out_of_all(const Library& library) {
  const std::size_t outside = library.sector(trust::Scope::any).size() - library.sector().size();
  if (outside == 0) return "";
  return fmt::format("all: {} {} that {} {} left out, outside the framework's scope", outside,
                     outside == 1 ? "trust" : "trusts", outside == 1 ? "ships" : "ship", outside == 1 ? "is" : "are");
}

}  // namespace uor::ask
