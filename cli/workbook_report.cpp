#include "cli/workbook_report.hpp"

#include "cli/report_assets.hpp"
#include "cli/report_figures.hpp"
#include "core/uor/base/characters.hpp"
#include "core/uor/base/partial_file.hpp"
#include "core/uor/report/page/page.hpp"
#include "core/uor/report/workbook.hpp"

namespace uor::cli {

void write_workbook_reports(const Arguments& arguments, const std::filesystem::path& result,
                            const std::filesystem::path& stem) {
  const report::Rules rules = report_rules();
  report::Figures figures = figures_of_result(arguments, store::read_result(result.string()), rules);
  figures.origin.file = valid_utf8(result.filename().string());  // where it is made is not where it goes
  write_file(PartialFile(stem.string() + ".html"), report::page::html_of({figures}, rules, report_assets(), {}));
  report::write_workbook(PartialFile(stem.string() + ".xlsx"), figures);
}

}  // namespace uor::cli
