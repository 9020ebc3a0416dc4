#include "core/uor/policy/policy.hpp"

#include <algorithm>

#include "core/uor/policy/files.hpp"
#include "core/uor/policy/rows.hpp"
#include "core/uor/policy/set_number.hpp"

namespace uor::policy {

namespace {

const std::vector<std::string> table_keys = {
    "metric", "profile",           "parameter", "year", "field_default",    "group",        "quality_prior", "rating",
    "cqc",    "fresh_credibility", "prompt",    "fit",  "last_year_prices", "steady_change"};

void read_frame(const TomlTable& root, Policy& policy) {
  policy.name = root.text("name");
  policy.title = root.find_text("title").value_or(policy.name);
  policy.default_year = root.text("default_year");
  if (!is_policy_year(policy.default_year)) {
    throw Error(root.where("default_year"),
                "default_year is '" + policy.default_year + "' (not a financial year), write one such as \"2018/19\"");
  }
  policy.cost_index = root.text("cost_index");
}

/// Into the order of question_ids, whatever the order of the rows.
void order_by_question(std::vector<QualityPrior>& priors) {
  const auto place = [](const QualityPrior& prior) {
    return std::find(question_ids.begin(), question_ids.end(), prior.question) - question_ids.begin();
  };
  std::sort(priors.begin(), priors.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

}  // namespace

void check_complete(const Draft& draft, const Where& where) {
  for (const char* needed : {"[rating.weights]", "[rating.cuts]", "[rating.judgement]", "[rating.sector]",
                             "[cqc.quality]", "[cqc.combined]", "[fresh_credibility]"}) {
    if (!draft.has(needed)) {
      throw Error(where, "the policy has no " + std::string(needed) + ", add it or the file that holds it to include");
    }
  }
  for (const char* question : question_ids) {
    const std::string needed = "[[quality_prior]] '" + std::string(question) + "'";
    if (!draft.has(needed)) throw Error(where, "the policy has no " + needed + ", add it");
  }
  if (draft.policy.metrics.empty()) throw Error(where, "the policy has no [[metric]], add the initial metrics");
}

const Metric* Policy::find_metric(const std::string& id) const {
  const auto at = std::find_if(metrics.begin(), metrics.end(), [&](const Metric& metric) { return metric.id == id; });
  return at == metrics.end() ? nullptr : &*at;
}

bool Policy::combined_given(const std::string& year, int month_of_year) const {
  if (combined_from.empty()) return true;
  auto row = combined_from.upper_bound(year);
  if (row == combined_from.begin()) return false;
  --row;
  return row->first != year ? row->second <= months_a_year : month_of_year >= row->second;
}

namespace {

Draft read_draft(const PolicyFiles& files) {
  Draft draft;
  draft.policy.path = files.path;
  draft.policy.text = files.text;
  std::vector<std::string> allowed = table_keys;
  allowed.insert(allowed.end(), {"schema", "name", "title", "default_year", "cost_index", "include"});
  for (const TomlTable& root : files.roots) {
    root.allow_only(allowed);
    if (&root == &files.roots.front()) read_frame(root, draft.policy);
    read_framework(root, draft);
    read_rating(root, draft);
    read_prompts(root, draft);
    read_fit(root, draft);
    allowed = table_keys;  // included files hold tables only
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
  if (!options.empty()) read_draft(files);  // what is wrong without any option is said first
  std::vector<ChangedNumber> changed = set_numbers(files, options);
  Draft draft = read_changed(files, options);
  check_complete(draft, files.roots.front().where());
  apply_fit(draft);
  draft.policy.changed = std::move(changed);
  draft.policy.included = files.included;
  order_by_question(draft.policy.rating.quality_priors);
  return draft.policy;
}

}  // namespace

Policy read_policy(const std::string& name_or_path, const std::string& policies_folder,
                   const std::vector<std::string>& options) {
  return policy_of(read_files(name_or_path, policies_folder), options);
}

Policy parse_policy(const std::string& text, const std::string& path, const std::vector<std::string>& options) {
  return policy_of(files_of_text(text, path), options);
}

}  // namespace uor::policy
