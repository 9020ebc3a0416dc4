// Do the reported values of one trust agree with each other?
#include <cmath>
#include <initializer_list>

#include "core/uor/trust/number.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

namespace {

/// Reported and calculated metrics may differ by 2 % (the model's anchoring rule) before it is said.
constexpr double tolerance = 0.02;

std::string plain(double value) { return plain_number(value, 4); }

/// The facts of a trust as numbers, NaN where unknown, and the warnings found so far.
class Facts {
 public:
  explicit Facts(const Trust& trust) : trust_(trust) {}

  double operator[](const std::string& id) const {
    const auto at = trust_.reported.find(id);
    return at == trust_.reported.end() ? std::nan("") : at->second.value;
  }

  /// Warns when the known ones of `parts` together exceed a known `whole`.
  void at_most(std::initializer_list<const char*> parts, const char* whole) {
    double sum = 0;
    std::string names;
    for (const char* part : parts) {
      const double value = (*this)[part];
      if (std::isnan(value)) continue;
      sum += value;
      names += (names.empty() ? "" : " + ") + std::string(part);
    }
    const double bound = (*this)[whole];
    if (sum > bound) warn(names + " (" + plain(sum) + ") exceeds " + whole + " (" + plain(bound) + "), check both");
  }

  /// Warns when a reported value differs from the one that other facts give by more than 2 % of `scale`.
  void agrees(const char* id, double calculated, const std::string& formula, double scale) {
    const double reported = (*this)[id];
    if (std::abs(reported - calculated) > tolerance * std::abs(scale)) {
      warn(std::string(id) + " is " + plain(reported) + " but " + formula + " gives " + plain(calculated) +
           ", check the units and periods");
    }
  }

  /// Warns of a signed percentage so small that it may be a fraction.
  void maybe_fraction(const char* id, double below) {
    const double value = (*this)[id];
    if (value != 0 && std::abs(value) < below) {
      warn(std::string(id) + " is " + plain(value) + " percent: if that is a fraction, write " + plain(value * 100));
    }
  }

  void warn(std::string text) { warnings_.push_back(std::move(text)); }
  std::vector<std::string> warnings() && { return std::move(warnings_); }

 private:
  const Trust& trust_;
  std::vector<std::string> warnings_;
};

void check_parts(Facts& facts) {
  facts.at_most({"employee_expenses"}, "operating_expenses");
  facts.at_most({"agency_spend_gbp_m", "bank_spend"}, "employee_expenses");
  facts.at_most({"employee_expenses", "passthrough_drugs", "medicines_cost", "clinical_negligence", "pfi_service"},
                "operating_expenses");
  facts.at_most({"estates_cost"}, "operating_expenses");
  facts.at_most({"fte_doctors", "fte_nurses", "fte_ahps"}, "fte_staff");
  facts.at_most({"emergency_admissions"}, "ae_attendances");
  facts.at_most({"doctors_cost_per_wau", "nurses_cost_per_wau", "ahp_cost_per_wau"}, "pay_cost_per_wau");
}

void check_formulas(Facts& facts) {
  const double estates = facts["estates_cost"] * 1e6 / facts["floor_area"];
  facts.agrees("estates_cost_per_m2", estates, "estates_cost / floor_area", estates);
  const double ceiling = facts["agency_ceiling"];
  if (ceiling > 0) {
    facts.agrees("agency_spend", 100 * (facts["agency_spend_gbp_m"] / ceiling - 1),
                 "agency_spend_gbp_m against agency_ceiling", 100);
  }
  const double income = facts["total_income"];
  const double capital_charges = facts["depreciation"] + facts["pdc_dividend"] + facts["interest"];
  const double surplus = income - facts["operating_expenses"] - capital_charges;
  facts.agrees("ie_margin", 100 * surplus / income, "income less operating expenses and capital charges", 100);
  const double service = facts["pdc_dividend"] + facts["interest"] + facts["principal"];
  if (service > 0) {
    const double revenue = facts["ie_margin"] / 100 * income + capital_charges;
    facts.agrees("capital_service_capacity", revenue / service, "ie_margin with the capital charges",
                 std::fmax(1.0, std::abs(revenue / service)));
  }
}

}  // namespace

std::vector<std::string> reconcile(const Trust& trust) {
  Facts facts(trust);
  check_parts(facts);
  check_formulas(facts);
  facts.maybe_fraction("ie_margin", 0.1);
  facts.maybe_fraction("distance_from_plan", 0.1);
  return std::move(facts).warnings();
}

}  // namespace uor::trust
