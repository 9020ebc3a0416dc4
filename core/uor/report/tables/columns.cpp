#include "core/uor/report/tables/columns.hpp"

#include "core/uor/report/words.hpp"

namespace uor::report::tables {

Column of_trust(double width) { return text("Trust", width).in_numbers(); }

Column of_side(double width) { return text("Side", width); }

std::vector<Column> of_ratings() {
  std::vector<Column> columns;
  for (const char* rating : rating_names)
    columns.push_back(figures(rating, {{Part::value, rating, "share of trials", 14}}));
  return columns;
}

std::vector<Column> of_ratings_with_errors(const std::string& under, const std::string& under_error) {
  std::vector<Column> columns;
  for (const char* rating : rating_names)
    columns.push_back(figures(rating, {{Part::value, rating, under, 15}, {Part::error, "±", under_error, 9}}));
  return columns;
}

Column of_month(std::size_t month, const std::string& added) {
  return figures(month_name(month + 1) + added, {{Part::value, numbered_month(month), "", 11}});
}

std::vector<Column> joined(std::vector<Column> first, const std::vector<Column>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

std::vector<Cell> joined(std::vector<Cell> first, const std::vector<Cell>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

}  // namespace uor::report::tables
