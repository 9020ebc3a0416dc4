#include "cli/check_trust.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <map>
#include <string>

#include "cli/published_screen.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "cli/trust_facts.hpp"
#include "cli/trust_report.hpp"
#include "cli/trust_report_rows.hpp"
#include "cli/worth_screen.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/trust/overlay.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_worths = 10;

/// The model starts from the margin and the costs; income takes what charges nobody reported can take. What is left
/// over is said from half a band of the margin on; a band is about one percent of income.
void print_income_gap(const trust::Trust& trust, const policy::Shown& rows,
                      const std::map<std::string, double>& month_zero, const Style& style) {
  constexpr double said_from = 0.005;
  const auto income = trust.reported.find("total_income");
  if (income == trust.reported.end()) return;
  const double closes = MonthZero{month_zero}.year(rows.role("income_that_closes"));
  if (!(std::abs(income->second.value - closes) > said_from * closes)) return;  // also where no plugin gives it
  print(wrap(style.warning("Warning: "),
             fmt::format("total_income is {} GBP m but costs and margin need {} at the medians of what is drawn: the "
                         "model uses the second. Check the margin, the charges and the expenses against income.",
                         figure(income->second.value), figure(closes)),
             2));
}

void print_report(const trust::Trust& trust, const trust::Fields& fields, const model::Inputs& inputs,
                  const model::TrustInfo& info, const Style& style) {
  const std::map<std::string, double> month_zero = run::month_zero(inputs);
  fmt::print("{}  {}\n", style.bold(trust.code), trust.name);
  if (!trust.in_scope) fmt::print("Outside the framework's scope: not part of --trust all.\n");
  fmt::print("Policy year {}\n",
             trust.policy_year.empty() ? inputs.policy.default_year + " (not given)" : trust.policy_year);
  fmt::print("Reported: {} of {} fields, {} of them initial metrics; {} assumed, as said below\n",
             fields_reported(trust), fields.all().size(), info.metrics_reported, info.assumed.size());
  if (const std::string words = trust::shipped_words(trust, fields.all()); !words.empty())
    print(wrap("Shipped: ", words + ". --no-shipped-facts leaves them out.", 2));
  print_missing(trust, fields);
  fmt::print("\n");
  print(trust_report(trust, fields, inputs.policy, month_zero, style));
  fmt::print("\n");
  print_income_gap(trust, inputs.policy.shown, month_zero, style);
}

/// What could be compared, by name: agreement that nobody tested is not claimed.
void print_agreement(const trust::Trust& trust, const trust::Reconciliation& reconciled) {
  if (!reconciled.agreeing.empty()) {
    print(wrap("Reconciled: ",
               fmt::format("{}: as other reported figures give {}.", fmt::join(reconciled.agreeing, ", "),
                           reconciled.agreeing.size() == 1 ? "it" : "them"),
               2));
  } else if (reconciled.findings.empty() && !trust.reported.empty()) {
    print(wrap("Nothing could be reconciled: ",
               "no reported figure is given again by others, so only units, signs and parts of sums were checked. The "
               "five finance metrics would be, beside the figures they come from (docs/guide/your-trust.md).",
               2));
  }
}

/// The errors of one trust, a line each; empty when its figures agree.
std::string print_findings(const trust::Trust& trust, const Style& style) {
  const trust::Reconciliation reconciled = trust::reconcile(trust);
  std::string errors;
  for (const std::string& note : trust.notes) print(wrap(style.warning("Warning: "), note, 2));
  for (const trust::Finding& finding : reconciled.findings) {
    if (finding.error) {
      errors += (errors.empty() ? "" : "\n") + to_string(finding);
    } else {
      print(wrap(style.warning("Warning: "), to_string(finding), 2));
    }
  }
  print_agreement(trust, reconciled);
  return errors;
}

}  // namespace

void check_trusts(const ask::Library& library, const Arguments& arguments, const std::vector<trust::Trust>& trusts,
                  const Style& style) {
  const trust::Fields& fields = library.fields();
  const model::Inputs inputs = ask::assemble(library, model_request(arguments), ask::baseline_scenario(), trusts);
  const run::Engine engine(inputs);
  std::string errors;
  for (std::size_t i = 0; i < trusts.size(); ++i) {
    model::TrustInfo info = engine.header().trusts[i];
    info.warnings.clear();  // said with the findings
    if (trusts.size() == 1) {
      print_report(trusts[i], fields, inputs, info, style);
    } else {
      print_trust_facts(trusts[i], fields, info, style);
    }
    print_published(inputs.trusts[i].published, style);
    const std::string found = print_findings(trusts[i], style);
    errors += (errors.empty() || found.empty() ? "" : "\n") + found;
  }
  for (const std::string& note : engine.header().notes) print(wrap("Note: ", note, 2));
  if (!errors.empty()) throw Error(errors);
  if (trusts.size() == 1) print_worth(inputs, fields, arguments.has("worth") ? no_limit : shown_worths, style);
}

}  // namespace uor::cli
