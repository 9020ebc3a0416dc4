// The field table that ships, for tests.
#pragma once

#include <string>

#include "core/uor/trust/trust.hpp"

namespace uor::test {

inline const std::string data_folder = std::string(UOR_SOURCE_DIR) + "/data";

inline const trust::Fields& shipped_fields() {
  static const trust::Fields fields(data_folder + "/trust_fields.csv");
  return fields;
}

inline const trust::Field& shipped_field(const std::string& id) { return *shipped_fields().find(id); }

}  // namespace uor::test
