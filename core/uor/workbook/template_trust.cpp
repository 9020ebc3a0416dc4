// The sheets Trust and Metrics.
#include <map>

#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/template_sheet.hpp"

namespace uor::workbook {

namespace {

constexpr const char* what_column = "What";
constexpr const char* unit_column = "Unit";
constexpr const char* from_column = "From";
constexpr const char* to_column = "To";
constexpr const char* note_column = "Note";
constexpr const char* as_defined = "as defined";
constexpr const char* carried_over = "carried over";

const std::map<std::string, const char*> group_titles = {
    {"scale", "Scale: last year's outturn"},
    {"activity", "Activity: last year's outturn"},
    {"estates", "Estates"},
    {"capital", "Balances, loans and capital"},
    {"finance", "Plan and last year's result"},
    {"to_date", "Since April, to the last closed month"},
    {"people", "People"},
    {"support", "Clinical support"},
    {"corporate", "Corporate"},
    {"rating", "What limits the rating"},
    {"quality", "CQC's quality ratings"},
    {"casemix", "Casemix, to find peers"},
};

std::string title_of_group(const std::string& group) {
  const auto found = group_titles.find(group);
  return found == group_titles.end() ? group : found->second;
}

bool is_on_metrics_sheet(const trust::Field& field) { return field.group == "metric" || field.group == "year_ago"; }

const trust::Reported* reported_of(const TemplateInputs& inputs, const std::string& id) {
  if (inputs.trust == nullptr) return nullptr;
  const auto found = inputs.trust->reported.find(id);
  return found == inputs.trust->reported.end() ? nullptr : &found->second;
}

void write_rounding(TemplateSheet& out, const trust::Field& field, const trust::Reported* reported) {
  const bool rounded = reported != nullptr && reported->rounding > 0;
  out.input(layout::rounding, rounded ? std::optional<double>(reported->rounding) : std::nullopt);
  out.sheet().numbers(
      out.cell(layout::rounding), 0, field.upper - field.lower, "Rounded to ±",
      "Half the step that the value was rounded to: it is then drawn from value - this to value + this.");
}

void write_fact(TemplateSheet& out, const trust::Field& field, const TemplateInputs& inputs) {
  const trust::Reported* reported = reported_of(inputs, field.id);
  out.label(what_column, field.title);
  write_field(out, field, layout::value, reported);
  const bool word = field.unit == "yes=1" || field.unit == "rating";
  const bool rounded = reported != nullptr && reported->rounding > 0;
  if (!word || rounded) write_rounding(out, field, reported);
  if (word && !rounded) out.note(layout::rounding, "");
  out.note(unit_column, word ? "choose" : field.unit);
  if (!word) out.bound(from_column, field.lower), out.bound(to_column, field.upper);
  if (word) out.note(from_column, ""), out.note(to_column, "");
  out.note(note_column, field.minimum ? "minimum set" : field.effect.shown_only() ? "shown only" : "");
  out.note(layout::key, field.id);
  out.next();
}

void write_name(TemplateSheet& out, const char* key, const char* title, const std::string& value, const char* hint) {
  out.label(what_column, title);
  out.input_text(layout::value, value);
  for (const char* heading : {layout::rounding, unit_column, from_column, to_column}) out.note(heading, "");
  out.note(note_column, hint);
  out.note(layout::key, key);
}

void write_identity(TemplateSheet& out, const TemplateInputs& inputs) {
  const trust::Trust* trust = inputs.trust;
  out.group("Which trust");
  write_name(out, "code", "Code", trust ? trust->code : "MINE", "letters and digits; the draws depend on it: keep it");
  out.next();
  write_name(out, "name", "Name", trust ? trust->name : "My trust", "");
  out.sheet().height(out.row(), 46);
  out.next();
  write_name(out, "type", "Type", trust ? trust->type : "", "such as Large or Teaching; may be blank");
  out.next();
  const std::string year = trust && !trust->policy_year.empty() ? trust->policy_year : "";
  write_name(out, "policy_year", "Policy year", trust ? year : inputs.policy.default_year,
             "the year whose rules and benchmarks apply");
  std::vector<std::string> years;
  for (const auto& entry : inputs.policy.year_parameters) years.push_back(entry.first);
  out.sheet().choices(out.cell(layout::value), years, "Policy year", "The financial year whose rules apply.");
  out.next();
  write_name(out, "figures_year", "Year of the figures", trust ? trust->figures_year : "",
             "of the accounts below, such as 2018/19; blank: the year before the policy year");
  out.next();
  write_name(out, "in_scope", "In the scope of the framework", trust && !trust->in_scope ? "no" : "yes", "");
  out.sheet().choices(out.cell(layout::value), {"yes", "no"}, "In scope", "Whether the framework rates this trust.");
  out.next();
  out.label(what_column, "Version of this form");
  out.sheet().number(out.at(layout::value), layout::version, look::bound(layout::version));
  for (const char* heading : {layout::rounding, unit_column, from_column, to_column}) out.note(heading, "");
  out.note(note_column, "leave it as it is");
  out.note(layout::key, "schema");
  out.next();
}

void write_metric(TemplateSheet& out, const policy::Metric& metric, const TemplateInputs& inputs) {
  const trust::Field* field = inputs.fields.find(metric.id);
  if (field == nullptr) return;
  out.label(what_column, field->title);
  out.note("KLOE", metric.kloe);
  const trust::Reported* reported = reported_of(inputs, field->id);
  write_field(out, *field, layout::value, reported);
  write_rounding(out, *field, reported);
  if (const trust::Field* before = inputs.fields.find(metric.id + "_year_ago"))
    write_field(out, *before, layout::year_ago, reported_of(inputs, before->id));
  out.input_text(layout::month, reported == nullptr ? "" : reported->month);
  out.input_text(layout::source, reported == nullptr ? "" : reported->source);
  out.input_text(layout::basis, reported != nullptr && reported->carried ? carried_over : "");
  out.sheet().choices(out.cell(layout::basis), {as_defined, carried_over}, "Basis",
                      "Carried over: from another basis than the metric's, so it is drawn within the rounding.");
  out.note(unit_column, field->unit);
  out.bound(from_column, field->lower);
  out.bound(to_column, field->upper);
  out.bound("Lower quartile", metric.lower);
  out.bound("National median", metric.median);
  out.bound("Upper quartile", metric.upper);
  out.note(note_column, metric.polarity < 0 ? "lower is better" : metric.polarity > 0 ? "higher is better" : "");
  out.note(layout::key, metric.id);
  out.next();
}

}  // namespace

void write_trust_sheet(BookWriter& book, const TemplateInputs& inputs) {
  TemplateSheet out(
      book.sheet(layout::trust_sheet), "Trust: what is known of it",
      "Fill in the yellow cells, the minimum set first. Figures a year and balances are last year's outturn; "
      "figures since April need the last closed month. Leave blank what you do not know.",
      {{what_column, 62},
       {layout::value, 26},
       {layout::rounding, 12},
       {unit_column, 17},
       {from_column, 10},
       {to_column, 11},
       {note_column, 34},
       {layout::key, 30}});
  write_identity(out, inputs);
  out.group("Minimum set");
  for (const trust::Field& field : inputs.fields.all())
    if (field.minimum && !is_on_metrics_sheet(field)) write_fact(out, field, inputs);
  std::string group;
  for (const trust::Field& field : inputs.fields.all()) {
    if (field.minimum || is_on_metrics_sheet(field)) continue;
    if (field.group != group) out.group(title_of_group(field.group));
    group = field.group;
    write_fact(out, field, inputs);
  }
}

void write_metrics_sheet(BookWriter& book, const TemplateInputs& inputs) {
  TemplateSheet out(
      book.sheet(layout::metrics_sheet), "Metrics: the initial metrics of the framework",
      "Last year's outturn, and the value twelve months before. A metric that is blank is drawn from the "
      "national figures beside it; the finance metrics are derived from the sheet Trust where that gives them. "
      "With its month (2018-11) a value that is fresher than what is published counts as such.",
      {{what_column, 58},
       {"KLOE", 11},
       {layout::value, 13},
       {layout::rounding, 12},
       {layout::year_ago, 13},
       {layout::month, 12},
       {layout::source, 24},
       {layout::basis, 13},
       {unit_column, 20},
       {from_column, 8},
       {to_column, 8},
       {"Lower quartile", 10},
       {"National median", 10},
       {"Upper quartile", 10},
       {note_column, 16},
       {layout::key, 27}});
  for (const policy::Metric& metric : inputs.policy.metrics) write_metric(out, metric, inputs);
}

}  // namespace uor::workbook
