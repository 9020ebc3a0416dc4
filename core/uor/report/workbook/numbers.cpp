#include "core/uor/report/workbook/numbers.hpp"

namespace uor::report::book {

namespace {

using tables::Column;
using tables::Part;
using tables::Statistic;

constexpr const char* fine = "0.0000";  // errors of what has no fixed digits, or three
constexpr const char* fine_percent = "0.00%";

std::string format_of(int decimals) {
  if (decimals == tables::by_size) return "#,##0.000";
  return decimals == 0   ? "#,##0"
         : decimals == 3 ? "0.000"
                         : "#,##0." + std::string(static_cast<std::size_t>(decimals), '0');
}

std::string change_format(const tables::Change& change) {
  if (change.of_share) return "+0.0%;-0.0%;0.0%";
  if (change.decimals == tables::by_size) return "+#,##0.000;-#,##0.000;0";
  const std::string digits = "0." + std::string(static_cast<std::size_t>(change.decimals), '0');
  return "+" + digits + ";-" + digits + ";" + digits;
}

CellValue number_or_blank(const std::optional<double>& value, const char* format) {
  return value ? CellValue(Number{*value, format}) : CellValue();
}

/// One figure of a cell.
class FigureOf {
 public:
  explicit FigureOf(Part part) : part_(part) {}

  CellValue operator()(std::monostate) const { return {}; }
  CellValue operator()(const std::string& words) const { return of_value(words); }
  CellValue operator()(const tables::Count& count) const {
    return of_value(Number{static_cast<double>(count.value), "#,##0"});
  }
  CellValue operator()(const tables::Status& status) const { return of_value(status.word); }
  CellValue operator()(const tables::Score& score) const { return of_value(Number{score.value, "0.0"}); }

  CellValue operator()(const tables::Share& share) const {
    if (part_ == Part::error) return number_or_blank(share.error, fine_percent);
    return of_value(Number{share.value, share.says_percent ? "0%" : "0.0%"});
  }

  CellValue operator()(const tables::Amount& amount) const {
    if (part_ == Part::error) return number_or_blank(amount.error, fine);
    return of_value(Number{amount.value, format_of(amount.decimals)});
  }

  CellValue operator()(const tables::Change& change) const {
    if (part_ == Part::error) return number_or_blank(change.error, change.of_share ? fine_percent : fine);
    if (part_ == Part::basis) return std::string(analyse::name_of(change.basis));
    return of_value(Number{change.value, change_format(change)});
  }

  CellValue operator()(const tables::Spread& spread) const {
    if (part_ == Part::error) return number_or_blank(spread.error, fine);
    return Number{part_of(spread), format_of(spread.decimals)};
  }

 private:
  template <typename Value>
  CellValue of_value(Value value) const {
    return part_ == Part::value ? CellValue(std::move(value)) : CellValue();
  }

  double part_of(const tables::Spread& spread) const {
    switch (part_) {
      case Part::sd:
        return spread.sd;
      case Part::lower:
        return spread.lower;
      case Part::median:
        return spread.median;
      case Part::upper:
        return spread.upper;
      default:
        return spread.mean;
    }
  }

  Part part_;
};

/// Where rows are of one statistic, spreads show that.
Part part_shown(Part part, const tables::Cell& cell, const Statistic* statistic) {
  return statistic != nullptr && std::holds_alternative<tables::Spread>(cell) ? statistic->part : part;
}

std::vector<CellValue> row_of_statistic(const tables::Table& table, const tables::Row& row,
                                        const Statistic* statistic) {
  std::vector<CellValue> values;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].shown == tables::Shown::in_words) continue;
    for (const tables::InNumbers& number : table.columns[i].numbers) {
      const tables::Cell& cell = row.cells[i];
      if (number.part == Part::statistic)
        values.emplace_back(statistic == nullptr ? "" : statistic->title);
      else
        values.push_back(std::visit(FigureOf(part_shown(number.part, cell, statistic)), cell));
    }
  }
  return values;
}

}  // namespace

std::vector<tables::InNumbers> number_columns(const tables::Table& table) {
  std::vector<tables::InNumbers> columns;
  for (const Column& column : table.columns)
    if (column.shown != tables::Shown::in_words)
      columns.insert(columns.end(), column.numbers.begin(), column.numbers.end());
  return columns;
}

std::vector<std::vector<CellValue>> number_rows(const tables::Table& table, const tables::Row& row) {
  if (table.statistics.empty()) return {row_of_statistic(table, row, nullptr)};
  std::vector<std::vector<CellValue>> rows;
  for (const Statistic& statistic : table.statistics) rows.push_back(row_of_statistic(table, row, &statistic));
  return rows;
}

}  // namespace uor::report::book
