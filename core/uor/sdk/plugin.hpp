// All that a plugin written in C++ includes. A plugin is three tables, its formulas and a last line:
//
//   #include "uor/sdk/plugin.hpp"
//   namespace mine {
//   using namespace uor::sdk;
//   UOR_NODE(...)                                                                        // node.hpp
//   inline constexpr uor_parameter parameters[] = {parameter({.id = ..., .value = ...}), ...};       // declare.hpp
//   inline constexpr Quantity quantities[] = {driver({...}), flow({...}), metric({...}), score({...})};
//   inline constexpr uor_node nodes[] = {UOR_NODE_ENTRY(dna), ...};     // after `parameters`
//   }  // namespace mine
//   UOR_PLUGIN("clinical", "1.0.0", "Clinical services", "clinical", mine::parameters, mine::quantities, mine::nodes)
//
// The KLOE is nullptr for a plugin that gives no score; a plugin without parameters writes
// `inline constexpr NoParameters parameters;`. docs/plugins/README.md is the guide, with a plugin from start to end.
#pragma once

#include <array>
#include <cstddef>
#include <iterator>

#include "uor/sdk/declare.hpp"
#include "uor/sdk/math.hpp"
#include "uor/sdk/node.hpp"
#include "uor/sdk/plugin.h"
#include "uor/sdk/score.hpp"

namespace uor::sdk {
inline namespace UOR_ISA_NAMESPACE {
namespace detail {

template <typename Row, const auto& table>
constexpr auto copy_of() {
  std::array<Row, std::size(table)> rows{};
  std::size_t i = 0;
  for (const Row& row : table) rows[i++] = row;
  return rows;
}

/// The C tables of one instruction set, copied from the author's: a table that is `inline` in the source is one object
/// for all instruction sets, these are one for each.
template <const auto& parameter_table, const auto& quantity_table, const auto& node_table>
struct Tables {
  static constexpr auto parameters = copy_of<uor_parameter, parameter_table>();
  static constexpr auto nodes = copy_of<uor_node, node_table>();
  static constexpr auto rows = copy_of<Quantity, quantity_table>();
  static constexpr auto quantities = [] {
    std::array<uor_quantity, std::size(quantity_table)> linked{};
    for (std::size_t i = 0; i < linked.size(); ++i) {
      linked[i] = rows[i].quantity;
      if (linked[i].kind == UOR_DRIVER) linked[i].driver = &rows[i].driver;
    }
    return linked;
  }();
};

template <typename T>
constexpr uor_plugin plugin_of(const char* id, const char* version, const char* title, const char* kloe,
                               const void* (*extension)(const char*), unsigned needs_minor) {
  return {UOR_ABI_MAJOR,
          UOR_ABI_MINOR,
          sizeof(uor_plugin),
          id,
          version,
          title,
          kloe,
          T::parameters.data(),
          T::parameters.size(),
          T::quantities.data(),
          T::quantities.size(),
          T::nodes.data(),
          T::nodes.size(),
          nullptr,
          nullptr,
          extension,
          needs_minor};
}

}  // namespace detail
}  // namespace UOR_ISA_NAMESPACE
}  // namespace uor::sdk

/// A plugin that is wrong without what a later minor brought defines this before it includes the SDK.
#if !defined(UOR_NEEDS_MINOR)
#define UOR_NEEDS_MINOR 0
#endif

#define UOR_PLUGIN_TABLES_(parameters, quantities, nodes) ::uor::sdk::detail::Tables<parameters, quantities, nodes>

#if !defined(UOR_ISA_LEVEL)
/// The last line of a plugin, at global scope.
#define UOR_PLUGIN(id, version, title, kloe, parameters, quantities, nodes)                                          \
  extern "C" __attribute__((visibility("default"))) const uor_plugin uor_plugin_v1;                                  \
  const uor_plugin uor_plugin_v1 = ::uor::sdk::detail::plugin_of<UOR_PLUGIN_TABLES_(parameters, quantities, nodes)>( \
      id, version, title, kloe, nullptr, UOR_NEEDS_MINOR);
#elif UOR_ISA_LEVEL == 2
// The exported constant is the build that runs on every processor; it names the others.
#define UOR_PLUGIN(id, version, title, kloe, parameters, quantities, nodes)                                          \
  extern "C" const uor_plugin uor_plugin_isa_v3;                                                                     \
  extern "C" const uor_plugin uor_plugin_isa_v4;                                                                     \
  extern "C" __attribute__((visibility("default"))) const uor_plugin uor_plugin_v1;                                  \
  static const void* uor_plugin_extension(const char* name) {                                                        \
    static constexpr uor_isa_variant variants[] = {                                                                  \
        {2, &uor_plugin_v1}, {3, &uor_plugin_isa_v3}, {4, &uor_plugin_isa_v4}};                                      \
    static constexpr uor_isa_variants list = {3, variants};                                                          \
    return std::string_view(name) == "uor.isa/1" ? &list : nullptr;                                                  \
  }                                                                                                                  \
  const uor_plugin uor_plugin_v1 = ::uor::sdk::detail::plugin_of<UOR_PLUGIN_TABLES_(parameters, quantities, nodes)>( \
      id, version, title, kloe, &uor_plugin_extension, UOR_NEEDS_MINOR);
#else
#define UOR_PLUGIN_CONSTANT_ UOR_ISA_JOIN(uor_plugin_isa_v, UOR_ISA_LEVEL)
#define UOR_PLUGIN(id, version, title, kloe, parameters, quantities, nodes)                                      \
  extern "C" const uor_plugin UOR_PLUGIN_CONSTANT_;                                                              \
  const uor_plugin UOR_PLUGIN_CONSTANT_ =                                                                        \
      ::uor::sdk::detail::plugin_of<UOR_PLUGIN_TABLES_(parameters, quantities, nodes)>(id, version, title, kloe, \
                                                                                       nullptr, UOR_NEEDS_MINOR);
#endif
