#include "cli/model_options.hpp"

namespace uor::cli {

void add_policy_set_option(Options& options) {
  add_repeated(options, "policy-set", "PATH=VALUE",
               "change one number of the policy, as in fit.cuts.good=2.4; may be given again");
}

void add_plugin_options(Options& options) {
  add_repeated(options, "plugin-path", "DIR", "search this folder for plugins too; may be given again");
  add_repeated(options, "plugin", "KLOE=FILE", "replace the plugin that scores a KLOE; may be given again");
}

void add_shipped_facts_option(Options& options) {
  add_flag(options, "no-shipped-facts", "a trust file stands alone: facts that ship under its code do not count");
}

void add_scope_option(Options& options) {
  add_flag(options, "any-scope", "trusts outside the framework's scope too, labelled as such wherever they are shown");
}

void add_model_options(Options& options) {
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework)");
  add_policy_set_option(options);
  add_plugin_options(options);
  add_scope_option(options);
  add_shipped_facts_option(options);
}

}  // namespace uor::cli
