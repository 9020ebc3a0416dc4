// What a file of many trusts is enough for: policies/extract.toml.
#pragma once

#include <cstddef>
#include <string>

namespace uor::ask {

struct ExtractRules {
  std::size_t quartiles_from = 0;  // trusts that report a metric
  std::size_t peers_from = 0;      // trusts in the file
};

/// Error naming file:line:column, value and a likely fix.
ExtractRules read_extract_rules(const std::string& path);

}  // namespace uor::ask
