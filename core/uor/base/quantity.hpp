// What the tables of a plugin say, as values of our own: the host converts the C contract into these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/base/distribution.hpp"

struct uor_batch;

namespace uor {

enum class Kind { driver, intermediate, metric, score };
enum class Behaviour { flow, stock, rate, ytd };

std::string_view name_of(Kind kind);
std::string_view name_of(Behaviour behaviour);

struct Driver {
  Distribution distribution;
  Each each = Each::run;
  double persistence = 0.0;
  double common = 0.0;  // loading on the sector's common factor
  std::string fact;     // trust file field, or empty
  bool lever = false;
  int lead_months = 0;
  std::string delivery_cost;
  std::string schemes;
};

struct Quantity {
  std::string id;
  std::string unit;
  std::string title;
  Kind kind = Kind::intermediate;
  Behaviour behaviour = Behaviour::rate;
  int polarity = 0;
  double lower, upper;                // impossible outside
  double likely_lower, likely_upper;  // implausible outside
  double nominal = 0.0;
  bool summarise = false;
  std::string profile;  // empty: flat
  Standing standing = Standing::assumed;
  std::string source;
  std::string plugin;  // id of the plugin that declares it; "host" for what the host offers
  Driver driver;       // meaningful for Kind::driver
};

struct Parameter {
  std::string id, unit, title;
  double value;  // NaN: a policy must give it
  double lower, upper;
  Standing standing = Standing::assumed;
  std::string source;
  std::string plugin;
};

/// A declared read; lag and window as in sdk/plugin.h, with its two special values.
struct Read {
  std::string id;
  std::string unit;  // empty: any
  int lag = 0;
  int window = 1;
};

/// A node that the host can call. `plugin_index` and `node_index` lead back to the contract's function.
struct Node {
  std::string id;
  std::string plugin;
  bool anchor = false;
  int phase = 1;
  std::vector<Read> reads;
  std::vector<std::string> writes;
  std::size_t plugin_index = 0;
  std::size_t node_index = 0;
};

}  // namespace uor
