// Columns that many tables have.
#pragma once

#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// The trust's code: for programs, since readers see one trust at a time.
Column of_trust(double width = 9);
Column of_side(double width = 30);

/// One for each rating, inadequate first: shares of trials, with or without their errors.
std::vector<Column> of_ratings();
std::vector<Column> of_ratings_with_errors(const std::string& under, const std::string& under_error);

/// A month (index from 0): "Apr" where it is read, "M1 Apr" over numbers.
Column of_month(std::size_t month, const std::string& added = {});

/// `first` and after them `more`.
std::vector<Column> joined(std::vector<Column> first, const std::vector<Column>& more);
std::vector<Cell> joined(std::vector<Cell> first, const std::vector<Cell>& more);

}  // namespace uor::report::tables
