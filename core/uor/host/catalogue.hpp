// Loading plugins through Boost.DLL or taking them from memory, checking them against the contract, and calling their
// nodes.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/uor/base/quantity.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::host {

/// One plugin: keeps its library open where it has one, owns the instance that `create` gave.
class Plugin {
 public:
  /// Error for each refusal of the contract that concerns one file (no symbol, wrong major, struct too small, bad
  /// table, throws in create, world-writable file or folder, ...), each with its own message.
  /// `tried`: as of SharedObject.
  explicit Plugin(const std::string& path, bool tried = false);
  /// The plugin of a constant in this program, which must outlive it: what a file would give, without one. `path` is
  /// then "memory" and `sha256` empty. Refusals as of a file.
  static Plugin of(const uor_plugin& constant);
  ~Plugin();
  Plugin(Plugin&&) noexcept;
  Plugin& operator=(Plugin&&) noexcept;

  const std::string& id() const;
  const std::string& version() const;
  const std::string& title() const;
  const std::string& kloe() const;  // empty: does not score
  const std::string& path() const;
  const std::string& sha256() const;
  int isa_level() const;  // 2, 3, 4: the variant in use; UOR_ISA=2|3|4 in the environment asks for a lower one
  const std::vector<Quantity>& quantities() const;
  const std::vector<Parameter>& parameters() const;
  const std::vector<Node>& nodes() const;  // plugin_index is not set

  /// Calls one node; throws Error (Fault::run) naming plugin, node, trial range and month on ERROR or FATAL, or when an
  /// exception left the plugin. After FATAL every further call fails. May be called from many threads at once.
  void evaluate(std::size_t node_index, const uor_batch& batch) const;

 private:
  struct State;
  explicit Plugin(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct Request {
  std::vector<std::string> folders;                 // searched in order for uor_*.so
  std::map<std::string, std::string> replacements;  // KLOE -> file: replaces the plugin that scores it
};

/// All plugins of a run, checked against each other: duplicate ids, hash collisions of ids, two producers of a
/// quantity, second scoring plugin for a KLOE.
class Catalogue {
 public:
  explicit Catalogue(std::vector<Plugin> plugins);
  /// Loads uor_*.so of the folders in order of their names, then the replacements; Error as well for a folder that is
  /// not there, for a replacement that scores another KLOE, and when nothing was found.
  static Catalogue load(const Request& request);

  const std::vector<Plugin>& plugins() const { return plugins_; }
  const std::vector<Quantity>& quantities() const { return quantities_; }
  const std::vector<Parameter>& parameters() const { return parameters_; }
  const std::vector<Node>& nodes() const { return nodes_; }  // with plugin_index and node_index
  const Quantity* find(const std::string& id) const;

 private:
  std::vector<Plugin> plugins_;
  std::vector<Quantity> quantities_;
  std::vector<Parameter> parameters_;
  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::size_t> index_;
};

/// Folders that are searched by default: lib/uor/plugins beside the executable's bin, in a build tree as when
/// installed.
std::vector<std::string> default_folders();

}  // namespace uor::host
