// The sheets of the report's workbook, in their order; each lays tables out, and some draw charts from them.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/workbook/book_writer.hpp"

namespace uor::report::book {

void write_summary(workbook::BookWriter& book, const Figures& figures);
void write_odds(workbook::BookWriter& book, const Figures& figures);
void write_from_to(workbook::BookWriter& book, const Figures& figures);
void write_changes(workbook::BookWriter& book, const Figures& figures);
/// Of a run beside another: what went in otherwise; else nothing.
void write_facts(workbook::BookWriter& book, const Figures& figures);
void write_kloes(workbook::BookWriter& book, const Figures& figures);
void write_metrics(workbook::BookWriter& book, const Figures& figures);
void write_prompts(workbook::BookWriter& book, const Figures& figures);
void write_evidence(workbook::BookWriter& book, const Figures& figures);
void write_year(workbook::BookWriter& book, const Figures& figures);
void write_statements(workbook::BookWriter& book, const Figures& figures);
/// What sides bring in pounds; nothing of a baseline alone.
void write_pounds(workbook::BookWriter& book, const Figures& figures);
void write_savings(workbook::BookWriter& book, const Figures& figures);
/// Of a run of several trusts: where they are, and the best by metric; else nothing.
void write_regions(workbook::BookWriter& book, const Figures& figures);
void write_practice(workbook::BookWriter& book, const Figures& figures);
void write_received(workbook::BookWriter& book, const Figures& figures);
void write_support_needs(workbook::BookWriter& book, const Figures& figures);
void write_trusts(workbook::BookWriter& book, const Figures& figures);
void write_assumptions(workbook::BookWriter& book, const Figures& figures);
void write_provenance(workbook::BookWriter& book, const Figures& figures);

}  // namespace uor::report::book
