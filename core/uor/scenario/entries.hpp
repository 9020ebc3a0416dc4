// The entries of a scenario file: one [[change]], [[vary]] or [[correlate]] table each.
#pragma once

#include "core/uor/base/toml.hpp"
#include "core/uor/scenario/scenario.hpp"

namespace uor::scenario {

/// `points` of [run]; random when it is not given. Error for an unknown name.
Points read_points(const TomlTable& table);

/// The key that names an entry's driver, and the keys of its table that are not the entry's.
struct EntryKeys {
  const char* driver = "driver";
  std::vector<std::string> others = {};
};

/// Error for unknown keys, wrong types, none or several of set, add and multiply, and months out of order.
Adjustment read_adjustment(const TomlTable& table, const EntryKeys& keys = {});

/// Error as read_adjustment, for bad distributions, and for persistence without each = "ar1" or outside (-1, 1).
Vary read_vary(const TomlTable& table, const EntryKeys& keys = {});

/// Error for fewer than two drivers, one twice, and a correlation that is no correlation matrix in form.
Correlate read_correlate(const TomlTable& table);

}  // namespace uor::scenario
