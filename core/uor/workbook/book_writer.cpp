#include "core/uor/workbook/book_writer.hpp"

#include <fmt/format.h>
#include <strings.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/workbook/report_mark.hpp"
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

/// The library prints what fails on standard error, and cannot be told not to: while one lives, into nowhere.
class QuietLibrary {
 public:
  QuietLibrary() : before_(stderr), nowhere_(std::fopen("/dev/null", "w")) {
    if (nowhere_ != nullptr) stderr = nowhere_;
  }
  ~QuietLibrary() {
    stderr = before_;
    if (nowhere_ != nullptr) std::fclose(nowhere_);
  }
  QuietLibrary(const QuietLibrary&) = delete;
  QuietLibrary& operator=(const QuietLibrary&) = delete;

 private:
  FILE* before_;
  FILE* nowhere_;
};

/// Why the library could not write, in words that help; it keeps sheets in temporary files of its own.
std::string reason(lxw_error problem, int system) {
  const char* named = std::getenv("TMPDIR");
  const std::string folder = named == nullptr || *named == '\0' ? "/tmp" : named;
  if (problem == LXW_ERROR_CREATING_TMPFILE)
    return fmt::format("no temporary file can be made in '{}'), free some space there, or name another in TMPDIR",
                       folder);
  if (system == ENOSPC || system == EFBIG || system == EDQUOT)
    return fmt::format("{}), free some space there and in '{}'", file_words(system), folder);
  return fmt::format("{}), free some space, or name a file on another disk", lxw_strerror(problem));
}

/// Whether the file is a whole archive: of a write that failed late the library says nothing.
bool is_whole(const std::string& path) {
  int problem = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &problem);
  if (archive != nullptr) zip_discard(archive);
  return archive != nullptr;
}

}  // namespace

BookWriter::BookWriter(PartialFile file) : file_(std::move(file)), book_(nullptr) {
  lxw_workbook_options options{};
  book_ = workbook_new_opt(file_.path().c_str(), &options);
  if (book_ == nullptr) throw Error(fmt::format("cannot write '{}' (no memory)", file_.target()), Fault::run);
}

BookWriter::~BookWriter() {
  if (book_ == nullptr) return;
  const QuietLibrary quiet;
  workbook_close(book_);  // there is no other way to free it
}

SheetWriter& BookWriter::sheet(const std::string& name, std::uint32_t tab_colour) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr)
    throw Error(fmt::format("cannot write '{}': no sheet can be called '{}'", file_.target(), name), Fault::run);
  worksheet_set_tab_color(sheet, tab_colour);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  sheets_.push_back(std::unique_ptr<SheetWriter>(new SheetWriter(*this, sheet, name)));
  return *sheets_.back();
}

void BookWriter::properties(const std::string& title, const std::string& subject) {
  std::string clean_title = title_text(title), clean_subject = title_text(subject);
  lxw_doc_properties properties{};
  properties.title = clean_title.data();      // copied
  properties.subject = clean_subject.data();  // copied
  workbook_set_properties(book_, &properties);
}

void BookWriter::mark_as_report() {
  workbook_set_custom_property_string(book_, report_property, report_property_value().c_str());
  marked_ = true;
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
    throw Error(fmt::format("cannot write '{}': no range can be called '{}'", file_.target(), name), Fault::run);
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

std::string BookWriter::finish() {
  lxw_workbook* book = book_;
  book_ = nullptr;
  lxw_error problem = LXW_NO_ERROR;
  errno = 0;
  {
    const QuietLibrary quiet;
    problem = workbook_close(book);
  }
  const int system = errno;
  if (problem == LXW_NO_ERROR && !is_whole(file_.path())) problem = LXW_ERROR_ZIP_FILE_OPERATION;
  if (problem != LXW_NO_ERROR)
    throw Error(fmt::format("cannot write '{}' ({}", file_.target(), reason(problem, system)), Fault::run);
  if (marked_)
    if (const std::string bytes = with_digest(file_.path()); !bytes.empty()) file_.rewrite(bytes);
  file_.commit();
  return file_.target();
}

std::string absolute(const std::string& sheet, const Range& range) {
  const auto corner = [](const Position& at) { return fmt::format("${}${}", name_of_column(at.column), at.row); };
  const std::string first = corner(range.first), last = corner(range.last);
  return fmt::format("'{}'!{}", sheet, first == last ? first : first + ":" + last);
}

}  // namespace uor::workbook
