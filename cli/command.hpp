// The subcommands: each is one function in one file, which parses its words, works and prints.
#pragma once

#include <array>
#include <string_view>

#include "cli/arguments.hpp"

namespace uor::cli {

/// Each returns the exit code of the program and throws Error for what a user can mend.
int run_command(const Words& words);
int rate_command(const Words& words);
int check_command(const Words& words);
int plugins_command(const Words& words);
int merge_command(const Words& words);
int resume_command(const Words& words);
int export_command(const Words& words);
int sweep_command(const Words& words);
int watch_command(const Words& words);
int inspect_command(const Words& words);
int compare_command(const Words& words);
int report_command(const Words& words);
int serve_command(const Words& words);
int plan_command(const Words& words);
int sensitivity_command(const Words& words);
int solve_command(const Words& words);
int attribute_command(const Words& words);
int visit_command(const Words& words);
int draft_command(const Words& words);
int challenge_command(const Words& words);
int discover_command(const Words& words);
int verify_command(const Words& words);
int graph_command(const Words& words);
int explain_command(const Words& words);
int trusts_command(const Words& words);
int init_command(const Words& words);
int levers_command(const Words& words);
int fit_command(const Words& words);
int backtest_command(const Words& words);
int version_command(const Words& words);

struct Command {
  std::string_view name;
  std::string_view purpose;
  int (*run)(const Words&);
};

inline constexpr std::array<Command, 30> commands = {{
    {"run", "simulate a scenario and its baseline for one trust, several or all", run_command},
    {"rate", "today's odds of one trust, what drives them, and what is unknown", rate_command},
    {"check", "check scenario, trust and policy files: reported, assumed, reconciled", check_command},
    {"init", "write a template of a trust or scenario file, or a workbook for Excel", init_command},
    {"trusts", "list the trusts that ship, or show one", trusts_command},
    {"levers", "list what a trust can change, with lead time and cost", levers_command},
    {"merge", "join the shards of a run into its result file", merge_command},
    {"resume", "make what a run in shards lacks, or extend it", resume_command},
    {"watch", "show how far a run in shards is", watch_command},
    {"inspect", "show what a result file holds", inspect_command},
    {"verify", "tell whether a result file is what a run wrote, to the last bit", verify_command},
    {"compare", "set scenarios or result files beside each other, trial by trial", compare_command},
    {"plan", "take a plan apart: what each action brings alone and as its share", plan_command},
    {"sensitivity", "what the odds hang on, and each lever over its likely range", sensitivity_command},
    {"sweep", "the odds under each run of a design of many variants", sweep_command},
    {"solve", "what a trust needs to reach some odds", solve_command},
    {"attribute", "what made the odds differ between two sides, in shares that add up", attribute_command},
    {"visit", "what is due before an assessment visit, its agenda, and what to find out", visit_command},
    {"draft", "draft the assessment report of one trust, each sentence with its source", draft_command},
    {"challenge", "what the corrections of a trust's file change", challenge_command},
    {"discover", "under which circumstances a rating goes wrong, in a sentence", discover_command},
    {"report", "write a result file's figures as a document to pass on", report_command},
    {"serve", "open a page on which levers move and the odds follow", serve_command},
    {"export", "write a result file's figures as tidy tables, CSV or netCDF", export_command},
    {"graph", "show the model's order of evaluation, or draw it", graph_command},
    {"explain", "show how one quantity acts on another, or how one trial came about", explain_command},
    {"plugins", "list, show, check or measure plugins", plugins_command},
    {"fit", "fit the rating to published ratings", fit_command},
    {"backtest", "set the odds of rated trusts beside their published ratings", backtest_command},
    {"version", "print version, commit and plugins", version_command},
}};

}  // namespace uor::cli
