#include "core/uor/workbook/book_writer.hpp"

#include <fmt/format.h>
#include <strings.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/uor/base/error.hpp"
#include "core/uor/base/replaced_file.hpp"
#include "core/uor/workbook/written_text.hpp"

namespace uor::workbook {

namespace {

constexpr const char* font_name = "Arial";  // the NHS identity's font on office machines

std::uint8_t alignment(Align align) {
  switch (align) {
    case Align::left:
      return LXW_ALIGN_LEFT;
    case Align::right:
      return LXW_ALIGN_RIGHT;
    case Align::centre:
      return LXW_ALIGN_CENTER;
  }
  return LXW_ALIGN_NONE;
}

[[noreturn]] void refuse_unwritable(const std::string& path, const std::string& why) {
  throw Error(fmt::format("cannot write '{}' ({}); check that the folder exists, is yours to write to and has space",
                          path, why),
              Fault::run);
}

}  // namespace

BookWriter::BookWriter(const std::string& path)
    : path_(replaced_file(path)), partial_(fmt::format("{}.partial-{}", path_, getpid())), book_(nullptr) {
  // The library would say on standard error what cannot be written: it is tried first.
  if (!std::ofstream(partial_, std::ios::binary)) refuse_unwritable(path_, "no such folder, or no permission");
  lxw_workbook_options options{};
  book_ = workbook_new_opt(partial_.c_str(), &options);
  if (book_ == nullptr) throw Error(fmt::format("cannot write '{}' (no memory)", path_), Fault::run);
}

BookWriter::~BookWriter() {
  if (book_ == nullptr) return;
  workbook_close(book_);  // there is no other way to free it
  std::error_code ignored;
  std::filesystem::remove(partial_, ignored);
}

SheetWriter& BookWriter::sheet(const std::string& name, std::uint32_t tab_colour) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr)
    throw Error(fmt::format("cannot write '{}': no sheet can be called '{}'", path_, name), Fault::run);
  worksheet_set_tab_color(sheet, tab_colour);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  sheets_.push_back(std::unique_ptr<SheetWriter>(new SheetWriter(*this, sheet, name)));
  return *sheets_.back();
}

void BookWriter::properties(const std::string& title, const std::string& subject) {
  lxw_doc_properties properties{};
  std::string clean_title = title_text(title), clean_subject = title_text(subject);
  properties.title = clean_title.data();      // copied
  properties.subject = clean_subject.data();  // copied
  workbook_set_properties(book_, &properties);
}

namespace {

/// Excel sees no difference between capitals and others.
bool has_name(const lxw_workbook& book, const std::string& name) {
  const lxw_defined_name* defined = nullptr;
  TAILQ_FOREACH(defined, book.defined_names, list_pointers) {
    if (strcasecmp(defined->name, name.c_str()) == 0) return true;
  }
  return false;
}

}  // namespace

void BookWriter::define_name(const std::string& wanted, const std::string& range) {
  const std::string base = range_name(wanted);
  std::string name = base;
  for (int number = 2; has_name(*book_, name); ++number) name = fmt::format("{}_{}", base, number);
  if (workbook_define_name(book_, name.c_str(), range.c_str()) != LXW_NO_ERROR)
    throw Error(fmt::format("cannot write '{}': no range can be called '{}'", path_, name), Fault::run);
}

lxw_format* BookWriter::format(const Look& look) {
  const auto [at, added] = formats_.emplace(look, nullptr);
  if (!added) return at->second;
  lxw_format* format = at->second = workbook_add_format(book_);
  format_set_font_name(format, font_name);
  format_set_font_size(format, look.size);
  format_set_font_color(format, look.font);
  if (look.fill != colour::white) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, look.fill);
  }
  if (look.bold) format_set_bold(format);
  if (look.italic) format_set_italic(format);
  if (look.wrap) format_set_text_wrap(format);
  if (look.open) format_set_unlocked(format);
  if (look.border) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, colour::line);
  }
  if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
  format_set_align(format, alignment(look.align));
  if (look.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(look.indent));
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

void BookWriter::finish() {
  lxw_workbook* book = book_;
  book_ = nullptr;
  const lxw_error problem = workbook_close(book);
  std::error_code failure;
  if (problem == LXW_NO_ERROR) std::filesystem::rename(partial_, path_, failure);
  if (problem == LXW_NO_ERROR && !failure) return;
  std::error_code ignored;
  std::filesystem::remove(partial_, ignored);
  refuse_unwritable(path_, failure ? failure.message() : lxw_strerror(problem));
}

std::string absolute(const std::string& sheet, const Range& range) {
  const auto corner = [](const Position& at) { return fmt::format("${}${}", name_of_column(at.column), at.row); };
  const std::string first = corner(range.first), last = corner(range.last);
  return fmt::format("'{}'!{}", sheet, first == last ? first : first + ":" + last);
}

}  // namespace uor::workbook
