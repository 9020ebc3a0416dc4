// `uor visit` on the screen: due dates, what is known by then, the agenda, outliers, what is worth finding out.
#pragma once

#include "cli/style.hpp"
#include "core/uor/ask/visit.hpp"

namespace uor::cli {

void print_visit(const ask::Visit& visit, const Style& style);

}  // namespace uor::cli
