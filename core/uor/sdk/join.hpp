// Tables in parts: a plugin with many rows writes one table a header and joins them in plugin.cpp.
//
//   inline constexpr auto quantities = uor::sdk::join(drivers, activity, money);
#pragma once

#include <array>
#include <cstddef>

#include "uor/sdk/isa.hpp"

namespace uor::sdk {
inline namespace UOR_ISA_NAMESPACE {

template <typename Row, std::size_t first, std::size_t... others>
constexpr auto join(const Row (&head)[first], const Row (&... tails)[others]) {
  std::array<Row, (first + ... + others)> all{};
  std::size_t filled = 0;
  const auto append = [&](const auto& part) {
    for (const Row& row : part) all[filled++] = row;
  };
  append(head);
  (append(tails), ...);
  return all;
}

}  // namespace UOR_ISA_NAMESPACE
}  // namespace uor::sdk
