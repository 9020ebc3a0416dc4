#include "core/uor/host/node_table.hpp"

#include <algorithm>

#include "core/uor/host/row.hpp"

namespace uor::host {

namespace {

Read read_of(const Row& row, const uor_input& declared) {
  constexpr int longest_memory_months = 1'200;  // a century: beyond it a lag is a mistake, and sums must not overflow
  Read read;
  read.id = row.id(declared.id, "input id");
  read.unit = row.optional_text(declared.unit);
  read.lag = declared.lag;
  read.window = declared.window;
  const std::string reads = "reads '" + read.id + "' with ";
  row.require(read.lag == UOR_AT_ANCHOR || (read.lag >= 0 && read.lag <= longest_memory_months),
              reads + "lag " + std::to_string(read.lag) + ", must be UOR_AT_ANCHOR or 0 to " +
                  std::to_string(longest_memory_months));
  row.require(read.window == UOR_YEAR_TO_DATE || (read.window >= 1 && read.window <= longest_memory_months),
              reads + "window " + std::to_string(read.window) + ", must be UOR_YEAR_TO_DATE or 1 to " +
                  std::to_string(longest_memory_months));
  row.require(read.lag != UOR_AT_ANCHOR || read.window == 1, reads + "a window at the anchor, which has one month");
  return read;
}

void add_writes(const Row& row, const uor_node& declared, Node& node) {
  row.require_table(declared.outputs, declared.output_count, "outputs");
  row.require(declared.output_count > 0, "has no outputs, name at least one quantity");
  for (std::size_t i = 0; i < declared.output_count; ++i) {
    std::string id = row.id(declared.outputs[i], "output id");
    row.require(std::find(node.writes.begin(), node.writes.end(), id) == node.writes.end(),
                "writes '" + id + "' twice, remove one");
    node.writes.push_back(std::move(id));
  }
}

}  // namespace

Node node_of(const Owner& owner, const uor_node& declared, std::size_t position) {
  const Row row = Row::of(owner.file, "node", declared.id, position);
  Node node;
  node.id = row.id(declared.id, "id");
  node.plugin = owner.plugin;
  node.anchor = row.flag(declared.anchor, "anchor");
  row.require(declared.phase == 1 || declared.phase == 2,
              "has phase " + std::to_string(declared.phase) + ", must be 1 or 2");
  row.require(!node.anchor || declared.phase == 1, "is an anchor node of phase 2, anchor nodes are of phase 1");
  node.phase = declared.phase;
  row.require_table(declared.inputs, declared.input_count, "inputs");
  for (std::size_t i = 0; i < declared.input_count; ++i) node.reads.push_back(read_of(row, declared.inputs[i]));
  add_writes(row, declared, node);
  row.require(declared.evaluate != nullptr, "has no evaluate function, set it");
  node.node_index = position;
  return node;
}

}  // namespace uor::host
