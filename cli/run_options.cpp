#include "cli/run_options.hpp"

#include "cli/model_options.hpp"
#include "cli/text.hpp"

namespace uor::cli {

Options run_options() {
  Options options("Options", screen_width);
  add_repeated(options, "trust", "CODE|FILE|all",
               "trust code, your own .toml, .csv or .xlsx file, or all; may be given again");
  add_value(
      options, "trusts", "FILE|FOLDER",
      "instead of --trust: a CSV with a row a trust, a long extract (code, metric, period, value), or a folder of "
      "such files, trust files and workbooks");
  add_flag(options, "skip-bad", "with --trusts: leave out what cannot be read, and say what that is");
  add_value(options, "trials", "N", "trials a trust (default: the scenario's)");
  add_value(options, "until-se", "E",
            "as many trials as bring the standard error of every rating's share below E, such as 0.002");
  add_value(options, "max-trials", "N", "no more than N trials with --until-se (default 1048576)");
  add_value(options, "points", "random|lhs|sobol",
            "how trials are spread: lhs and sobol in multiples of 4096 trials (default: the scenario's)");
  add_value(options, "seed", "S", "seed of all draws (default: the scenario's)");
  add_value(options, "months", "H", "months from April, 1 to 60 (default: the scenario's)");
  add_value(options, "threads", "T", "threads (default: all cores); results do not depend on it");
  add_value(options, "batch", "N", "trials a batch (default 512); results do not depend on it");
  add_repeated(options, "set", "DRIVER=VALUE",
               "set a driver, =+x adds to it, =*x multiplies it, @M behind it acts from month M; may be given again");
  add_value(options, "benchmarks", "fixed|moving",
            "moving: several trusts, each compared with all in every trial (default: the scenario's)");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: the scenario's)");
  add_policy_set_option(options);
  add_value(options, "most-memory", "GB", "let the run take up to so many gigabytes of memory (default: 1)");
  add_value(options, "out", "FILE", "result file (default: runs/SCENARIO-TRUST.h5)");
  add_flag(options, "force", "write over a file that is no result file, but never over one that is read");
  add_value(options, "shard", "K/N", "make shard K of N only, into RUN.h5.shards beside --out; `uor merge` joins them");
  add_value(options, "progress", "text|json", "how far the run is, on standard error: for people, or an object a line");
  add_value(options, "watch", "FOLDER", "serve workbooks that are dropped into this folder, until Ctrl-C");
  add_flag(options, "once", "with --watch: serve what is there, then end");
  add_value(options, "watch-minutes", "M", "with --watch: no workbook runs longer (default 15)");
  add_value(options, "watch-gb", "G", "with --watch: no workbook takes more memory (default 2)");
  add_value(options, "watch-trials", "N", "with --watch: no workbook may ask for more trials (default 1000000)");
  add_value(
      options, "keep", "WHAT",
      "summary (default), all, or some of ratings, scores, metrics, metrics_by_month, drivers, joined with commas");
  add_plugin_options(options);
  add_scope_option(options);
  add_shipped_facts_option(options);
  add_flag(options, "all-levels", "of many trusts, every level on the screen and not only the last ones");
  add_flag(options, "json", "print one JSON object instead of the screen");
  add_flag(options, "quiet", "print nothing but errors");
  return options;
}

}  // namespace uor::cli
