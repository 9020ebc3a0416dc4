// Trusts outside the framework's scope: refused, unless somebody asks for them all the same.
#pragma once

#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::ask {

/// Error (Fault::input) for the trusts that are outside the scope. `spelling` is how it names `any_scope`, which lets
/// them in.
void refuse_out_of_scope(const std::vector<trust::Trust>& trusts, Spelling spelling);

/// Of "all": how many trusts that ship are not among them; empty when no trust is left out.
std::string left_out_of_all(const Library& library);

}  // namespace uor::ask
