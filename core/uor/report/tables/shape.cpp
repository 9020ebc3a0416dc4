#include "core/uor/report/tables/shape.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace uor::report::tables {

namespace {

std::vector<std::size_t> order_of_reading(const std::vector<Column>& columns) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].shown != Shown::in_numbers) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return columns[a].place < columns[b].place; });
  return order;
}

/// Adds the columns of one side that `wanted` picks, with their cells.
template <typename Wanted>
void add_columns(Table& all, const Table& side, const std::string& title, Wanted wanted) {
  for (std::size_t column = 0; column < side.columns.size(); ++column) {
    if (!wanted(side.columns[column])) continue;
    all.columns.push_back(side.columns[column]);
    if (all.columns.back().for_each_side && all.columns.back().heading.empty()) all.columns.back().heading = title;
    for (std::size_t row = 0; row < all.rows.size(); ++row) all.rows[row].cells.push_back(side.rows[row].cells[column]);
  }
}

}  // namespace

Table stacked(std::vector<Table> parts) {
  if (parts.empty()) return {};
  Table all = std::move(parts.front());
  for (std::size_t part = 1; part < parts.size(); ++part)
    for (Row& row : parts[part].rows) all.rows.push_back(std::move(row));
  return all;
}

Table in_turn(std::vector<Table> parts) {
  if (parts.empty()) return {};
  std::vector<Row> rows;
  for (std::size_t row = 0; row < parts.front().rows.size(); ++row)
    for (Table& part : parts) rows.push_back(std::move(part.rows[row]));
  Table all = std::move(parts.front());
  all.rows = std::move(rows);
  return all;
}

Table beside(const std::vector<Table>& sides, const std::vector<std::string>& titles) {
  assert(!sides.empty() && titles.size() >= sides.size());
  Table all = sides.front();
  all.columns.clear();
  for (Row& row : all.rows) row.cells.clear();
  add_columns(all, sides.front(), "", [](const Column& column) { return !column.for_each_side; });
  for (std::size_t side = 0; side < sides.size(); ++side)
    add_columns(all, sides[side], titles[side],
                [&](const Column& column) { return column.for_each_side && (side > 0 || column.heading.empty()); });
  return all;
}

Table as_read(const Table& table) {
  Table read = table;
  read.columns.clear();
  for (Row& row : read.rows) row.cells.clear();
  for (const std::size_t column : order_of_reading(table.columns)) {
    read.columns.push_back(table.columns[column]);
    const bool plain = table.columns[column].without_error;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const Cell& cell = table.rows[row].cells[column];
      read.rows[row].cells.push_back(plain ? without_error(cell) : cell);
    }
  }
  return read;
}

}  // namespace uor::report::tables
