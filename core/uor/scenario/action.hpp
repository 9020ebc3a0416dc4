// The actions of a scenario file: [[action]] tables, which levels name.
#pragma once

#include <vector>

#include "core/uor/base/toml.hpp"
#include "core/uor/scenario/scenario.hpp"

namespace uor::scenario {

/// What the file says that may be done. An action is typed once; its entry is copied into each variant that takes it.
class Actions {
 public:
  /// Error for unknown keys, a name that is no name or given twice, and as read_adjustment and read_vary.
  explicit Actions(const TomlTable& root);

  void take_all(Variant& variant) const;
  /// Those that `actions` of the level names. Error for one that the file has not (with the nearest), or twice.
  void take_named(const TomlTable& level, Variant& level_variant);
  /// Error for an action that no level names: it would never act.
  void require_all_taken() const;

 private:
  struct Read {
    Action action;
    std::optional<Adjustment> change;  // or else
    std::optional<Vary> vary;
    bool taken = false;
  };
  static Read read(const TomlTable& table);
  static void take(const Read& read, Variant& variant);

  std::vector<Read> actions_;
};

}  // namespace uor::scenario
