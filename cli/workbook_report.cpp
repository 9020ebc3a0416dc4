#include "cli/workbook_report.hpp"

#include "cli/report_assets.hpp"
#include "core/uor/ask/report_figures.hpp"
#include "core/uor/base/characters.hpp"
#include "core/uor/base/partial_file.hpp"
#include "core/uor/report/page/page.hpp"
#include "core/uor/report/workbook/workbook.hpp"

namespace uor::cli {

void write_workbook_reports(const ask::Library& library, const ask::FiguresRequest& request,
                            const std::filesystem::path& result, const std::filesystem::path& stem) {
  const report::Rules& rules = library.report_rules();
  report::Figures figures = ask::figures_of_result(library, request, store::read_result(result.string()));
  figures.origin.file = valid_utf8(result.filename().string());  // where it is made is not where it goes
  write_file(PartialFile(stem.string() + ".html"),
             report::page::html_of({figures}, rules, report_assets(library.home()), {}));
  report::write_workbook(PartialFile(stem.string() + ".xlsx"), figures);
}

}  // namespace uor::cli
