#include "core/uor/ask/report_figures.hpp"

#include "core/uor/ask/report_context.hpp"
#include "core/uor/ask/report_study.hpp"

namespace uor::ask {

report::Figures figures_of_result(const Library& library, const FiguresRequest& request, const store::Result& result) {
  const std::vector<std::string>& codes = request.trust;
  report::Context context = report_context(library, request.model, result);
  if (!request.quick)
    for (const std::size_t trust : report::full_trusts(result, codes))
      add_study(library, request.model, result, trust, context);
  return report::figures_of(result, context, library.report_rules(), codes);
}

}  // namespace uor::ask
