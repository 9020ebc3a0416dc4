// Summaries of trusts into the arrays of a result file, one trust at a time.
#pragma once

#include <H5Cpp.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/uor/store/labelled_group.hpp"
#include "core/uor/store/summary_members.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::store {

class SummaryWriter {
 public:
  /// Creates the arrays in `root`, whose axes exist: 0 or NaN until a trust's summary comes.
  SummaryWriter(LabelledGroup& root, const model::Header& header);

  /// std::logic_error when the summary has other sides or sizes than the header says.
  void add(const tally::Summary& summary);

  /// Writes what is known only when all trusts are done: the implausible values.
  void finish();

 private:
  template <typename Value>
  struct Table {
    SummaryMember<Value> member;
    Array array;
    std::size_t size = 0;  // values a side
  };

  template <typename Value>
  void create(const std::vector<SummaryMember<Value>>& members, const model::Header& header,
              std::vector<Table<Value>>& tables);
  template <typename Value>
  void write(const std::vector<Table<Value>>& tables, const tally::Summary& summary);

  LabelledGroup& root_;
  std::size_t sides_ = 0;
  std::size_t trusts_ = 0;
  Array trials_;
  std::vector<Table<std::uint64_t>> counts_;
  std::vector<Table<double>> moments_;
  std::map<std::string, std::map<std::size_t, std::uint64_t>> implausible_;  // quantity, then trust
};

}  // namespace uor::store
