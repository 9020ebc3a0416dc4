#include <atomic>
#include <cstring>
#include <exception>
#include <optional>

#include "core/uor/base/error.hpp"
#include "core/uor/base/isa_level.hpp"
#include "core/uor/host/catalogue.hpp"
#include "core/uor/host/contract.hpp"
#include "core/uor/host/foreign_call.hpp"
#include "core/uor/host/isa.hpp"
#include "core/uor/host/shared_object.hpp"
#include "core/uor/host/tables.hpp"

namespace uor::host {

namespace {

/// What a call into a plugin came to.
struct Outcome {
  uor_status status = UOR_OK;
  std::string text;
};

/// The one place where foreign code runs: nothing that it throws gets further.
template <typename Call>
Outcome guarded(const ForeignCall::Who& who, const Call& call) {
  const ForeignCall here(who);
  uor_message message;
  message.text[0] = '\0';  // the rest is not read before a plugin has written it
  try {
    const uor_status status = call(&message);
    if (here.put_back_floating_state()) return {UOR_FATAL, changed_floating_state};
    if (status == UOR_OK) return {};
    message.text[sizeof(message.text) - 1] = '\0';
    return {status, *message.text == '\0' ? "no message given" : message.text};
  } catch (const std::exception& error) {
    return {UOR_FATAL, std::string("an exception left the plugin: ") + error.what()};
  } catch (...) {
    return {UOR_FATAL, "an exception left the plugin"};
  }
}

struct Instance {
  const uor_plugin* plugin = nullptr;
  void* self = nullptr;

  Instance(const std::string& file, const uor_plugin& made_of) : plugin(&made_of) {
    if (plugin->create == nullptr) return;
    const Outcome outcome = guarded({plugin->id, "while it was created"},
                                    [&](uor_message* message) { return plugin->create(&self, message); });
    if (outcome.status == UOR_OK) return;
    throw Error({file, 0, 0}, "plugin '" + std::string(plugin->id) + "' could not be created: " + outcome.text);
  }
  Instance(const Instance&) = delete;
  Instance& operator=(const Instance&) = delete;
  ~Instance() {
    if (plugin->destroy == nullptr) return;
    // Nothing can be done about a failure to clean up when the plugin is on its way out.
    guarded({plugin->id, "while it was destroyed"}, [&](uor_message*) { return plugin->destroy(self), UOR_OK; });
  }
};

/// The tables of the plugin; Error when the variant that will run declares something else.
Tables checked_tables(const std::string& file, const uor_plugin& plugin, const uor_plugin& variant) {
  Tables tables = tables_of(file, plugin);
  const std::string found = difference(tables, tables_of(file, variant));
  if (!found.empty()) {
    throw Error({file, 0, 0}, "has variants by instruction set with other tables (" + found +
                                  "), build all from one "
                                  "source");
  }
  return tables;
}

/// What a file offers and which of it runs, both as structs of today.
struct Contract {
  uor_plugin exported, running;
  int isa_level;

  Contract(const std::string& file, const Constant& constant) : exported(contract_of(file, constant)) {
    const uor_isa_variant best = best_variant(file, constant.at, exported.extension, wanted_isa_level());
    running = contract_of(file, {best.plugin});
    isa_level = best.level;
  }
};

}  // namespace

struct Plugin::State {
  State(const std::string& given, bool tried) : State(std::make_optional<SharedObject>(given, tried)) {}
  explicit State(const uor_plugin& constant) : State("memory", "", {&constant}, std::nullopt) {}

  std::optional<SharedObject> library;  // outlives the instance
  std::string path, sha256;
  Contract contract;
  Tables tables;
  Instance instance;
  std::atomic<bool> is_dead{false};

 private:
  explicit State(std::optional<SharedObject> opened)
      : State{opened->path(), opened->sha256(), opened->constant(), std::move(opened)} {}  // braces: in this order
  State(std::string from, std::string digest, const Constant& constant, std::optional<SharedObject> held)
      : library(std::move(held)),
        path(std::move(from)),
        sha256(std::move(digest)),
        contract(path, constant),
        tables(checked_tables(path, contract.exported, contract.running)),
        instance(path, contract.running) {}
};

Plugin::Plugin(const std::string& path, bool tried) {
  const ForeignCall reading({path.c_str(), "while its tables were read"});
  state_ = std::make_unique<State>(path, tried);
}
Plugin::Plugin(std::unique_ptr<State> state) : state_(std::move(state)) {}
Plugin Plugin::of(const uor_plugin& constant) { return Plugin(std::make_unique<State>(constant)); }
Plugin::~Plugin() = default;
Plugin::Plugin(Plugin&&) noexcept = default;
Plugin& Plugin::operator=(Plugin&&) noexcept = default;

const std::string& Plugin::id() const { return state_->tables.id; }
const std::string& Plugin::version() const { return state_->tables.version; }
const std::string& Plugin::title() const { return state_->tables.title; }
const std::string& Plugin::kloe() const { return state_->tables.kloe; }
const std::string& Plugin::path() const { return state_->path; }
const std::string& Plugin::sha256() const { return state_->sha256; }
int Plugin::isa_level() const { return state_->contract.isa_level; }
const std::vector<Quantity>& Plugin::quantities() const { return state_->tables.quantities; }
const std::vector<Parameter>& Plugin::parameters() const { return state_->tables.parameters; }
const std::vector<Node>& Plugin::nodes() const { return state_->tables.nodes; }

void Plugin::evaluate(std::size_t node_index, const uor_batch& batch) const {
  const uor_node& node = state_->contract.running.nodes[node_index];
  Outcome outcome;
  if (state_->is_dead.load(std::memory_order_relaxed)) {
    outcome = {UOR_FATAL, "the plugin failed before and is not to be called again"};
  } else {
    outcome = guarded({state_->tables.id.c_str(), "node", node.id},
                      [&](uor_message* message) { return node.evaluate(state_->instance.self, &batch, message); });
  }
  if (outcome.status == UOR_OK) return;
  if (outcome.status != UOR_ERROR) state_->is_dead.store(true, std::memory_order_relaxed);
  throw Error("plugin '" + id() + "', node '" + node.id + "', month " + std::to_string(batch.month) + ", trials " +
                  std::to_string(batch.first_trial) + " to " +
                  std::to_string(batch.first_trial + batch.trial_count - 1) + ": " + outcome.text,
              Fault::run);
}

}  // namespace uor::host
