#include "core/uor/report/schemes.hpp"

#include <cmath>

namespace uor::report {

namespace {

Json finite_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(); }

class SchemeTable {
 public:
  SchemeTable(const View& view, const TrustContext& about, const Rules& rules, const policy::Shown& shown)
      : view_(view), about_(about), rules_(rules), shown_(shown) {}

  std::vector<SchemeSide> schemes(std::size_t side) const {
    std::vector<SchemeSide> rows;
    for (std::size_t slot = 0; slot < max_schemes; ++slot) {
      if (!view_.find(slot_id(slot))) continue;
      const SchemeSide row = scheme(side, slot);
      if (!row.name.empty() || row.delivered_gbp_m != 0) rows.push_back(row);
    }
    return rows;
  }

  SchemeSide total(std::size_t side) const {
    SchemeSide row{"", "", sum(shown_.role("savings_planned"), side), sum(shown_.role("savings_delivered"), side), ""};
    row.status = rules_.status(row.delivered_gbp_m, row.planned_gbp_m);
    return row;
  }

 private:
  std::string slot_id(std::size_t slot) const {
    return shown_.role("scheme") + "_" + std::to_string(slot + 1) + "_delivered";
  }

  double sum(const std::string& id, std::size_t side) const {
    return mean_sum(view_, id, side, view_.april(), view_.assessment());
  }

  /// A plan is a share of the programme's whole; part of a year has no plan by scheme, which the file does not hold.
  SchemeSide scheme(std::size_t side, std::size_t slot) const {
    SchemeSide row{"", "", std::nan(""), sum(slot_id(slot), side), ""};
    if (side >= about_.programmes.size()) {
      row.name = "Scheme " + std::to_string(slot + 1);
      return row;
    }
    const Programme& programme = about_.programmes[side];
    if (slot >= programme.schemes.size()) {  // of the trust's own programme, where a scenario has another
      if (row.delivered_gbp_m != 0) row.name = "Scheme " + std::to_string(slot + 1) + ", to the last closed month";
      return row;
    }
    row.name = programme.schemes[slot].name;
    row.category = programme.schemes[slot].category;
    if ((view_.assessment() + 1) % 12 == 0)
      row.planned_gbp_m = programme.schemes[slot].share_percent / 100 * sum(shown_.role("savings_planned"), side);
    row.status = rules_.status(row.delivered_gbp_m, row.planned_gbp_m);
    return row;
  }

  const View& view_;
  const TrustContext& about_;
  const Rules& rules_;
  const policy::Shown& shown_;
};

}  // namespace

Schemes schemes_of(const View& view, const TrustContext& about, const Rules& rules, const policy::Shown& shown) {
  Schemes schemes;
  schemes.typical = !about.programmes.empty() && about.programmes.front().typical;
  schemes.whole_year = (view.assessment() + 1) % 12 == 0;
  const SchemeTable table(view, about, rules, shown);
  for (std::size_t side = 0; side < view.sides(); ++side) {
    schemes.sides.push_back(table.schemes(side));
    schemes.totals.push_back(table.total(side));
  }
  return schemes;
}

Json json_of(const SchemeSide& scheme) {
  return {{"name", scheme.name},
          {"category", scheme.category},
          {"planned", finite_or_null(scheme.planned_gbp_m)},
          {"delivered", scheme.delivered_gbp_m},
          {"status", scheme.status}};
}

Json json_of(const Schemes& schemes) {
  Json sides = Json::array();
  for (const auto& side : schemes.sides) sides.push_back(json_list(side));
  return {{"unit", "GBP m"},
          {"typical", schemes.typical},
          {"whole_year", schemes.whole_year},
          {"sides", sides},
          {"totals", json_list(schemes.totals)}};
}

}  // namespace uor::report
