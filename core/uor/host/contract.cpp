#include "core/uor/host/contract.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/uor/base/error.hpp"

namespace uor::host {

namespace {

constexpr auto sizes = std::to_array<std::size_t>(UOR_PLUGIN_SIZES);
static_assert(sizes.size() == UOR_ABI_MINOR + 1, "each minor states the size of its uor_plugin");
static_assert(sizes.back() == sizeof(uor_plugin), "the last size is the one of today");
static_assert(std::is_sorted(sizes.begin(), sizes.end()), "fields are appended, never removed");

constexpr std::size_t head_bytes = offsetof(uor_plugin, id);  // abi_major, abi_minor, struct_size: in every version
constexpr std::size_t most_bytes = 4096;                      // 512 fields: a larger size is a mistake

std::string abi(std::uint64_t major, std::uint64_t minor) {
  return "ABI " + std::to_string(major) + '.' + std::to_string(minor);
}

std::string own_abi() { return abi(UOR_ABI_MAJOR, UOR_ABI_MINOR); }

/// The minor by whose fields a plugin is read: its own, or ours where it is later than we know.
std::size_t known_minor(const uor_plugin& head) { return std::min(head.abi_minor, UOR_ABI_MINOR); }

void check_major(const std::string& file, const uor_plugin& head) {
  if (head.abi_major == UOR_ABI_MAJOR) return;
  throw Error({file, 0, 0}, "is built for plugin " + abi(head.abi_major, head.abi_minor) + " but this host has " +
                                own_abi() + " (majors do not mix), build it against this version's headers");
}

/// Why `struct_size` cannot be; empty when it can.
std::string problem_of_size(const uor_plugin& head, std::size_t exported) {
  const std::size_t least = sizes[known_minor(head)];
  if (head.struct_size < least) {
    return "too small (" + abi(UOR_ABI_MAJOR, known_minor(head)) + " has at least " + std::to_string(least) + ")";
  }
  if (head.struct_size > most_bytes) return "too large (no version has more than " + std::to_string(most_bytes) + ")";
  if (head.struct_size % alignof(uor_plugin) != 0) {
    return "no size of that struct (a multiple of " + std::to_string(alignof(uor_plugin)) + ")";
  }
  if (exported != 0 && exported < head.struct_size) {
    return "more than the " + std::to_string(exported) + " that '" UOR_PLUGIN_SYMBOL "' has";
  }
  return {};
}

void check_size(const std::string& file, const uor_plugin& head, std::size_t exported) {
  const std::string problem = problem_of_size(head, exported);
  if (problem.empty()) return;
  throw Error({file, 0, 0}, "has a uor_plugin of " + std::to_string(head.struct_size) + " bytes, " + problem +
                                ", set struct_size to sizeof(uor_plugin)");
}

void check_needs(const std::string& file, const uor_plugin& plugin) {
  if (plugin.needs_minor <= UOR_ABI_MINOR) return;
  throw Error({file, 0, 0}, "needs plugin " + abi(UOR_ABI_MAJOR, plugin.needs_minor) + " but this host has " +
                                own_abi() +
                                ", use a later uor, or a build of the plugin that needs no more than this one has");
}

}  // namespace

uor_plugin contract_of(const std::string& file, const Constant& constant) {
  if (constant.bytes != 0 && constant.bytes < head_bytes) {
    throw Error({file, 0, 0}, "exports a '" UOR_PLUGIN_SYMBOL "' of " + std::to_string(constant.bytes) +
                                  " bytes, which is no uor_plugin, build it with this version's plugin.h");
  }
  uor_plugin plugin = {};
  std::memcpy(&plugin, constant.at, head_bytes);
  check_major(file, plugin);
  check_size(file, plugin, constant.bytes);
  std::memcpy(&plugin, constant.at, sizes[known_minor(plugin)]);
  check_needs(file, plugin);
  return plugin;
}

}  // namespace uor::host
