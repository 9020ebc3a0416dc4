#include "core/uor/policy/policy.hpp"

#include <algorithm>
#include <filesystem>

#include "core/uor/policy/files.hpp"
#include "core/uor/policy/rows.hpp"
#include "core/uor/policy/set_number.hpp"

namespace uor::policy {

namespace {

constexpr std::size_t most_questions = 7;  // with use of resources, as many as a rule takes (rate::aggregate)

const std::vector<std::string> table_keys = {"metric",
                                             "opportunity",
                                             "profile",
                                             "parameter",
                                             "year",
                                             "field_default",
                                             "group",
                                             "quality_prior",
                                             "rating",
                                             "cqc",
                                             "fresh_credibility",
                                             "prompt",
                                             "session",
                                             "evidence",
                                             "additional_metric",
                                             "process_step",
                                             "arrangement",
                                             "fit",
                                             "last_year_prices",
                                             "steady_change",
                                             "kloe",
                                             "statement",
                                             "bridge",
                                             "own_forecast",
                                             "delivery_cost",
                                             "pounds",
                                             "month_line",
                                             "trial_line",
                                             "trust_line",
                                             "shown_beside",
                                             "shown_ratio",
                                             "typical_programme",
                                             "role"};

/// What a policy that extends another does not say is as there, but its name, which is that of its file.
void read_frame(const PolicyFile& file, Policy& policy) {
  const TomlTable& root = file.root;
  const bool extends = root.has("extends");
  policy.name =
      extends ? root.find_text("name").value_or(std::filesystem::path(file.name).stem().string()) : root.text("name");
  policy.title =
      root.find_text("title").value_or(extends ? policy.title + ", as " + policy.name + " changes it" : policy.name);
  if (!extends || root.has("default_year")) policy.default_year = root.text("default_year");
  if (!extends || root.has("cost_index")) policy.cost_index = root.text("cost_index");
  if (!is_policy_year(policy.default_year)) {
    throw Error(root.where("default_year"),
                "default_year is '" + policy.default_year + "' (not a financial year), write one such as \"2018/19\"");
  }
}

}  // namespace

void check_complete(const Draft& draft, const Where& where) {
  for (const char* needed : {"[rating.cuts]", "[rating.judgement]", "[rating.sector]", "[cqc.quality]",
                             "[cqc.combined]", "[fresh_credibility]"}) {
    if (!draft.has(needed)) {
      throw Error(where, "the policy has no " + std::string(needed) + ", add it or the file that holds it to include");
    }
  }
  if (const std::size_t questions = draft.policy.rating.quality_priors.size();
      questions == 0 || questions > most_questions)
    throw Error(where, "the policy has " + std::to_string(questions) +
                           " [[quality_prior]], give one a key question, 1 to " + std::to_string(most_questions));
  check_shown(draft.policy.shown, where);
  if (draft.policy.metrics.empty()) throw Error(where, "the policy has no [[metric]], add the initial metrics");
}

const Metric* Policy::find_metric(const std::string& id) const {
  const auto at = std::find_if(metrics.begin(), metrics.end(), [&](const Metric& metric) { return metric.id == id; });
  return at == metrics.end() ? nullptr : &*at;
}

const Session* Policy::session_of(const std::string& kloe) const {
  for (const Session& session : sessions)
    if (std::find(session.kloes.begin(), session.kloes.end(), kloe) != session.kloes.end()) return &session;
  return nullptr;
}

bool Policy::combined_given(const std::string& year, int month_of_year) const {
  if (combined_from.empty()) return true;
  auto row = combined_from.upper_bound(year);
  if (row == combined_from.begin()) return false;
  --row;
  return row->first != year ? row->second <= months_a_year : month_of_year >= row->second;
}

namespace {

std::vector<std::string> keys_of(const PolicyFile& file) {
  std::vector<std::string> keys = table_keys;  // included files hold tables only
  if (file.main)
    keys.insert(keys.end(), {"schema", "name", "title", "default_year", "cost_index", "include", "extends", "remove"});
  return keys;
}

void read_layer(const std::vector<const PolicyFile*>& layer, bool first, Draft& draft) {
  for (const PolicyFile* file : layer) {
    file->root.allow_only(keys_of(*file));
    if (!file->main) continue;
    if (first && file->root.has("remove"))
      throw Error(file->root.where("remove"),
                  "remove in a policy that extends no other (nothing to take away), delete it");
    read_frame(*file, draft.policy);
    read_removals(file->root, draft);
  }
  for (const PolicyFile* file : layer) read_kloes(file->root, draft);
  for (const PolicyFile* file : layer) read_old_weights(file->root, draft);
  scale_weights(draft, first, layer.front()->root.where());
  for (const PolicyFile* file : layer) {
    read_framework(file->root, draft);
    read_rating(file->root, draft);
    read_prompts(file->root, draft);
    read_delivery_costs(file->root, draft);
    read_process(file->root, draft);
    read_evidence(file->root, draft);
    read_shown(file->root, draft);
    read_fit(file->root, draft);
  }
}

Draft read_draft(const PolicyFiles& files) {
  Draft draft;
  draft.policy.path = files.path;
  draft.policy.text = files.text;
  for (std::size_t layer = files.layers(); layer-- > 0;) {
    std::vector<const PolicyFile*> of_layer;
    for (const PolicyFile& file : files.files)
      if (file.layer == layer) of_layer.push_back(&file);
    read_layer(of_layer, layer + 1 == files.layers(), draft);
    draft.next_layer();
  }
  return draft;
}

/// What an option made impossible is said of the option, not of the file that reads well without it.
Draft read_changed(const PolicyFiles& files, const std::vector<std::string>& options) {
  try {
    return read_draft(files);
  } catch (const Error& error) {
    std::string given;
    for (const std::string& option : options) given += (given.empty() ? "--policy-set " : " --policy-set ") + option;
    if (options.empty()) throw;
    throw Error({given}, std::string("the policy cannot be read with this change: ") + error.what());
  }
}

Policy policy_of(PolicyFiles files, const std::vector<std::string>& options) {
  std::vector<ChangedNumber> changed = set_extending_numbers(files);
  if (!options.empty()) read_draft(files);  // what is wrong without any option is said first
  for (ChangedNumber& number : set_numbers(files, options)) changed.push_back(std::move(number));
  Draft draft = read_changed(files, options);
  check_complete(draft, files.files.front().root.where());
  apply_fit(draft);
  draft.policy.changed = std::move(changed);
  draft.policy.included = files.included;
  return draft.policy;
}

}  // namespace

Policy read_policy(const std::string& name_or_path, const std::string& policies_folder,
                   const std::vector<std::string>& options) {
  return policy_of(read_files(name_or_path, policies_folder), options);
}

Policy parse_policy(const std::string& text, const std::string& path, const std::string& policies_folder,
                    const std::vector<std::string>& options) {
  return policy_of(files_of_text(text, path, policies_folder), options);
}

}  // namespace uor::policy
