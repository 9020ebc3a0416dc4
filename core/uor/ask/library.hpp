// What ships in one home folder: read on first use, and once.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/uor/ask/extract_rules.hpp"
#include "core/uor/host/catalogue.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/rules.hpp"
#include "core/uor/trust/history.hpp"
#include "core/uor/trust/peers.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::ask {

/// A value that the first who asks for it reads, and that all others wait for. Where reading fails, the next one tries
/// again.
template <typename Value>
class Once {
 public:
  template <typename Read>
  const Value& get(const Read& read) const {
    const std::lock_guard lock(mutex_);
    if (!value_) value_.emplace(read());
    return *value_;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::optional<Value> value_;
};

/// The same of each key.
template <typename Key, typename Value>
class OnceEach {
 public:
  template <typename Read>
  const Value& get(const Key& key, const Read& read) const {
    const std::lock_guard lock(mutex_);
    const auto found = values_.find(key);
    return found != values_.end() ? found->second : values_.emplace(key, read()).first->second;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::map<Key, Value> values_;
};

/// Many threads may ask at once. What is edited meanwhile is seen by a new library only. Each function throws Error as
/// of the files that it reads.
class Library {
 public:
  /// Error as home_folder().
  Library();
  explicit Library(std::filesystem::path home) : home_(std::move(home)) {}

  const std::filesystem::path& home() const { return home_; }
  std::filesystem::path data() const { return home_ / "data"; }
  std::filesystem::path policies() const { return home_ / "policies"; }

  const trust::Fields& fields() const;
  /// The trusts of data/trusts.csv, in and out of scope, with the newest of what is known of them.
  const std::vector<trust::Trust>& trust_rows() const;
  /// The same with what had been published by `date`.
  std::vector<trust::Trust> trusts_known_by(const Date& date) const;
  std::string trusts_path() const { return (data() / "trusts.csv").string(); }
  /// The same in code order, with what is to be known of mergers: those in scope, or all.
  const std::vector<trust::Trust>& sector(trust::Scope scope = trust::Scope::framework) const;
  const std::vector<trust::PeerWeight>& peer_weights() const;
  /// data/assessments.csv, verbatim.
  const std::string& assessments() const;
  std::string assessments_path() const { return (data() / "assessments.csv").string(); }
  /// policies/extract.toml.
  const ExtractRules& extract_rules() const;
  /// policies/report.toml and policies/support_needs.toml.
  const report::Rules& report_rules() const;

  /// A policy that ships, by name, or one's own, by path; `options` change numbers of it, as in "fit.cuts.good=2.4".
  const policy::Policy& policy(const std::string& name_or_path, const std::vector<std::string>& options = {}) const;
  /// The policy that a result file holds as `text`, with the numbers that its run changed.
  const policy::Policy& policy_in(const std::string& text, const std::string& path,
                                  const std::vector<std::string>& options) const;
  /// The plugins of these folders, with these replacements.
  std::shared_ptr<const host::Catalogue> plugins(const host::Request& request) const;

 private:
  using PolicyKey = std::pair<std::string, std::vector<std::string>>;
  using TextKey = std::tuple<std::string, std::string, std::vector<std::string>>;
  using PluginsKey = std::pair<std::vector<std::string>, std::map<std::string, std::string>>;

  std::filesystem::path home_;
  Once<trust::Fields> fields_;
  Once<trust::History> history_;
  Once<std::vector<trust::Trust>> rows_;  // as data/trusts.csv has them
  Once<std::vector<trust::Trust>> trust_rows_, in_scope_, all_;
  Once<std::vector<trust::PeerWeight>> peer_weights_;
  Once<std::string> assessments_;
  Once<ExtractRules> extract_rules_;
  Once<report::Rules> report_rules_;
  OnceEach<PolicyKey, policy::Policy> policies_;
  OnceEach<TextKey, policy::Policy> policy_texts_;
  OnceEach<PluginsKey, std::shared_ptr<const host::Catalogue>> plugins_;
};

}  // namespace uor::ask
