// A report as Markdown: headings, sentences and pipe tables, for a wiki, a repository or an e-mail.
#pragma once

#include <string>

#include "core/uor/report/tables/document.hpp"

namespace uor::report {

/// One table: its caption in bold, then its rows; figures to the right. Nothing in a text is taken for markup.
std::string markdown_of(const tables::Table& table);

/// The whole report, marked with its own digest in a comment at the top.
std::string markdown_of(const tables::Document& document);

/// Whether the file is a report in Markdown as it was written, to the last byte. False for what cannot be read.
bool is_markdown_as_written(const std::string& path);

}  // namespace uor::report
