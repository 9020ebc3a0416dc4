#include "cli/scope.hpp"

#include <fmt/format.h>

#include "cli/paths.hpp"
#include "cli/setup.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/trust/scope.hpp"

namespace uor::cli {

void add_scope_option(Options& options) {
  add_flag(options, "any-scope", "trusts outside the framework's scope too, labelled as such wherever they are shown");
}

trust::Scope scope_of(const Arguments& arguments) {
  return arguments.has("any-scope") ? trust::Scope::any : trust::Scope::framework;
}

void refuse_out_of_scope(const Arguments& arguments, const std::vector<trust::Trust>& trusts) {
  if (arguments.has("any-scope")) return;
  std::string wrong;
  for (const trust::Trust& trust : trusts) {
    if (trust.in_scope) continue;
    wrong += std::string(wrong.empty() ? "" : "\n") +
             Error(trust.scope_where, trust::scope_words(trust) +
                                          ", leave it out, or add --any-scope to have odds as if "
                                          "the framework rated it")
                 .what();
  }
  if (!wrong.empty()) throw Error(wrong);
}

std::string left_out_of_all() {
  const std::size_t outside = trust::trusts_out_of_scope(data_folder().string(), trust_fields());
  if (outside == 0) return "";
  return fmt::format("all: {} {} that {} {} left out, outside the framework's scope", outside,
                     outside == 1 ? "trust" : "trusts", outside == 1 ? "ships" : "ship", outside == 1 ? "is" : "are");
}

}  // namespace uor::cli
