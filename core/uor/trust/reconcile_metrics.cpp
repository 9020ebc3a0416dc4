// The five finance metrics, recomputed from the figures of a trust file as docs/model/finance.md (section 9) defines
// them, against the reported ones.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/uor/trust/figures.hpp"
#include "core/uor/trust/number.hpp"

namespace uor::trust {

namespace {

/// Reported and recomputed may differ by 2 % (the model's anchoring rule), near zero by a tolerance of the metric.
constexpr double relative_tolerance = 0.02;
constexpr double margin_near_zero = 0.1;  // percent

/// What the figures give for a metric.
struct Recomputed {
  double value = 0;
  std::string equation;             // in the fields' names
  std::vector<const char*> inputs;  // whose values the message names
  bool to_date = false;             // of the months since April; else of last year, from which the model starts
};

struct Metric {
  const char* id;
  const char* unit;
  double near_zero;  // tolerance in the metric's own unit
  std::vector<Recomputed> ways;
};

std::string plain(double value) { return plain_number(value, 4); }

Metric margin(const Figures& f) {
  const double income = f["total_income"];
  const double charges = f["depreciation"] + f["pdc_dividend"] + f["interest"];
  Metric metric{"ie_margin", "percent", margin_near_zero, {}};
  metric.ways.push_back({100 * f["last_year_surplus"] / income,
                         "100 last_year_surplus / total_income",
                         {"last_year_surplus", "total_income"}});
  if (!f.knows("last_year_surplus")) {
    metric.ways.push_back({100 * (income - f["operating_expenses"] - charges) / income,
                           "income less operating expenses and capital charges",
                           {"total_income", "operating_expenses", "depreciation", "pdc_dividend", "interest"}});
  }
  metric.ways.push_back({100 * f["surplus_to_date"] / f["income_to_date"],
                         "100 surplus_to_date / income_to_date",
                         {"surplus_to_date", "income_to_date"},
                         true});
  return metric;
}

Metric distance(const Figures& f) {
  const double actual = 100 * f["surplus_to_date"] / f["income_to_date"];
  const double planned = 100 * f["planned_surplus_to_date"] / f["planned_income_to_date"];
  return {"distance_from_plan",
          "percentage points",
          0.1,
          {{actual - planned,
            "the margin to date less the planned one",
            {"surplus_to_date", "income_to_date", "planned_surplus_to_date", "planned_income_to_date"},
            true}}};
}

Metric liquidity(const Figures& f) {
  const double balance = f["current_assets"] - f["current_liabilities"];
  const double expenses_to_date = f["income_to_date"] - f["ebitda_to_date"];
  return {"liquidity_days",
          "days",
          0.5,
          {{360 * balance / f["operating_expenses"],
            "360 (current_assets - current_liabilities) / operating_expenses",
            {"current_assets", "current_liabilities", "operating_expenses"}},
           {30 * f["last_closed_month"] * balance / expenses_to_date,
            "30 last_closed_month (current_assets - current_liabilities) / (income_to_date - ebitda_to_date)",
            {"current_assets", "current_liabilities", "last_closed_month", "income_to_date", "ebitda_to_date"},
            true}}};
}

Metric capacity(const Figures& f) {
  const bool one_figure = f.knows("capital_service");
  const double parts = f["pdc_dividend"] + f["interest"] + f["principal"];
  const double service = one_figure ? f["capital_service"] : parts;
  std::vector<const char*> inputs = {"total_income", "operating_expenses", "pdc_dividend", "interest", "principal"};
  std::vector<const char*> to_date = {"ebitda_to_date", "last_closed_month", "pdc_dividend", "interest", "principal"};
  if (one_figure) {
    inputs = {"total_income", "operating_expenses", "capital_service"};
    to_date = {"ebitda_to_date", "last_closed_month", "capital_service"};
  }
  return {"capital_service_capacity",
          "times",
          0.1,
          {{(f["total_income"] - f["operating_expenses"]) / service,
            "(total_income - operating_expenses) / capital service", inputs},
           {f["ebitda_to_date"] / (service * f["last_closed_month"] / 12),
            "ebitda_to_date / (capital service last_closed_month / 12)", to_date, true}}};
}

Metric agency(const Figures& f) {
  const double ceiling = f["agency_ceiling"];
  return {"agency_spend",
          "percent over ceiling",
          1,
          {{100 * (f["agency_spend_gbp_m"] / ceiling - 1),
            "agency_spend_gbp_m against agency_ceiling",
            {"agency_spend_gbp_m", "agency_ceiling"}},
           {100 * (f["agency_to_date"] / (ceiling * f["last_closed_month"] / 12) - 1),
            "agency_to_date against last_closed_month twelfths of agency_ceiling",
            {"agency_to_date", "agency_ceiling", "last_closed_month"},
            true}}};
}

bool near(double reported, double value, double near_zero) {
  return std::abs(reported - value) <= std::max(relative_tolerance * std::abs(value), near_zero);
}

/// Which slip would explain the difference.
std::string likely_fix(double reported, const Recomputed& way, const Figures& figures, double near_zero) {
  const double months = figures["last_closed_month"];
  if (near(-reported, way.value, near_zero)) return "check its sign: write " + plain(way.value);
  if (near(100 * reported, way.value, near_zero)) return "it looks like a fraction: write " + plain(way.value);
  if (months > 0 && near(reported * 12 / months, way.value, near_zero)) {
    return "one of them is of " + plain(months) + " months: give both of the same period";
  }
  return "correct the figure that is wrong in unit or period, or leave the metric out: it is then derived";
}

std::string inputs_of(const Recomputed& way, const Figures& figures) {
  std::string text;
  for (const char* id : way.inputs) {
    text += (text.empty() ? "" : ", ") + std::string(id) + " " + plain(figures[id]);
  }
  return text;
}

void reconcile_metric(const Metric& metric, Figures& figures) {
  const double reported = figures[metric.id], tolerance = metric.near_zero + figures.rounding(metric.id);
  const Recomputed* nearest = nullptr;
  const Recomputed* of_last_year = nullptr;
  for (const Recomputed& way : metric.ways) {
    if (!std::isfinite(way.value) || !std::isfinite(reported)) continue;
    if (!way.to_date && of_last_year == nullptr) of_last_year = &way;
    const double gap = std::abs(reported - way.value);
    if (nearest == nullptr || gap < std::abs(reported - nearest->value)) nearest = &way;
  }
  if (nearest == nullptr) return;
  const std::string is = std::string(metric.id) + " is " + plain(reported) + " " + metric.unit + " but ";
  if (!near(reported, nearest->value, tolerance)) {
    figures.refuse(metric.id, is + nearest->equation + " gives " + plain(nearest->value) + " (from " +
                                  inputs_of(*nearest, figures) + "; more than 2 % apart), " +
                                  likely_fix(reported, *nearest, figures, tolerance));
  } else if (of_last_year != nullptr && !near(reported, of_last_year->value, tolerance)) {
    figures.warn(metric.id, is + of_last_year->equation + " gives " + plain(of_last_year->value) +
                                " (it agrees with the figures to date, and a run starts from last year's), write last "
                                "year's " +
                                plain(of_last_year->value));
  } else {
    figures.agree(metric.id);
  }
}

/// Capital charges only take away: whichever of them nobody reported, the margin cannot be above what income less
/// operating expenses and the known ones leaves.
void bound_margin(Figures& figures) {
  constexpr std::array charges = {"depreciation", "pdc_dividend", "interest"};
  const double income = figures["total_income"], margin = figures["ie_margin"];
  double left = income - figures["operating_expenses"];
  std::string known = "total_income " + plain(income) + ", operating_expenses " + plain(figures["operating_expenses"]);
  std::string unknown;
  for (const char* charge : charges) {
    if (figures.knows(charge)) {
      left -= figures[charge];
      known += ", " + std::string(charge) + " " + plain(figures[charge]);
    } else {
      unknown += (unknown.empty() ? "" : ", ") + std::string(charge);
    }
  }
  const double most = 100 * left / income;
  if (unknown.empty() || figures.knows("last_year_surplus") || !std::isfinite(margin) || !std::isfinite(most)) return;
  if (margin > most && !near(margin, most, margin_near_zero + figures.rounding("ie_margin")))
    figures.refuse("ie_margin", "ie_margin is " + plain(margin) +
                                    " percent but income less operating expenses leaves " + plain(most) +
                                    " at most (from " + known + "; " + unknown +
                                    " only lower it), check the unit and period of each: the model starts from the "
                                    "margin and the expenses, not from total_income");
}

}  // namespace

void reconcile_metrics(Figures& figures) {
  for (const Metric& metric :
       {margin(figures), distance(figures), liquidity(figures), capacity(figures), agency(figures)}) {
    reconcile_metric(metric, figures);
  }
  bound_margin(figures);
}

}  // namespace uor::trust
