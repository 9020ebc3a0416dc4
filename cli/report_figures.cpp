#include "cli/report_figures.hpp"

#include "cli/paths.hpp"
#include "cli/report_context.hpp"
#include "cli/report_study.hpp"

namespace uor::cli {

report::Rules report_rules() { return report::read_rules((policies_folder() / "report.toml").string()); }

report::Figures figures_of_result(const Arguments& arguments, const store::Result& result, const report::Rules& rules) {
  const Words codes = arguments.texts("trust");
  report::Context context = report_context(arguments, result);
  if (!arguments.has("quick"))
    for (const std::size_t trust : report::full_trusts(result, codes)) add_study(arguments, result, trust, context);
  return report::figures_of(result, context, rules, codes);
}

}  // namespace uor::cli
