#include <algorithm>

#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

const std::vector<std::string> roles = {"savings_plan",
                                        "scheme",
                                        "agency_lever",
                                        "savings_planned",
                                        "savings_delivered",
                                        "income",
                                        "pay",
                                        "nonpay",
                                        "one_offs",
                                        "fund",
                                        "control_total",
                                        "control_total_met",
                                        "fund_since_april",
                                        "income_that_closes",
                                        "delivery_cost"};

Term read_term(const TomlTable& table) {
  table.allow_only({"quantity", "of", "step", "fact", "number", "times", "at"});
  Term term;
  const bool number = table.has("number");
  term.quantity = table.find_text("quantity").value_or("");
  term.of = table.find_text("of").value_or("");
  term.step = table.find_text("step").value_or("");
  term.fact = table.find_text("fact").value_or("");
  const int named = !term.quantity.empty() + !term.step.empty() + !term.fact.empty() + number;
  if (named != 1) {
    throw Error(table.where(), "a term names " + std::to_string(named) +
                                   " things (it is of one), give exactly one of quantity, step, fact and number");
  }
  if (!term.of.empty() && term.quantity.empty())
    throw Error(table.where("of"), "a term has `of` without quantity, name the quantity that it multiplies");
  term.times = number ? table.number("number") : table.find_number("times").value_or(1.0);
  if (table.has("at")) term.of_last_month = read_choice(table, "at", {"all months", "last month"}) == 1;
  return term;
}

std::vector<Term> read_sum(const TomlTable& table) {
  std::vector<Term> sum;
  for (const TomlTable& term : table.find_tables("sum")) sum.push_back(read_term(term));
  return sum;
}

void check_steps(const std::vector<ShownLine>& lines, const Where& where) {
  std::vector<std::string> ids;
  for (const ShownLine& line : lines) ids.push_back(line.id);
  for (const ShownLine& line : lines) {
    for (const Term& term : line.sum) {
      if (term.step.empty() || std::find(ids.begin(), ids.end(), term.step) != ids.end()) continue;
      throw Error(where, "the line '" + line.id + "' adds the step '" + term.step + "', which no row has." +
                             did_you_mean(term.step, ids));
    }
  }
}

void read_lines(const TomlTable& root, const char* name, std::vector<ShownLine>& lines, Draft& draft) {
  for (const TomlTable& table : root.find_tables(name)) {
    table.allow_only({"id", "title", "total", "shown", "rare", "sum"});
    ShownLine line{table.text("id"),
                   table.text("title"),
                   table.find_flag("total").value_or(false),
                   table.find_flag("shown").value_or(true),
                   table.find_flag("rare").value_or(false),
                   read_sum(table)};
    const std::string what = table.name() + " '" + line.id + "'";
    draft.claim(what, table.where("id"));
    if (line.sum.empty()) throw Error(table.where(), what + " adds up nothing, add sum = [{quantity = \"...\"}]");
    put(lines, line, &ShownLine::id);
  }
}

void read_month_lines(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("month_line")) {
    table.allow_only({"quantity", "part", "charts"});
    MonthLine line;
    line.quantity = table.text("quantity");
    draft.claim("[[month_line]] '" + line.quantity + "'", table.where("quantity"));
    const std::vector<std::string> parts = {"statement", "fund", "support"};
    line.part = parts[read_choice(table, "part", parts)];
    for (const std::string& chart : table.find_texts("charts").value_or(std::vector<std::string>{})) {
      if (chart != "page" && chart != "workbook")
        throw Error(table.where("charts"), "a chart is in '" + chart + "' (unknown), write page or workbook");
      (chart == "page" ? line.on_page : line.in_workbook) = true;
    }
    put(draft.policy.shown.month_lines, line, &MonthLine::quantity);
  }
}

void read_trial_lines(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("trial_line")) {
    table.allow_only({"quantity", "title", "rare"});
    const TrialLine line{table.text("quantity"), table.text("title"), table.find_flag("rare").value_or(false)};
    draft.claim("[[trial_line]] '" + line.quantity + "'", table.where("quantity"));
    put(draft.policy.shown.trial_lines, line, &TrialLine::quantity);
  }
}

void read_trust_lines(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("trust_line")) {
    table.allow_only({"section", "title", "field", "unit", "sum", "words", "note"});
    const auto text = [&](const char* key) { return table.find_text(key).value_or(""); };
    const TrustLine line{table.text("section"), table.text("title"), text("field"),  text("unit"),
                         text("words"),         text("note"),        read_sum(table)};
    draft.claim("[[trust_line]] '" + line.title + "'", table.where("title"));
    if (line.field.empty() && line.sum.empty())
      throw Error(table.where(), "[[trust_line]] '" + line.title + "' shows nothing, add field or sum");
    put(draft.policy.shown.trust_lines, line, &TrustLine::title);
  }
}

void read_beside(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("shown_beside")) {
    table.allow_only({"id", "title", "quantity", "parts"});
    ShownBeside row{table.text("id"), table.text("title"), table.text("quantity"), {}};
    for (const TomlTable& part : table.find_tables("parts")) {
      part.allow_only({"quantity", "title"});
      row.parts.push_back({part.text("quantity"), part.text("title")});
    }
    draft.claim("[[shown_beside]] '" + row.id + "'", table.where("id"));
    put(draft.policy.shown.beside, row, &ShownBeside::id);
  }
}

void read_ratios(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("shown_ratio")) {
    table.allow_only({"id", "title", "unit", "metrics", "over", "under", "times", "standing", "source"});
    ShownRatio row{table.text("id"), table.text("title"), table.text("unit"), {}, {}, {}};
    row.metrics = table.find_texts("metrics").value_or(std::vector<std::string>{});
    row.over = table.find_text("over").value_or("");
    row.under = table.find_text("under").value_or("");
    row.times = table.find_number("times").value_or(1.0);
    const std::string what = "[[shown_ratio]] '" + row.id + "'";
    draft.claim(what, table.where("id"));
    draft.read_source(table, what);
    if (row.metrics.empty() == (row.over.empty() || row.under.empty()))
      throw Error(table.where(),
                  what + " is made of nothing, or of two things, give either metrics, or over with under");
    put(draft.policy.shown.ratios, row, &ShownRatio::id);
  }
}

/// Those of the last layer that names them.
void read_typical_programme(const TomlTable& root, Draft& draft) {
  const auto table = root.find_table("typical_programme");
  if (!table) return;
  table->allow_only({"schemes"});
  draft.claim("[typical_programme]", table->where());
  draft.policy.shown.typical_schemes = table->texts("schemes");
}

}  // namespace

void read_shown(const TomlTable& root, Draft& draft) {
  Shown& shown = draft.policy.shown;
  read_lines(root, "statement", shown.statement, draft);
  read_lines(root, "bridge", shown.bridge, draft);
  read_lines(root, "own_forecast", shown.own_forecast, draft);
  read_lines(root, "pounds", shown.pounds, draft);
  read_month_lines(root, draft);
  read_trial_lines(root, draft);
  read_trust_lines(root, draft);
  read_beside(root, draft);
  read_ratios(root, draft);
  read_typical_programme(root, draft);
  if (const auto table = root.find_table("role")) {
    table->allow_only(roles);
    for (const std::string& role : table->keys()) {
      draft.claim("the role '" + role + "'", table->where(role));
      shown.roles[role] = table->text(role);
    }
  }
}

void check_shown(const Shown& shown, const Where& where) {
  for (const auto* lines : {&shown.statement, &shown.bridge, &shown.own_forecast, &shown.pounds})
    check_steps(*lines, where);
}

}  // namespace uor::policy
