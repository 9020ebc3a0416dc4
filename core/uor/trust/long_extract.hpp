// Extracts in long form: a row is one trust, one metric, one period and its value.
#pragma once

#include <string>
#include <vector>

#include "core/uor/trust/bad_rows.hpp"

namespace uor::trust {

/// Whether the columns are those of a long extract: a code, metric, period and value, in any order.
bool is_long_extract(const CsvTable& table);

/// A trust for each code, in the order of the table. A metric is the id or the title of a field, whatever its capitals;
/// a period is a month ("2018-11", "Nov 2018"), a quarter ("2018/19 Q2") or a financial year ("2018/19"). The newest
/// period of a field is its value, and that of twelve months before is its figure of a year ago where there is such a
/// field. Error for unknown metrics, periods and values, and for two values of one trust, metric and period.
std::vector<Trust> trusts_of_long_extract(const CsvTable& table, const std::string& path, const Fields& fields,
                                          const BadRows& bad);

}  // namespace uor::trust
