// A table of the report, once: what it is called, its columns and its rows, as plain data. Each output writes it in its
// own way: in words for readers (page, Markdown, screen), in numbers for programs (workbook).
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/tables/cell.hpp"

namespace uor::report::tables {

/// A figure of a cell that is written as a number of its own.
enum class Part { value, error, basis, sd, lower, median, upper, statistic };

/// A column of numbers: which figure of the cells, and its heading with what stands under it.
struct InNumbers {
  Part part = Part::value;
  std::string heading = {}, under = {};
  double width = 11;  // characters
};

enum class Shown { everywhere, in_words, in_numbers };

struct Column {
  std::string heading = {};  // where it is read; of a column for each side empty: the side's title
  bool figure = true;        // else text, which begins at the left
  Shown shown = Shown::everywhere;
  int place = 0;                        // where it is read, columns stand in the order of their places
  bool for_each_side = false;           // where sides stand beside each other
  bool without_error = false;           // where it is read
  bool bars = false;                    // shares that may be drawn as bars behind their figures
  std::vector<InNumbers> numbers = {};  // empty: its values under the same heading

  Column in_words() const { return with_shown(Shown::in_words); }
  Column in_numbers() const { return with_shown(Shown::in_numbers); }
  Column at(int where) const;
  Column each_side() const;
  Column plain() const;  // read without its error
  Column barred() const;

 private:
  Column with_shown(Shown where) const;
};

/// A column of words.
Column text(const std::string& heading, double width = 30);
/// A column of figures; `numbers` says how they are written as numbers.
Column figures(const std::string& heading, std::vector<InNumbers> numbers = {});
/// Values under `heading`, and beside them their errors.
std::vector<InNumbers> with_error(const std::string& heading, const std::string& under,
                                  const std::string& under_error = "standard error");

struct Row {
  std::vector<Cell> cells;
  bool total = false;  // the sum of others
};

/// What a row is written as where each figure of its cells has a row of numbers of its own.
struct Statistic {
  std::string title;
  Part part;
};

struct Table {
  std::string id = {}, caption = {};
  std::string note = {};  // stands under it
  std::vector<Column> columns = {};
  std::vector<Row> rows = {};
  bool sortable = false;
  std::vector<Statistic> statistics = {};  // in numbers, each row is written once for each

  Table& add(std::vector<Cell> cells, bool total = false);
  bool empty() const { return rows.empty(); }
};

}  // namespace uor::report::tables
