#include "core/uor/report/tables/table.hpp"

#include <cassert>

namespace uor::report::tables {

namespace {

constexpr double error_width = 9;

}  // namespace

Column Column::with_shown(Shown where) const {
  Column column = *this;
  column.shown = where;
  return column;
}

Column Column::at(int where) const {
  Column column = *this;
  column.place = where;
  return column;
}

Column Column::each_side() const {
  Column column = *this;
  column.for_each_side = true;
  return column;
}

Column Column::plain() const {
  Column column = *this;
  column.without_error = true;
  return column;
}

Column Column::barred() const {
  Column column = *this;
  column.bars = true;
  return column;
}

Column text(const std::string& heading, double width) {
  Column column;
  column.heading = heading;
  column.figure = false;
  column.numbers = {{Part::value, heading, "", width}};
  return column;
}

Column figures(const std::string& heading, std::vector<InNumbers> numbers) {
  Column column;
  column.heading = heading;
  column.numbers = numbers.empty() ? std::vector<InNumbers>{{Part::value, heading}} : std::move(numbers);
  return column;
}

std::vector<InNumbers> with_error(const std::string& heading, const std::string& under,
                                  const std::string& under_error) {
  return {{Part::value, heading, under}, {Part::error, "±", under_error, error_width}};
}

Table& Table::add(std::vector<Cell> cells, bool total) {
  assert(cells.size() == columns.size());
  rows.push_back({std::move(cells), total});
  return *this;
}

}  // namespace uor::report::tables
