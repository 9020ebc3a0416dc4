#include "core/uor/scenario/scenario.hpp"

namespace uor::scenario {
namespace {

constexpr const char* commented_scenario =
    R"(# A scenario of uor: a question, and how the drivers of a run differ from the baseline's.
# `uor levers` lists the drivers with their units, ranges and lead times; `uor check FILE` reads this file without running.
schema = 1
name = "my_scenario"                # letters, digits, '_', '-' and '.'
title = "Fewer missed appointments"
question = "Would two points fewer missed appointments move our rating within a year?"

[run]
trusts = ["RF4"]                    # codes (`uor trusts`), trust files, or "all"
months = 12                         # 1 to 60, from April
trials = 10000
# until_se = 0.002                  # instead of trials: until every rating's standard error is below it
# max_trials = 1048576              # ... but no more than these
# points = "sobol"                  # random, lhs or sobol; the last two in multiples of 4096 trials
seed = 1
policy = "framework"                # the name of a policy, or the path of a policy file
# assessment_month = 12             # when the rating is struck; the last month when left out
# publication_lag = false           # every metric as if it were known at once
# common_factors = false            # every trust with luck of its own, as if independent
# benchmarks = "moving"             # several trusts: compared with each other in every trial, not with fixed figures

# A change: exactly one of set, add and multiply. Leave the months out to act in every month.
[[change]]
driver = "clinical.dna_rate"
add = -2.0
from_month = 3
# to_month = 12

# An action: a change (or a vary) of a lever with an owner and its cost in GBP m; levels name actions, else all are taken.
# [[action]]
# name = "rosters"
# lever = "people.agency_volume_change"
# set = -20
# from_month = 6
# owner = "Director of workforce"
# one_off_cost = 0.05
# yearly_cost = 0.24

# What is uncertain: a value drawn anew for each trial (each = "run"), each month ("month"), or with memory ("ar1").
# Shapes: constant(value) normal(mean, sd) lognormal(median, sigma) triangular and pert(lower, mode, upper)
# uniform(lower, upper) beta(lower, upper, alpha, beta) discrete(values, weights) bernoulli(probability)
# empirical(sample) quartiles(lower, median, upper), each with an optional truncate = [lower, upper].
# [[vary]]
# driver = "people.sickness_absence_rate"
# distribution = { shape = "normal", mean = 0.0, sd = 0.3, truncate = [-1.0, 1.0] }
# as = "add"                        # set, add or multiply
# each = "ar1"
# persistence = 0.7                 # with each = "ar1" only

# A savings programme instead of the trust's own: money in a category (pay, nonpay, income, not_cash), or a driver that the
# scheme acts through. delivery is percent of plan; left out, it follows the programme's. Start 1 is April.
# [[scheme]]
# name = "Theatre lists"
# category = "pay"
# plan = 2.4                        # GBP m in the year
# start_month = 3
# recurrent = true
# delivery = { shape = "pert", lower = 50, mode = 85, upper = 100 }
# delay = 1
# [[scheme]]
# name = "Text reminders"
# plan = 0.4
# driver = "clinical.dna_rate"
# add = -1.0

# Drivers that move together: one number for every pair, or a matrix.
# [[correlate]]
# name = "demand"
# drivers = ["clinical.emergency_growth", "clinical.length_of_stay_change"]
# correlation = 0.4

# Graded questions: each level is a side of its own, beside the baseline; what stands above applies to every level.
# [[level]]
# name = "half"
# title = "Half of it recovered"
# actions = ["rosters"]
# [[level.change]]
# driver = "clinical.dna_rate"
# add = -1.0
)";

}  // namespace

std::string scenario_template() { return commented_scenario; }

}  // namespace uor::scenario
