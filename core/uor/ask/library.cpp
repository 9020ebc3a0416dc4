#include "core/uor/ask/library.hpp"

#include "core/uor/ask/paths.hpp"
#include "core/uor/base/text_file.hpp"

namespace uor::ask {

Library::Library() : Library(home_folder()) {}

const trust::Fields& Library::fields() const {
  return fields_.get([&] { return trust::Fields((data() / "trust_fields.csv").string()); });
}

const std::vector<trust::Trust>& Library::trust_rows() const {
  return trust_rows_.get([&] { return trust::shipped_trusts(data().string(), fields()); });
}

std::vector<trust::Trust> Library::trusts_known_by(const Date& date) const {
  const trust::History& history =
      history_.get([&] { return trust::History(data().string(), fields(), trust::Asked::as_of_dates); });
  std::vector<trust::Trust> trusts = rows_.get([&] { return trust::read_trust_csv(trusts_path(), fields()); });
  for (trust::Trust& trust : trusts) history.lay(trust, date);
  return trusts;
}

const std::vector<trust::Trust>& Library::sector(trust::Scope scope) const {
  const auto& all = all_.get([&] { return trust::sector_of(trust_rows(), trust::Scope::any); });
  if (scope == trust::Scope::any) return all;
  return in_scope_.get([&] {
    std::vector<trust::Trust> trusts = all;
    std::erase_if(trusts, [](const trust::Trust& trust) { return !trust.in_scope; });
    return trusts;
  });
}

const std::vector<trust::PeerWeight>& Library::peer_weights() const {
  return peer_weights_.get([&] { return trust::read_peer_weights((data() / "peer_weights.csv").string(), fields()); });
}

const std::string& Library::assessments() const {
  return assessments_.get([&] { return read_text_file(assessments_path(), "file of assessments"); });
}

const ExtractRules& Library::extract_rules() const {
  return extract_rules_.get([&] { return read_extract_rules((policies() / "extract.toml").string()); });
}

const report::Rules& Library::report_rules() const {
  return report_rules_.get([&] {
    report::Rules rules = report::read_rules((policies() / "report.toml").string());
    rules.support = report::read_support_rules((policies() / "support_needs.toml").string());
    return rules;
  });
}

const policy::Policy& Library::policy(const std::string& name_or_path, const std::vector<std::string>& options) const {
  return policies_.get({name_or_path, options},
                       [&] { return policy::read_policy(name_or_path, policies().string(), options); });
}

const policy::Policy& Library::policy_in(const std::string& text, const std::string& path,
                                         const std::vector<std::string>& options) const {
  return policy_texts_.get({text, path, options},
                           [&] { return policy::parse_policy(text, path, policies().string(), options); });
}

std::shared_ptr<const host::Catalogue> Library::plugins(const host::Request& request) const {
  return plugins_.get({request.folders, request.replacements},
                      [&] { return std::make_shared<const host::Catalogue>(host::Catalogue::load(request)); });
}

}  // namespace uor::ask
