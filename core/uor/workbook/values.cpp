#include "core/uor/workbook/values.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "core/uor/base/toml.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/number.hpp"
#include "core/uor/workbook/derived_text.hpp"

namespace uor::workbook {

namespace {

/// 0.072 held for 7.2 %: 7.2, not 7.199999999999999.
double hundredfold(double fraction) {
  const std::string text = fmt::format("{:.15g}", fraction * 100);
  double percent = fraction * 100;
  std::from_chars(text.data(), text.data() + text.size(), percent);
  return percent;
}

/// As the spreadsheet shows it.
std::string flag_word(const Cell& cell) { return cell.number != 0 ? "TRUE" : "FALSE"; }

void refuse_date(const Entry& entry) {
  if (entry.cell->shown != Shown::date) return;
  throw Error(entry.where,
              fmt::format("{} is a date (was something like 1/2 or 3-4 typed?), type it again and give the "
                          "cell the number format General",
                          entry.subject));
}

double number_of_text(const Entry& entry, const trust::WrittenNumber& written, Percent percent) {
  if (!written.percent_sign) return written.value;
  if (percent == Percent::points) return written.value;
  if (percent == Percent::fraction) return written.value / 100;
  throw Error(entry.where, fmt::format("{} is '{}' (a percent sign), write the number in its unit", entry.subject,
                                       visible(entry.cell->text)));
}

}  // namespace

Entry entry_of(const Table& table, int row, const std::string& heading) {
  return {table.cell(row, heading), table.where(row, heading), heading};
}

void refuse_broken(const Entry& entry) {
  if (entry.cell == nullptr) return;
  if (entry.cell->kind == Cell::Kind::error)
    throw Error(entry.where, fmt::format("{} is {} (a formula that failed), mend it or type the value", entry.subject,
                                         entry.cell->text));
  if (entry.cell->kind == Cell::Kind::uncalculated)
    throw Error(entry.where, fmt::format("{} is a formula without a value (the workbook was saved before it was "
                                         "calculated), open it in Excel or LibreOffice, save it, or type the value",
                                         entry.subject));
}

std::optional<std::string> text_in(const Entry& entry) {
  if (entry.cell == nullptr) return {};
  refuse_broken(entry);
  refuse_date(entry);
  if (entry.cell->kind == Cell::Kind::text) return entry.cell->text;
  if (entry.cell->kind == Cell::Kind::flag) return flag_word(*entry.cell);
  return show(entry.cell->number);
}

std::optional<std::string> month_in(const Entry& entry) {
  if (entry.cell == nullptr) return {};
  refuse_broken(entry);
  const Cell& cell = *entry.cell;
  if (cell.shown != Shown::date) return text_in(entry);
  if (!cell.text.empty()) return cell.text.substr(0, std::string("2018-11-01").size());
  constexpr int days_to_1970 = 25569;  // from Excel's day 0
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(cell.number) - days_to_1970}}};
  return fmt::format("{:04}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
}

std::optional<double> number_in(const Entry& entry, Percent percent) {
  if (entry.cell == nullptr) return {};
  refuse_broken(entry);
  refuse_date(entry);
  const Cell& cell = *entry.cell;
  if (cell.kind == Cell::Kind::flag)
    throw Error(entry.where, fmt::format("{} is {} (not a number), write a number", entry.subject, flag_word(cell)));
  if (cell.kind == Cell::Kind::text) {
    const auto written = trust::read_written_number(cell.text, entry.subject, entry.where);
    if (!written) return {};
    return number_of_text(entry, *written, percent);
  }
  if (cell.shown != Shown::percent || percent == Percent::fraction) return cell.number;
  if (percent == Percent::points) return hundredfold(cell.number);
  throw Error(entry.where,
              fmt::format("{} is {} % (a cell that shows percent), write the number in its unit and give the "
                          "cell the number format General",
                          entry.subject, show(hundredfold(cell.number))));
}

std::optional<std::string> fact_in(const Entry& entry) {
  if (entry.cell == nullptr) return {};
  refuse_broken(entry);
  refuse_date(entry);
  const Cell& cell = *entry.cell;
  if (cell.kind == Cell::Kind::text) return toml_text(cell.text);
  if (cell.kind == Cell::Kind::flag) return toml_text(flag_word(cell));
  if (cell.shown == Shown::percent) return toml_text(show(hundredfold(cell.number)) + "%");
  return show(cell.number);
}

}  // namespace uor::workbook
