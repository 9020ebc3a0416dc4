// A tidy table: one row a figure, with columns that say of what; for those who analyse runs elsewhere.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "core/uor/base/partial_file.hpp"

namespace uor::store {

/// Texts or numbers, one a row; NaN is what is not known.
struct LongColumn {
  std::string name, title;
  std::variant<std::vector<std::string>, std::vector<double>> values;
};

struct LongTable {
  std::string name, title;
  std::vector<LongColumn> columns;  // of one length
  std::size_t rows() const;
};

/// One netCDF-4 file, a group a table, whose columns are variables over the dimension `row`: xarray reads it with
/// open_dataset(file, group="odds"). A table without rows has a group without variables. Error (Fault::run) when the
/// file cannot be written.
void write_netcdf(PartialFile file, const std::vector<LongTable>& tables);

}  // namespace uor::store
