#include "core/uor/ask/extract_rules.hpp"

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/toml.hpp"

namespace uor::ask {

namespace {

std::size_t fewest_trusts(const TomlTable& root, std::string_view key, std::int64_t least) {
  const TomlTable row = root.table(key);
  row.allow_only({"fewest_trusts", "standing", "source"});
  row.text("standing");
  row.text("source");
  return static_cast<std::size_t>(row.integer("fewest_trusts", least, limits::trusts));
}

}  // namespace

ExtractRules read_extract_rules(const std::string& path) {
  constexpr std::int64_t a_quartile_each = 4, one_peer = 2;
  const TomlTable root = TomlTable::parse(read_text_file(path, "rules of extracts"), path);
  root.require_schema(1);
  root.allow_only({"schema", "quartiles", "peers"});
  return {fewest_trusts(root, "quartiles", a_quartile_each), fewest_trusts(root, "peers", one_peer)};
}

}  // namespace uor::ask
