// The five finance metrics, recomputed from the figures of a trust file as docs/model/finance.md (section 9) defines
// them, against the reported ones.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/uor/trust/figures.hpp"
#include "core/uor/trust/number.hpp"

namespace uor::trust {

namespace {

/// Reported and recomputed may differ by 2 % (the model's anchoring rule), near zero by a tolerance of the metric, and
/// by what the figures may have lost by rounding.
constexpr double margin_near_zero = 0.1;  // percent
/// A statement in six lines leaves out what is small: gains, donations, finance income. A band of the margin is one
/// point.
constexpr double margin_band = 1.0;

/// What figures of last year give for a metric of last year. The model starts from last year's metrics: what is known
/// of this year's months is never held against them.
struct Recomputed {
  double (*value)(const Figures&);
  std::string equation;             // in the fields' names
  std::vector<const char*> inputs;  // whose values the message names
  double refused_from = 0;          // beyond the tolerance by so much it is refused, else doubted; in the metric's unit
};

struct Metric {
  const char* id;
  const char* unit;
  double near_zero;  // tolerance in the metric's own unit
  std::vector<Recomputed> ways;
  double (*to_date)(const Figures&);  // what the figures to date give, to name the slip; null: nothing
};

constexpr double never_refused = 1e300;

std::string four_digits(double value) { return plain_number(value, 4); }

double charges(const Figures& f) { return f["depreciation"] + f["pdc_dividend"] + f["interest"]; }
double margin_to_date(const Figures& f) { return 100 * f["surplus_to_date"] / f["income_to_date"]; }
double service(const Figures& f) {
  return f.knows("capital_service") ? f["capital_service"] : f["pdc_dividend"] + f["interest"] + f["principal"];
}

Metric margin(const Figures& figures) {
  Metric metric{"ie_margin", "percent", margin_near_zero, {}, margin_to_date};
  metric.ways.push_back({[](const Figures& f) { return 100 * f["last_year_surplus"] / f["total_income"]; },
                         "100 last_year_surplus / total_income",
                         {"last_year_surplus", "total_income"}});
  if (!figures.knows("last_year_surplus"))
    metric.ways.push_back({[](const Figures& f) {
                             const double income = f["total_income"];
                             return 100 * (income - f["operating_expenses"] - charges(f)) / income;
                           },
                           "income less operating expenses and capital charges",
                           {"total_income", "operating_expenses", "depreciation", "pdc_dividend", "interest"},
                           margin_band});
  return metric;
}

/// Last year's plan is not among the fields: nothing gives last year's distance from it again.
Metric distance() {
  return {"distance_from_plan", "percentage points", 0.1, {}, [](const Figures& f) {
            return margin_to_date(f) - 100 * f["planned_surplus_to_date"] / f["planned_income_to_date"];
          }};
}

Metric liquidity() {
  return {"liquidity_days",
          "days",
          0.5,
          {{[](const Figures& f) {
              return 360 * (f["current_assets"] - f["current_liabilities"]) / f["operating_expenses"];
            },
            "360 (current_assets - current_liabilities) / operating_expenses",
            {"current_assets", "current_liabilities", "operating_expenses"}}},
          [](const Figures& f) {
            const double balance = f["current_assets_at_close"] - f["current_liabilities_at_close"];
            return 30 * f["last_closed_month"] * balance / (f["income_to_date"] - f["ebitda_to_date"]);
          }};
}

Metric capacity(const Figures& figures) {
  std::vector<const char*> inputs = {"total_income", "operating_expenses", "pdc_dividend", "interest", "principal"};
  if (figures.knows("capital_service")) inputs = {"total_income", "operating_expenses", "capital_service"};
  return {"capital_service_capacity",
          "times",
          0.1,
          {{[](const Figures& f) { return (f["total_income"] - f["operating_expenses"]) / service(f); },
            "(total_income - operating_expenses) / capital service", inputs}},
          [](const Figures& f) { return f["ebitda_to_date"] / (service(f) * f["last_closed_month"] / 12); }};
}

/// The ceiling is this year's, the spend last year's: ceilings move, so a difference is doubted, never refused.
Metric agency() {
  return {"agency_spend",
          "percent over ceiling",
          1,
          {{[](const Figures& f) { return 100 * (f["agency_spend_gbp_m"] / f["agency_ceiling"] - 1); },
            "agency_spend_gbp_m against agency_ceiling",
            {"agency_spend_gbp_m", "agency_ceiling"},
            never_refused}},
          [](const Figures& f) {
            return 100 * (f["agency_to_date"] / (f["agency_ceiling"] * f["last_closed_month"] / 12) - 1);
          }};
}

bool near(double reported, double value, double near_zero) {
  return std::abs(reported - value) <= std::max(agreeing_share * std::abs(value), near_zero);
}

/// By how much a way may be off because its inputs were rounded.
double lost_by_rounding(const Recomputed& way, const Figures& figures) {
  const double value = way.value(figures);
  double lost = 0;
  for (const char* id : way.inputs) {
    const double moved = std::abs(way.value(figures.nudged(id)) - value);
    if (std::isfinite(moved)) lost += moved;
  }
  return lost;
}

/// Which slip would explain the difference.
std::string metric_fix(double reported, double value, double near_zero) {
  if (near(-reported, value, near_zero)) return "check its sign: write " + four_digits(value);
  if (near(100 * reported, value, near_zero)) return "it looks like a fraction: write " + four_digits(value);
  return "correct the figure that is wrong in unit or period, or leave the metric out: it is then derived";
}

std::string inputs_of(const Recomputed& way, const Figures& figures) {
  std::string text;
  for (const char* id : way.inputs) {
    text += (text.empty() ? "" : ", ") + std::string(id) + " " + four_digits(figures[id]);
  }
  return text;
}

/// The way whose value is nearest to what is reported; null when none can be computed.
const Recomputed* nearest_way(const Metric& metric, const Figures& figures) {
  const double reported = figures[metric.id];
  const Recomputed* nearest = nullptr;
  double least = 0;
  for (const Recomputed& way : metric.ways) {
    const double gap = std::abs(reported - way.value(figures));
    if (!std::isfinite(gap) || (nearest != nullptr && gap >= least)) continue;
    nearest = &way;
    least = gap;
  }
  return nearest;
}

void reconcile_metric(const Metric& metric, Figures& figures) {
  const Recomputed* way = nearest_way(metric, figures);
  if (way == nullptr) return;
  const double reported = figures[metric.id], value = way->value(figures);
  const double tolerance = metric.near_zero + figures.rounding(metric.id) + lost_by_rounding(*way, figures);
  if (near(reported, value, tolerance)) return figures.agree(metric.id);
  const std::string is = std::string(metric.id) + " is " + four_digits(reported) + " " + metric.unit + " but ";
  const std::string gives = way->equation + " gives " + four_digits(value);
  const double to_date = metric.to_date(figures);
  if (std::isfinite(to_date) && near(reported, to_date, metric.near_zero + figures.rounding(metric.id))) {
    figures.warn(metric.id, is + gives +
                                " (it agrees with the figures to date, and a run starts from last year's), write last "
                                "year's " +
                                four_digits(value));
  } else if (near(reported, value, tolerance + way->refused_from)) {
    figures.warn(metric.id,
                 is + gives + " (from " + inputs_of(*way, figures) + "), " +
                     (way->refused_from >= never_refused ? "check both, unless last year's ceiling was another: " +
                                                               metric_fix(reported, value, tolerance)
                                                         : "check the figures: small items are not in them"));
  } else {
    figures.refuse(metric.id, is + gives + " (from " + inputs_of(*way, figures) + "; more than 2 % apart), " +
                                  metric_fix(reported, value, tolerance));
  }
}

/// Capital charges only take away: whichever of them nobody reported, the margin cannot be above what income less
/// operating expenses and the known ones leaves.
void bound_margin(Figures& figures) {
  constexpr std::array charges = {"depreciation", "pdc_dividend", "interest"};
  const double income = figures["total_income"], margin = figures["ie_margin"];
  double left = income - figures["operating_expenses"];
  std::string known =
      "total_income " + four_digits(income) + ", operating_expenses " + four_digits(figures["operating_expenses"]);
  std::string unknown;
  for (const char* charge : charges) {
    if (figures.knows(charge)) {
      left -= figures[charge];
      known += ", " + std::string(charge) + " " + four_digits(figures[charge]);
    } else {
      unknown += (unknown.empty() ? "" : ", ") + std::string(charge);
    }
  }
  const double most = 100 * left / income;
  if (unknown.empty() || figures.knows("last_year_surplus") || !std::isfinite(margin) || !std::isfinite(most)) return;
  const double rounding = figures.rounding("ie_margin") +
                          100 * (figures.precision("total_income") + figures.precision("operating_expenses")) / income;
  if (margin > most && !near(margin, most, margin_near_zero + rounding))
    figures.refuse("ie_margin", "ie_margin is " + four_digits(margin) +
                                    " percent but income less operating expenses leaves " + four_digits(most) +
                                    " at most (from " + known + "; " + unknown +
                                    " only lower it), check the unit and period of each");
}

}  // namespace

void reconcile_metrics(Figures& figures) {
  for (const Metric& metric : {margin(figures), distance(), liquidity(), capacity(figures), agency()})
    reconcile_metric(metric, figures);
  bound_margin(figures);
}

}  // namespace uor::trust
