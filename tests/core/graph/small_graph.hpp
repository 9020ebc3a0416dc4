// Small declarations to wire in tests.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/graph/wiring.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::graph {

inline Quantity quantity(const std::string& id, const std::string& plugin = "p", Kind kind = Kind::intermediate) {
  Quantity q;
  q.id = id;
  q.unit = "GBP m";
  q.plugin = plugin;
  q.kind = kind;
  q.lower = q.likely_lower = -1e6;
  q.upper = q.likely_upper = 1e6;
  return q;
}

inline Quantity driver(const std::string& id, const std::string& plugin = "p") {
  return quantity(id, plugin, Kind::driver);
}

inline Read now(const std::string& id) { return {id, "", 0, 1}; }
inline Read ago(const std::string& id, int lag) { return {id, "", lag, 1}; }
inline Read at_anchor(const std::string& id) { return {id, "", UOR_AT_ANCHOR, 1}; }
inline Read sum_of(const std::string& id, int window) { return {id, "", 0, window}; }

inline Node node(const std::string& id, std::vector<Read> reads, std::vector<std::string> writes,
                 const std::string& plugin = "p") {
  Node n;
  n.id = id;
  n.plugin = plugin;
  n.reads = std::move(reads);
  n.writes = std::move(writes);
  return n;
}

inline Node anchor(Node n) {
  n.anchor = true;
  return n;
}

inline Node phase_two(Node n) {
  n.phase = 2;
  return n;
}

/// The message of the refusal.
inline std::string refusal(const std::vector<Quantity>& quantities, const std::vector<Node>& nodes) {
  try {
    wire(quantities, nodes);
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::input);
    return error.what();
  }
  return "nothing was refused";
}

inline std::vector<std::string> ids_of(const std::vector<WiredNode>& nodes) {
  std::vector<std::string> ids;
  for (const WiredNode& wired : nodes) ids.push_back(wired.node.id);
  return ids;
}

}  // namespace uor::graph
