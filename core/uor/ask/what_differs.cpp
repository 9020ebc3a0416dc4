#include "core/uor/ask/what_differs.hpp"

#include <fmt/format.h>

#include "core/uor/analyse/comparable.hpp"
#include "core/uor/ask/report_context.hpp"
#include "core/uor/ask/result_inputs.hpp"

namespace uor::ask {

namespace {

void add_facts(report::WhatDiffers& differs, const Library& library, const store::Result& from, const store::Result& to,
               std::size_t trust) {
  const trust::Fields& fields = library.fields();
  std::vector<std::string> ignored;
  const model::TrustInfo& was = from.header.trusts[trust];
  const std::size_t other = analyse::find_trust(to.header, was.code);
  try {
    differs.facts =
        analyse::changed_facts(trust_of(from.header, was, fields), policy_of_run(library, from.header, ignored),
                               trust_of(to.header, to.header.trusts.at(other), fields),
                               policy_of_run(library, to.header, ignored), fields.all());
    differs.fields = fields.all().size();
  } catch (const Error& error) {
    differs.why_not = fmt::format("which facts differ cannot be told ({})", error.what());
  }
}

}  // namespace

report::WhatDiffers what_differs(const Library& library, const store::Result& from, const store::Result& to,
                                 std::size_t trust) {
  report::WhatDiffers differs;
  if (&from == &to) return differs;
  differs.runs = analyse::run_differences(from.header, to.header);
  add_facts(differs, library, from, to, trust);
  return differs;
}

}  // namespace uor::ask
