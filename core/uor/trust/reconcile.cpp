// Do the reported figures of one trust agree with each other?
#include <algorithm>
#include <cmath>

#include "core/uor/trust/figures.hpp"
#include "core/uor/trust/number.hpp"

namespace uor::trust {

namespace {

/// Sums of decimal fractions may exceed the whole by rounding, no more.
constexpr double rounding_error = 1e-9;
/// A surplus and a deficit are told apart from the two sides of balance when both are beyond this share of income.
constexpr double beyond_balance = 0.01;
/// Income to date may be this far from its share of a year before the month or the unit is doubted.
constexpr double doubtful_pace = 0.3;
/// Income this far from operating expenses is no trust's: the largest deficits are near 40 % of income.
constexpr double doubtful_income = 0.5;

/// Figures are written with so many decimals at most.
constexpr int most_decimals = 6;

const std::initializer_list<const char*> to_date_fields = {"income_to_date",
                                                           "planned_income_to_date",
                                                           "surplus_to_date",
                                                           "planned_surplus_to_date",
                                                           "ebitda_to_date",
                                                           "sustainability_earned_to_date",
                                                           "agency_to_date",
                                                           "savings_delivered_to_date",
                                                           "pay_to_date",
                                                           "support_drawn_to_date",
                                                           "cash_at_close",
                                                           "current_assets_at_close",
                                                           "current_liabilities_at_close",
                                                           "interim_support_at_close",
                                                           "loans_due_at_close"};

std::string plain(double value) { return plain_number(value, 4); }

/// Warns when the known ones of `parts` together exceed a known `whole`.
void at_most(Figures& figures, std::initializer_list<const char*> parts, const char* whole) {
  double sum = 0;
  std::string names, first;
  for (const char* part : parts) {
    if (!figures.knows(part)) continue;
    sum += figures[part];
    if (first.empty()) first = part;
    names += (names.empty() ? "" : " + ") + std::string(part);
  }
  const double bound = figures[whole];
  if (sum > bound + rounding_error * std::abs(bound) && !first.empty()) {
    figures.warn(first, names + " (" + plain(sum) + ") exceeds " + whole + " (" + plain(bound) + "), check both");
  }
}

/// Warns when a reported figure differs from the one that others give by more than 2 %.
void agrees(Figures& figures, const char* id, double calculated, const std::string& formula) {
  const double gap = std::abs(figures[id] - calculated);
  if (!std::isfinite(gap)) return;
  if (gap <= agreeing_share * std::abs(calculated)) return figures.agree(id);
  figures.warn(id, std::string(id) + " is " + plain(figures[id]) + " but " + formula + " gives " + plain(calculated) +
                       ", check the units and periods");
}

void check_parts(Figures& figures) {
  at_most(figures, {"employee_expenses"}, "operating_expenses");
  at_most(figures, {"agency_spend_gbp_m", "bank_spend"}, "employee_expenses");
  at_most(figures, {"employee_expenses", "passthrough_drugs", "medicines_cost", "clinical_negligence", "pfi_service"},
          "operating_expenses");
  at_most(figures, {"estates_cost"}, "operating_expenses");
  at_most(figures, {"fte_doctors", "fte_nurses", "fte_ahps"}, "fte_staff");
  at_most(figures, {"emergency_admissions"}, "ae_attendances");
  at_most(figures, {"emergency_admissions"}, "nonelective_spells");
  at_most(figures, {"doctors_cost_per_wau", "nurses_cost_per_wau", "ahp_cost_per_wau"}, "pay_cost_per_wau");
  at_most(figures, {"cash"}, "current_assets");
  at_most(figures, {"loans_due"}, "interim_support");
  at_most(figures, {"loans_due"}, "current_liabilities");
  at_most(figures, {"support_drawn_12m"}, "interim_support");
  at_most(figures, {"surplus_to_date"}, "ebitda_to_date");
  at_most(figures, {"agency_to_date"}, figures.knows("pay_to_date") ? "pay_to_date" : "employee_expenses");
  at_most(figures, {"pay_to_date"}, "income_to_date");
  at_most(figures, {"cash_at_close"}, "current_assets_at_close");
  at_most(figures, {"loans_due_at_close"}, "interim_support_at_close");
}

void check_sums(Figures& figures) {
  agrees(figures, "estates_cost_per_m2", figures["estates_cost"] * 1e6 / figures["floor_area"],
         "estates_cost / floor_area");
  agrees(figures, "capital_service", figures["pdc_dividend"] + figures["interest"] + figures["principal"],
         "pdc_dividend + interest + principal");
  agrees(figures, "current_assets", figures["cash"] + figures["receivables"], "cash + receivables");
  agrees(figures, "block_share", 100 - figures["variable_income_share"], "100 - variable_income_share");
}

/// A decimal point that slipped in one of the two.
void check_scale(Figures& figures) {
  const double income = figures["total_income"], expenses = figures["operating_expenses"];
  if (std::abs(income - expenses) > doubtful_income * expenses)
    figures.warn("total_income", "total_income is " + plain(income) + " beside operating_expenses of " +
                                     plain(expenses) + ", check the decimal point and the unit of both");
}

/// A surplus where others say deficit is more often a lost sign than a turnaround.
void check_signs(Figures& figures, const char* id, const char* other, double income) {
  const double a = figures[id], b = figures[other], limit = beyond_balance * income;
  if (a * b < 0 && std::abs(a) > limit && std::abs(b) > limit) {
    figures.warn(id, std::string(id) + " is " + plain(a) + " but " + other + " is " + plain(b) +
                         " (a surplus and a deficit), check the sign: a deficit is negative");
  }
}

/// What the figures to date say of each other: expenses are income less EBITDA, and pay is a part of them.
void check_to_date(Figures& figures) {
  const double expenses = figures["income_to_date"] - figures["ebitda_to_date"];
  const double pay = figures["pay_to_date"];
  if (pay > expenses)
    figures.warn("pay_to_date", "pay_to_date (" + plain(pay) + ") exceeds the operating expenses to date (" +
                                    plain(expenses) + ": income_to_date - ebitda_to_date), check all three");
  const double owed = figures["interim_support"] + figures["support_drawn_to_date"];
  const double closing = figures["interim_support_at_close"];
  if (closing > owed + figures.precision("interim_support") + figures.precision("interim_support_at_close"))
    figures.warn("interim_support_at_close", "interim_support_at_close (" + plain(closing) +
                                                 ") exceeds interim_support and support_drawn_to_date (" + plain(owed) +
                                                 "), check all three");
}

void check_months(Figures& figures) {
  std::string given, first;
  for (const char* id : to_date_fields) {
    if (!figures.knows(id)) continue;
    if (first.empty()) first = id;
    given += (given.empty() ? "" : ", ") + std::string(id);
  }
  const double months = figures["last_closed_month"];
  if (!given.empty() && !figures.knows("last_closed_month")) {
    figures.warn(first,
                 given + " given without last_closed_month (nobody can tell how many months they cover), add it");
  } else if (!given.empty() && months == 0) {
    figures.warn(first, given + " given with last_closed_month = 0 (no month is closed), correct the month");
  } else if (given.empty() && months > 0) {
    figures.warn("last_closed_month", "last_closed_month is " + plain(months) +
                                          " but no figure to date is given, add income_to_date and surplus_to_date");
  }
  const double pace = figures["income_to_date"] / (figures["total_income"] * months / 12);
  if (months > 0 && std::abs(pace - 1) > doubtful_pace) {
    figures.warn("income_to_date", "income_to_date is " + plain(figures["income_to_date"]) + ", " + plain(pace) +
                                       " times " + plain(months) +
                                       " twelfths of total_income, check last_closed_month and the unit");
  }
}

/// Warns of a signed percentage so small that it may be a fraction.
void maybe_fraction(Figures& figures, const char* id, double below) {
  const double value = figures[id];
  if (value != 0 && std::abs(value) < below) {
    figures.warn(
        id, std::string(id) + " is " + plain(value) + " percent: if that is a fraction, write " + plain(value * 100));
  }
}

}  // namespace

double Figures::operator[](const std::string& id) const {
  const auto at = trust_.reported.find(id);
  if (at == trust_.reported.end()) return std::nan("");
  return at->second.value + (id == nudged_ ? precision(id) : 0.0);
}

double Figures::precision(const std::string& id) const {
  const auto at = trust_.reported.find(id);
  if (at == trust_.reported.end()) return 0.0;
  double half = 0.5, scaled = at->second.value;
  for (int digits = 0; digits < most_decimals && std::abs(scaled - std::round(scaled)) > 1e-6; ++digits) {
    scaled *= 10;
    half /= 10;
  }
  return std::max(half, at->second.rounding);
}

Figures Figures::nudged(const std::string& id) const {
  Figures moved(trust_);
  moved.nudged_ = id;
  return moved;
}

double Figures::rounding(const std::string& id) const {
  const auto at = trust_.reported.find(id);
  return at == trust_.reported.end() ? 0.0 : at->second.rounding;
}

void Figures::add(bool error, const std::string& id, std::string text) {
  const auto at = trust_.reported.find(id);
  result_.findings.push_back({error, std::move(text), at == trust_.reported.end() ? Where{} : at->second.where});
}

std::string to_string(const Finding& finding) {
  const std::string place = to_string(finding.where);
  return place.empty() ? finding.text : place + ": " + finding.text;
}

namespace {

/// Schemes that say what they delivered to date, and the programme's figure.
void check_schemes(const Trust& trust, Figures& figures) {
  double given = 0;
  std::size_t saying = 0, cash = 0;
  for (const SavingsScheme& scheme : trust.schemes) {
    const bool counts = scheme.category != SchemeCategory::not_cash;
    cash += counts ? 1 : 0;
    saying += counts && scheme.delivered_to_date_gbp_m ? 1 : 0;
    given += counts ? scheme.delivered_to_date_gbp_m.value_or(0.0) : 0.0;
  }
  const double programme = figures["savings_delivered_to_date"];
  const double allowed = agreeing_share * programme + figures.precision("savings_delivered_to_date");
  const bool less = cash > 0 && saying == cash && given < programme - allowed;
  if (saying == 0 || !(given > programme + allowed || less)) return;
  figures.warn("savings_delivered_to_date", "savings_delivered_to_date is " + plain(programme) +
                                                " but the schemes' delivered_to_date add up to " + plain(given) +
                                                " (they are scaled to it), check both");
}

/// What a scheme delivered before it was to start is there by mistake, or the start is.
void check_early_delivery(const Trust& trust, Figures& figures) {
  const double closed = figures["last_closed_month"];
  for (const SavingsScheme& scheme : trust.schemes) {
    const double delivered = scheme.delivered_to_date_gbp_m.value_or(0.0);
    if (!(delivered > 0 && scheme.start_month > closed)) continue;
    figures.warn(scheme.where, "the scheme '" + scheme.name + "' delivered " + plain(delivered) +
                                   " GBP m to date but starts in month " + plain(scheme.start_month) + ", after the " +
                                   plain(closed) + " months that are closed, correct delivered_to_date or start_month");
  }
}

}  // namespace

Reconciliation reconcile(const Trust& trust) {
  Figures figures(trust);
  check_schemes(trust, figures);
  check_early_delivery(trust, figures);
  reconcile_metrics(figures);
  check_parts(figures);
  check_sums(figures);
  check_scale(figures);
  check_signs(figures, "surplus_to_date", "planned_surplus_to_date", figures["income_to_date"]);
  check_signs(figures, "planned_surplus", "last_year_surplus", figures["total_income"]);
  check_signs(figures, "forecast_surplus", "surplus_to_date", figures["total_income"]);
  check_to_date(figures);
  check_months(figures);
  reconcile_closed_year(figures);
  maybe_fraction(figures, "ie_margin", 0.1);
  maybe_fraction(figures, "distance_from_plan", 0.1);
  return std::move(figures).result();
}

}  // namespace uor::trust
