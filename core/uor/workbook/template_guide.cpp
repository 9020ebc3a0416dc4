// The first sheet: what to do.
#include <array>
#include <utility>

#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/template_sheet.hpp"

namespace uor::workbook {

namespace {

struct Step {
  const char* where;
  const char* what;
};

constexpr std::array<Step, 6> steps = {{
    {"1  Trust", "Code and name, then the minimum set at the top: about half an hour's work for a finance manager."},
    {"2  Metrics", "The 22 initial metrics as far as you know them, and as they stood a year before."},
    {"3  Savings schemes", "This year's programme, up to eight schemes. Leave it blank for a typical one."},
    {"4  Evidence", "What assessors would find on each prompt that they judge. Leave blank what nobody has judged."},
    {"5  Question, Levers",
     "What you want to know, and what would be done otherwise. Leave both for the odds if nothing is done otherwise."},
    {"6  Save",
     "Save it as an Excel workbook (.xlsx) and put it into the shared folder, or run `uor run` on it. A report "
     "comes back, or a text file that names every cell which needs another look."},
}};

constexpr std::array rules = {
    "Type in the yellow cells only. Each says its unit and range when you select it.",
    "Leave blank what you do not know. An unknown is drawn or derived, never zero.",
    "Amounts are in the unit shown: GBP m is millions of pounds. A deficit is negative.",
    "A percentage is 7.2 or 7.2%, not 0.072.",
    "Rounded to ±: a published 4 that was rounded from 3.5 to 4.5 is 4 with 0.5 beside it.",
    "Formulas are fine: what they show when you save is what is read. A cell with #REF! is refused.",
    "Rows and columns may be moved; keys, headings and sheet names must stay as they are.",
    "Sheets of your own may be added. They are not read.",
    "The trust's code names the random draws: keep it when you correct a figure, so that runs stay comparable.",
};

}  // namespace

void write_guide(BookWriter& book) {
  SheetWriter& sheet = book.sheet(layout::guide_sheet, colour::dark_blue);
  sheet.width(1, 24);
  sheet.width(2, 92);
  sheet.merged({{1, 1}, {1, 2}}, "Use of resources: trust workbook",
               {.font = colour::white, .fill = colour::blue, .size = 18, .bold = true, .indent = 1});
  sheet.height(1, 36);
  sheet.merged(
      {{2, 1}, {2, 2}},
      "Fill in what you know of your trust. uor answers how likely each use of resources rating is, and what would "
      "move it.",
      {.fill = colour::pale_grey, .wrap = true, .indent = 1});
  sheet.height(2, 34);
  int row = 4;
  const Look heading = {.font = colour::dark_blue, .size = 13, .bold = true};
  sheet.text({row++, 1}, "What to do", heading);
  for (const Step& step : steps) {
    sheet.text({row, 1}, step.where, {.font = colour::dark_blue, .bold = true, .border = true, .indent = 1});
    sheet.text({row, 2}, step.what, look::label());
    sheet.height(row++, std::string_view(step.what).size() > 110 ? 46 : 20);
  }
  sheet.text({++row, 1}, "How to write it", heading);
  ++row;
  sheet.blank({row, 1}, look::input());
  sheet.text({row++, 2}, rules[0], look::label());
  for (std::size_t i = 1; i < rules.size(); ++i) {
    sheet.blank({row, 1}, {.border = true});
    sheet.text({row, 2}, rules[i], look::label());
    sheet.height(row++, std::string_view(rules[i]).size() > 115 ? 32 : 18);
  }
  sheet.print_wide(0);
  sheet.protect();
}

}  // namespace uor::workbook
