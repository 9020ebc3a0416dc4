#include "cli/report_figures.hpp"

#include "cli/paths.hpp"
#include "cli/report_context.hpp"
#include "cli/report_study.hpp"

namespace uor::cli {

report::Rules report_rules() { return report::read_rules((policies_folder() / "report.toml").string()); }

report::Figures figures_of_file(const Arguments& arguments, const std::string& path, const report::Rules& rules) {
  const store::Result result = store::read_result(path);
  const Words codes = arguments.texts("trust");
  report::Context context = report_context(arguments, result);
  if (!arguments.has("quick"))
    for (const std::size_t trust : report::full_trusts(result, codes)) add_study(arguments, result, trust, context);
  return report::figures_of(result, context, rules, codes);
}

}  // namespace uor::cli
