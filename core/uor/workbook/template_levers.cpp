// The sheets Question and Levers.
#include <algorithm>
#include <limits>

#include "core/uor/base/toml.hpp"
#include "core/uor/scenario/scenario.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/template_sheet.hpp"

namespace uor::workbook {

namespace {

constexpr const char* what_heading = "What";
constexpr const char* note_heading = "Note";
constexpr int free_rows = 12;  // for further changes

struct Setting {
  const char* key;
  const char* title;
  std::optional<double> value;
  double lower, upper;
  const char* note;
};

void write_setting(TemplateSheet& out, const Setting& setting) {
  out.label(what_heading, setting.title);
  out.input(layout::value, setting.value);
  out.sheet().numbers(out.cell(layout::value), setting.lower, setting.upper, setting.title, setting.note);
  out.note(note_heading, setting.note);
  out.note(layout::key, setting.key);
  out.next();
}

void write_text(TemplateSheet& out, const char* key, const char* title, const std::string& value, const char* hint) {
  out.label(what_heading, title);
  out.input_text(layout::value, value);
  out.note(note_heading, hint);
  out.note(layout::key, key);
}

void add_lever_rules(TemplateSheet& out, const std::string& title) {
  SheetWriter& sheet = out.sheet();
  constexpr double far = 1e9;
  sheet.choices(
      out.cell(layout::how), {"set", "add", "multiply", "at most", "at least"}, title,
      "set: it becomes the value. add: the value is added (negative lowers it). multiply: by the value, 0.9 is a "
      "tenth less. at most, at least: what lies beyond the value goes to it, the rest stays.");
  for (const char* heading : {layout::value, layout::lowest, layout::highest})
    sheet.numbers(
        out.cell(heading), -far, far, title,
        "In the unit of the lever. With a lowest and a highest, the value is the likeliest, and it is uncertain.");
  for (const char* heading : {layout::from_month, layout::to_month})
    sheet.numbers(out.cell(heading), 1, scenario::max_months, title,
                  "Months of the run, 1 is April of the first year. Blank: from the first to the last.");
}

void add_lever_inputs(TemplateSheet& out, const std::string& title) {
  out.input_text(layout::how);
  for (const char* heading : {layout::value, layout::lowest, layout::highest, layout::from_month, layout::to_month})
    out.input(heading);
  for (const char* heading : {layout::level, layout::for_trusts, layout::for_type}) out.input_text(heading);
  add_lever_rules(out, title);
}

void write_lever(TemplateSheet& out, const Quantity& lever) {
  out.label(what_heading, lever.title);
  add_lever_inputs(out, lever.title);
  out.note("Unit", lever.unit);
  out.bound("Likely from", lever.likely_lower);
  out.bound("Likely to", lever.likely_upper);
  out.bound("Months to act", lever.driver.lead_months);
  out.note("What it costs", lever.driver.delivery_cost);
  out.note(layout::key, lever.id);
  const std::size_t longest = std::max(lever.title.size() * 2 / 3, lever.driver.delivery_cost.size());
  out.sheet().height(out.row(), longest > 80 ? 38 : longest > 40 ? 28 : 18);
  out.next();
}

void write_free_row(TemplateSheet& out) {
  out.note(what_heading, "");
  add_lever_inputs(out, "Further change");
  for (const char* heading : {"Unit", "Likely from", "Likely to", "Months to act", "What it costs"})
    out.note(heading, "");
  out.input_text(layout::key);
  out.sheet().choices_from(out.cell(layout::key), "=lever_keys", "Lever",
                           "Choose the lever that this row changes too.");
  out.next();
}

}  // namespace

void write_question_sheet(BookWriter& book) {
  TemplateSheet out(book.sheet(layout::question_sheet), "Question: what the run shall answer",
                    "A title and a question in your own words; they head the report. The rest may stay as it is.",
                    {{what_heading, 44}, {layout::value, 56}, {note_heading, 62}, {layout::key, 20}});
  write_text(out, "title", "Title", "My question", "a few words; also the name of the report's file");
  out.next();
  write_text(out, "question", "Question", "", "such as: would two points fewer missed appointments move our rating?");
  out.sheet().height(out.row(), 32);
  out.next();
  constexpr double months = scenario::max_months;
  write_setting(out, {"months", "Months", 12, 1, months, "Months from April that are simulated."});
  write_setting(out, {"assessment_month",
                      "Month of the rating",
                      {},
                      1,
                      months,
                      "Month of the run in which the rating is struck. Blank: the last."});
  write_setting(out, {"trials", "Trials", 10000, 1, 1e9, "10000 give odds within half a percentage point."});
  write_setting(out, {"seed", "Seed", 1, 0, 1e15, "Names the random draws; keep it to stay comparable."});
  write_text(out, "publication_lag", "Metrics count when they are published", "yes", "no: as if known at once");
  out.sheet().choices(out.cell(layout::value), {"yes", "no"}, "Publication lag", "yes, or no: as if known at once.");
  out.next();
}

void write_levers_sheet(BookWriter& book, const TemplateInputs& inputs) {
  TemplateSheet out(
      book.sheet(layout::levers_sheet), "Levers: what would be done otherwise",
      "Fill in the rows that you want to change; leave the others blank. Rows with the same words under Level "
      "are one option, simulated beside the others; a row without a level is part of every option.",
      {{what_heading, 56},
       {layout::how, 10, "choose"},
       {layout::value, 10, "unit of the lever"},
       {layout::lowest, 10, "if uncertain"},
       {layout::highest, 10, "if uncertain"},
       {layout::from_month, 8, "1 is April"},
       {layout::to_month, 8, "blank: the last"},
       {layout::level, 18, "option"},
       {layout::for_trusts, 14, "codes; blank: all"},
       {layout::for_type, 14, "blank: any"},
       {"Unit", 18},
       {"Likely from", 9},
       {"Likely to", 9},
       {"Months to act", 9},
       {"What it costs", 44},
       {layout::key, 36}});
  const int first = out.row();
  std::string plugin;
  for (const Quantity* lever : inputs.levers) {
    if (lever->plugin != plugin) out.group(lever->plugin);
    plugin = lever->plugin;
    write_lever(out, *lever);
  }
  const int last = out.row() - 1;
  const int key_column = out.at(layout::key).column;
  book.define_name("lever_keys", "=" + absolute(layout::levers_sheet, {{first, key_column}, {last, key_column}}));
  out.group("Further changes of a lever above, such as another option");
  for (int i = 0; i < free_rows; ++i) write_free_row(out);
}

}  // namespace uor::workbook
