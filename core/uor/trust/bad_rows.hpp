// What is done about rows that cannot be read: the first ends the reading, or all are listed and the others count.
#pragma once

#include <string>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

class BadRows {
 public:
  /// Bad rows are errors.
  BadRows() = default;
  /// Bad rows are left out; what is wrong with each goes to `left_out`.
  explicit BadRows(std::vector<std::string>& left_out) : left_out_(&left_out) {}

  bool skips() const { return left_out_ != nullptr; }

  /// Calls `read`; true unless it threw an Error that is skipped.
  template <typename Read>
  bool keep_reading(const Read& read) const {
    if (!skips()) return read(), true;
    try {
      read();
      return true;
    } catch (const Error& error) {
      if (error.fault() != Fault::input) throw;
      left_out_->push_back(error.what());
      return false;
    }
  }

 private:
  std::vector<std::string>* left_out_ = nullptr;
};

/// The trusts of a table with a row each, as parse_trust_csv() has them. Columns that mean nothing are errors whatever
/// becomes of bad rows.
std::vector<Trust> trusts_of_rows(const CsvTable& table, const std::string& path, const Fields& fields,
                                  const BadRows& bad);

}  // namespace uor::trust
