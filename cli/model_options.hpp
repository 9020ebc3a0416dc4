// Options that commands share: which model is asked, and which trusts may be.
#pragma once

#include "cli/arguments.hpp"

namespace uor::cli {

/// --policy-set.
void add_policy_set_option(Options& options);

/// --plugin-path and --plugin.
void add_plugin_options(Options& options);

/// --no-shipped-facts.
void add_shipped_facts_option(Options& options);

/// All of which model is asked about which trusts: --policy and the options here.
void add_model_options(Options& options);

/// --any-scope.
void add_scope_option(Options& options);

}  // namespace uor::cli
