#include "core/uor/trust/number.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

namespace {

std::string describe(const Field& field) {
  return "# " + field.title + ": " + field.unit + ", " + plain_number(field.lower) + " to " +
         plain_number(field.upper) + (field.minimum ? " (*)" : "") + "\n#   " + effect_in_words(field.effect) + "\n# " +
         field.id + " =\n";
}

}  // namespace

std::string trust_template(const Fields& fields) {
  std::string text =
      R"toml(# A trust file of uor. Give what you know and leave the rest commented out: an unknown is drawn or derived, never zero.
# Under each figure stands what more of it moves (a column of the results; `uor plugins show` says what it is), or why it is shown only.
# (*) marks the minimum set, which comes first, about 30 minutes' work for a finance manager. `uor check FILE` says what it made of the file.
schema = 1
code = "MINE"                # the draws of a run depend on it: keep it
name = "My trust"
policy_year = "2018/19"      # the year whose rules and benchmarks apply
# type = "Large"
# in_scope = true
# peers = ["RF4", "R1F"]     # trusts that its metrics are compared with; without this line the ten nearest

# A number in the unit of its field: operating_expenses = 579.4
# A rounded number, drawn inside value +- rounding: sickness_absence_rate = { value = 4.0, rounding = 0.5 }
# A metric with its month and source: dna_rate = { value = 7.0, month = "2018-11", source = "ward data" }. One that is fresher than
# what is published counts as such; without a month it counts as published.
# Text as reports have it: "£1,234.5", "(3.2)" for -3.2, "7.2%" for a percent field, "n/a" for unknown.
[reported]
)toml";
  text += "\n# --- minimum set (*) ---\n";
  for (const Field& field : fields.all()) {
    if (field.minimum) text += describe(field);
  }
  std::string group;
  for (const Field& field : fields.all()) {
    if (field.minimum) continue;
    if (field.group != group) text += "\n# --- " + field.group + " ---\n";
    group = field.group;
    text += describe(field);
  }
  return text + R"toml(
# --- what assessors would find on a prompt that they judge (`uor levers` and the workbook list them) ---
# [judged]
# "clinical.girft" = "good"

# --- the savings programme, a table a scheme; without any a typical one ---
# [[scheme]]
# name = "Rosters"
# category = "pay"
# plan = 2.5

# --- evidence: commentary by key line, context by metric, interventions, additional metrics, local intelligence ---
# [commentary]
# clinical = "What the trust says of it."
# [context]
# dna_rate = "Why it stands where it does."
# [[intervention]]
# metric = "dna_rate"
# text = "What was done."
# before = 9.5
# after = 7.0
# [[additional]]
# metric = "consultants_with_job_plan"
# text = "From which returns."
# value = 92
# benchmark = 85
# [[local_intelligence]]
# kloe = "corporate"
# text = "What is known beyond metrics."
# finding = "good"
)toml";
}

}  // namespace uor::trust
