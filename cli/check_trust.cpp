#include "cli/check_trust.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/setup.hpp"
#include "cli/text.hpp"
#include "cli/trust_facts.hpp"
#include "cli/trust_report.hpp"
#include "cli/worth_screen.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_worths = 10;

void print_report(const trust::Trust& trust, const trust::Fields& fields, const run::Inputs& inputs,
                  const run::TrustInfo& info, const Style& style) {
  fmt::print("{}  {}\n", style.bold(trust.code), trust.name);
  if (!trust.in_scope) fmt::print("Outside the framework's scope: not part of --trust all.\n");
  fmt::print("Policy year {}\n",
             trust.policy_year.empty() ? inputs.policy.default_year + " (not given)" : trust.policy_year);
  fmt::print("Reported: {} of {} fields, {} of them initial metrics; `uor trusts` lists every assumption ({})\n",
             trust.reported.size(), fields.all().size(), info.metrics_reported, info.assumed.size());
  print_missing(trust, fields);
  fmt::print("\n");
  print(trust_report(trust, fields, inputs.policy, run::month_zero(inputs), style));
  fmt::print("\n");
}

/// The errors of one trust, a line each; empty when its figures agree.
std::string print_findings(const trust::Trust& trust, const Style& style) {
  const std::vector<trust::Finding> findings = trust::reconcile(trust);
  std::string errors;
  for (const trust::Finding& finding : findings) {
    if (finding.error) {
      errors += (errors.empty() ? "" : "\n") + to_string(finding);
    } else {
      print(wrap(style.warning("Warning: "), to_string(finding), 2));
    }
  }
  if (findings.empty() && !trust.reported.empty())
    fmt::print("Reconciled: the reported figures agree with each other.\n");
  return errors;
}

}  // namespace

void check_trusts(const Arguments& arguments, const std::vector<trust::Trust>& trusts, const Style& style) {
  const trust::Fields fields = trust_fields();
  const run::Inputs inputs = assemble(arguments, baseline_scenario(), trusts);
  const run::Engine engine(inputs);
  std::string errors;
  for (std::size_t i = 0; i < trusts.size(); ++i) {
    run::TrustInfo info = engine.header().trusts[i];
    info.warnings.clear();  // said with the findings
    if (trusts.size() == 1) {
      print_report(trusts[i], fields, inputs, info, style);
    } else {
      print_trust_facts(trusts[i], fields, info, style);
    }
    const std::string found = print_findings(trusts[i], style);
    errors += (errors.empty() || found.empty() ? "" : "\n") + found;
  }
  if (!errors.empty()) throw Error(errors);
  if (trusts.size() == 1) print_worth(inputs, fields, arguments.has("worth") ? no_limit : shown_worths, style);
}

}  // namespace uor::cli
