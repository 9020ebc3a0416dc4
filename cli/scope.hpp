// Trusts outside the framework's scope: refused, unless somebody asks for them all the same.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::cli {

/// --any-scope.
void add_scope_option(Options& options);

/// Which trusts "all" means.
trust::Scope scope_of(const Arguments& arguments);

/// Error (Fault::input) for the trusts that are outside the scope, without --any-scope.
void refuse_out_of_scope(const Arguments& arguments, const std::vector<trust::Trust>& trusts);

/// Of "all": how many trusts that ship are not among them; empty when no trust is left out.
std::string left_out_of_all();

}  // namespace uor::cli
