// The sheets Savings schemes and Evidence.
#include <fmt/format.h>

#include "core/uor/base/month_names.hpp"
#include "core/uor/base/unjudged.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/template_sheet.hpp"

namespace uor::workbook {

namespace {

const char* word_of(SchemeCategory category) {
  switch (category) {
    case SchemeCategory::pay:
      return "pay";
    case SchemeCategory::nonpay:
      return "nonpay";
    case SchemeCategory::income:
      return "income";
    case SchemeCategory::not_cash:
      return "not_cash";
    case SchemeCategory::through_driver:
      return "";
  }
  return "";
}

void write_delivery(TemplateSheet& out, const SavingsScheme& scheme) {
  std::optional<double> low, likely, high;
  if (scheme.delivery) {
    const Distribution& delivery = *scheme.delivery;
    const bool whole = !delivery.truncate_lower && !delivery.truncate_upper;
    if (delivery.is_constant()) {
      likely = delivery.parameters[0];
    } else if (delivery.shape == Shape::pert && whole) {
      low = delivery.parameters[0], likely = delivery.parameters[1], high = delivery.parameters[2];
    } else {
      throw Error(scheme.where,
                  fmt::format("the delivery of the scheme '{}' is {} (a workbook holds a number or PERT), "
                              "keep the TOML file or simplify it",
                              scheme.name, to_string(delivery)));
    }
  }
  out.input(layout::delivery_low, low);
  out.input(layout::delivery, likely);
  out.input(layout::delivery_high, high);
}

void write_amounts(TemplateSheet& out, const SavingsScheme& scheme) {
  if (!scheme.delay_months.is_constant())
    throw Error(scheme.where,
                fmt::format("the delay of the scheme '{}' is {} (a workbook holds a number), keep the TOML "
                            "file or give a number",
                            scheme.name, to_string(scheme.delay_months)));
  out.input(layout::plan, scheme.plan_gbp_m);
  out.input(layout::start, scheme.start_month);
  out.input(layout::recurrent, scheme.recurrent_percent);
  write_delivery(out, scheme);
  out.input(layout::delay, scheme.delay_months.parameters[0]);
  out.input(layout::delivered_to_date, scheme.delivered_to_date_gbp_m);
}

void write_scheme(TemplateSheet& out, const SavingsScheme* scheme) {
  out.input_text(layout::scheme_name, scheme ? scheme->name : "");
  out.input_text(layout::category, scheme ? word_of(scheme->category) : "");
  if (scheme != nullptr) {
    write_amounts(out, *scheme);
  } else {
    for (const char* heading : {layout::plan, layout::start, layout::recurrent, layout::delivery_low, layout::delivery,
                                layout::delivery_high, layout::delay, layout::delivered_to_date})
      out.input(heading);
  }
  const bool acts = scheme != nullptr && !scheme->driver.empty();
  out.input_text(layout::scheme_lever, acts ? scheme->driver : "");
  out.input_text(layout::how, acts ? std::string(name_of(scheme->operation)) : "");
  out.input(layout::change, acts ? std::optional<double>(scheme->change) : std::nullopt);
}

void add_rules(TemplateSheet& out) {
  SheetWriter& sheet = out.sheet();
  sheet.choices(
      out.cell(layout::category), {"pay", "nonpay", "income", "not_cash"}, "Category",
      "Where the money shows: pay, nonpay, income, or not_cash for what releases no cash. Blank when the scheme "
      "acts through a lever.");
  sheet.numbers(out.cell(layout::plan), 0, 2000, "Plan", "GBP m in the year, from its start to March.");
  sheet.choices(out.cell(layout::start), {month_names.begin(), month_names.end()}, "Starts in",
                "The first month in which it is planned to save. Blank: April.");
  sheet.numbers(out.cell(layout::recurrent), 0, 100, "Recurrent",
                "Percent of it that lasts beyond March; 0 must be found again next year. Blank: 100.");
  for (const char* heading : {layout::delivery_low, layout::delivery, layout::delivery_high})
    sheet.numbers(out.cell(heading), 0, 300, "Delivery",
                  "Percent of plan: the likeliest alone, or all three. Blank: as the programme as a whole.");
  sheet.numbers(out.cell(layout::delay), 0, 60, "Delay", "Months later than planned. Blank: none.");
  sheet.numbers(out.cell(layout::delivered_to_date), 0, 2000, "Delivered to date",
                "GBP m delivered from April to the last closed month of the sheet Trust. Blank: a part of the savings "
                "delivered to date there, by plan.");
  sheet.choices_from(out.cell(layout::scheme_lever), "=lever_keys", "Lever",
                     "For a scheme that acts through a lever and has no category: the model works out what it saves.");
  sheet.choices(out.cell(layout::how), {"add", "multiply"}, "How", "What is done to the lever at full delivery.");
}

}  // namespace

void write_schemes_sheet(BookWriter& book, const TemplateInputs& inputs) {
  TemplateSheet out(
      book.sheet(layout::schemes_sheet), "Savings schemes: this year's programme",
      "A scheme a row. It has a category, or it acts through a lever of the sheet Levers (then give lever, how "
      "and change). Plans add up to the savings plan of the sheet Trust. All blank: a typical programme.",
      {{layout::scheme_name, 34},
       {layout::category, 12, "where it saves"},
       {layout::plan, 10, "GBP m in the year"},
       {layout::start, 12, "month"},
       {layout::recurrent, 11, "percent"},
       {layout::delivery_low, 11, "percent of plan"},
       {layout::delivery, 11, "percent of plan"},
       {layout::delivery_high, 11, "percent of plan"},
       {layout::delay, 9, "months"},
       {layout::delivered_to_date, 11, "GBP m since April"},
       {layout::scheme_lever, 34, "instead of a category"},
       {layout::how, 10, "to the lever"},
       {layout::change, 10, "unit of the lever"}});
  for (std::size_t i = 0; i < max_schemes; ++i) {
    const bool known = inputs.trust != nullptr && i < inputs.trust->schemes.size();
    write_scheme(out, known ? &inputs.trust->schemes[i] : nullptr);
    add_rules(out);
    out.next();
  }
}

namespace {

/// How the first judged prompt is drawn; all are alike as they ship.
std::string unjudged(const TemplateInputs& inputs) {
  for (const policy::Prompt& prompt : inputs.policy.prompts) {
    if (!prompt.judged) continue;
    for (const Quantity* lever : inputs.levers)
      if (lever->id == prompt.held_by[0]) return unjudged_in_words(lever->driver.distribution);
  }
  return "drawn, because nobody has judged it";
}

}  // namespace

void write_evidence_sheet(BookWriter& book, const TemplateInputs& inputs) {
  TemplateSheet out(
      book.sheet(layout::evidence_sheet), "Evidence: the prompts that assessors judge",
      "What would assessors find, on the evidence that you can show? Leave blank what you cannot show: it is then " +
          unjudged(inputs) + ". Prompts that figures answer are not listed.",
      {{"Prompt", 92}, {"KLOE", 12}, {layout::judgement, 24, "choose"}, {layout::key, 30}});
  for (const policy::Prompt& prompt : inputs.policy.prompts) {
    if (!prompt.judged) continue;
    out.label("Prompt", prompt.text);
    out.note("KLOE", prompt.kloe);
    const auto* judged = inputs.trust == nullptr ? nullptr : &inputs.trust->judged;
    const auto grade =
        judged == nullptr ? std::map<std::string, trust::Reported>::const_iterator{} : judged->find(prompt.id);
    const bool known = judged != nullptr && grade != judged->end();
    const double value = known ? grade->second.value : 0;
    if (known && value != static_cast<double>(static_cast<int>(value))) {
      out.input(layout::judgement, value);
    } else {
      out.input_text(layout::judgement, known ? rating_words().at(static_cast<std::size_t>(value) - 1) : "");
    }
    out.sheet().choices(out.cell(layout::judgement), rating_words(), "Judgement",
                        "As an assessor or a critical friend would judge it. Leave it blank when nobody has.");
    out.note(layout::key, prompt.id);
    out.sheet().height(out.row(), prompt.text.size() > 95 ? 30 : 18);
    out.next();
  }
}

}  // namespace uor::workbook
