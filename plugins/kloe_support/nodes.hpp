// Month 0 and the months of clinical support services: medicines, tests, metrics.
#pragma once

#include "model.hpp"
#include "tables.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace support {

UOR_ANCHOR_NODE(
    last_year, "support.last_year",
    (UOR_READ(pathology_a_year, "trust.pathology_cost", "GBP m")
     UOR_READ(medicines_a_year, "trust.medicines_cost", "GBP m")
     UOR_READ(passthrough_a_year, "trust.passthrough_drugs", "GBP m")
     UOR_READ(cost_per_test, "trust.cost_per_test", "GBP")
     UOR_READ(achieved, "support.top10_achieved", "percent")
     UOR_PARAMETER(fixed, "support.pathology_fixed_share")
     UOR_PARAMETER(pay_share, "support.pathology_pay_share")
     UOR_PARAMETER(target_share, "support.top10_target_share")),
    (UOR_WRITE(pathology, "support.pathology_cost")
     UOR_WRITE(pathology_real, "support.pathology_real")
     UOR_WRITE(pathology_nonpay, "support.pathology_nonpay")
     UOR_WRITE(pathology_pay_change, "support.pathology_pay_change")
     UOR_WRITE(tests, "support.tests")
     UOR_WRITE(medicines, "support.medicines_cost")
     UOR_WRITE(medicines_real, "support.medicines_real")
     UOR_WRITE(passthrough, "support.passthrough_drugs")
     UOR_WRITE(growth_index, "support.passthrough_growth_index")
     UOR_WRITE(target, "support.switch_target")
     UOR_WRITE(saved, "support.switch_savings")
     UOR_WRITE(gain_share_income, "support.gain_share_income")
     UOR_WRITE(nonpay, "support.nonpay")
     UOR_WRITE(metric_medicines, "metric.top10_medicines_savings_pct")
     UOR_WRITE(metric_tests, "metric.cost_per_test")),
    {
      pathology = pathology_a_year / 12.0;
      pathology_real = pathology;
      pathology_nonpay = pathology * (tests_cost(fixed, 1.0, 0.0, 0.0) - laboratory_pay(pay_share, 0.0, 0.0, 0.0));
      pathology_pay_change = 0.0;
      tests = pathology * 1e6 / cost_per_test;
      medicines = medicines_a_year / 12.0;
      medicines_real = medicines;
      passthrough = passthrough_a_year / 12.0;
      growth_index = 1.0;
      target = max(target_share * (medicines + passthrough), 1e-9);
      saved = switch_savings(target, achieved);
      gain_share_income = 0.0;
      nonpay = medicines + passthrough + pathology_nonpay;
      metric_medicines = achieved;
      metric_tests = cost_per_test;
    })

UOR_ANCHOR_NODE(
    last_year_medicines, "support.last_year_medicines",
    (UOR_READ(medicines, "support.medicines_real", "GBP m")
     UOR_READ(wau, "clinical.wau", "WAU")),
    (UOR_WRITE(per_wau, "support.medicines_per_wau")),
    { per_wau = 1e6 * medicines / wau; })

UOR_NODE(
    pathology, "support.pathology",
    (UOR_READ(activity, "clinical.activity_index", "ratio")
     UOR_READ(demand_change, "support.tests_demand_change", "percent")
     UOR_READ(network, "support.network_share", "percent")
     UOR_READ(saving, "support.network_saving", "percent")
     UOR_READ(cost_index, "national.cost_index", "ratio")
     UOR_READ_ANCHOR(cost_0, "support.pathology_cost", "GBP m")
     UOR_READ_ANCHOR(tests_0, "support.tests", "tests")
     UOR_PARAMETER(elasticity, "support.tests_elasticity")
     UOR_PARAMETER(fixed, "support.pathology_fixed_share")
     UOR_PARAMETER(pay_share, "support.pathology_pay_share")
     UOR_PARAMETER(hosted, "support.network_hosted_share")),
    (UOR_WRITE(tests, "support.tests")
     UOR_WRITE(cost, "support.pathology_cost")
     UOR_WRITE(real_cost, "support.pathology_real")
     UOR_WRITE(nonpay, "support.pathology_nonpay")
     UOR_WRITE(pay_change, "support.pathology_pay_change")),
    {
      const double volume = follows(activity, elasticity) * (1.0 + demand_change / 100.0);
      const double moved = network / 100.0;
      tests = tests_0 * volume;
      real_cost = cost_0 * tests_cost(fixed, volume, moved, saving / 100.0);
      const double real_pay = cost_0 * laboratory_pay(pay_share, moved, saving / 100.0, hosted);
      cost = real_cost * cost_index;
      nonpay = max(real_cost - real_pay, 0.0) * cost_index;
      pay_change = (real_pay - cost_0 * pay_share) * cost_index;
    })

UOR_NODE(
    medicines, "support.medicines",
    (UOR_READ(activity, "clinical.activity_index", "ratio")
     UOR_READ(price_change, "support.medicines_price_change", "percent")
     UOR_READ(noise, "support.medicines_noise", "log ratio")
     UOR_READ(achieved, "support.top10_achieved", "percent")
     UOR_READ(share, "support.gain_share", "percent")
     UOR_READ(passthrough_growth, "support.passthrough_growth", "percent")
     UOR_READ(cost_index, "national.cost_index", "ratio")
     UOR_READ(pathology_nonpay, "support.pathology_nonpay", "GBP m")
     UOR_READ_LAG(index_before, "support.passthrough_growth_index", "ratio", 1)
     UOR_READ_ANCHOR(share_0, "support.gain_share", "percent")
     UOR_READ_ANCHOR(medicines_0, "support.medicines_cost", "GBP m")
     UOR_READ_ANCHOR(passthrough_0, "support.passthrough_drugs", "GBP m")
     UOR_READ_ANCHOR(target_0, "support.switch_target", "GBP m")
     UOR_READ_ANCHOR(saved_0, "support.switch_savings", "GBP m")
     UOR_PARAMETER(elasticity, "support.medicines_elasticity")
     UOR_PARAMETER(on_passthrough, "support.top10_passthrough_share")),
    (UOR_WRITE(growth_index, "support.passthrough_growth_index")
     UOR_WRITE(trend, "support.passthrough_trend")
     UOR_WRITE(target, "support.switch_target")
     UOR_WRITE(saved, "support.switch_savings")
     UOR_WRITE(in_tariff, "support.medicines_cost")
     UOR_WRITE(in_tariff_real, "support.medicines_real")
     UOR_WRITE(passthrough, "support.passthrough_drugs")
     UOR_WRITE(gain_share_income, "support.gain_share_income")
     UOR_WRITE(nonpay, "support.nonpay")),
    {
      growth_index = index_before * compound(passthrough_growth, 1.0 / 12.0);
      trend = growth_index * compound(passthrough_growth, months_since_average / 12.0);
      target = target_0;
      saved = switch_savings(target, achieved);
      const double more = saved - saved_0;
      in_tariff_real = in_tariff_cost(medicines_0, follows(activity, elasticity), price_change, noise,
                                      (1.0 - on_passthrough) * more);
      in_tariff = cost_index * in_tariff_real;
      passthrough = cost_index * passthrough_cost(passthrough_0, trend, on_passthrough * more);
      gain_share_income = on_passthrough * gain_share(share, saved, share_0, saved_0);
      nonpay = in_tariff + passthrough + pathology_nonpay;
    })

UOR_NODE(
    medicines_per_unit, "support.medicines_per_unit",
    (UOR_READ_SUM(medicines_12, "support.medicines_real", "GBP m", 0, 12)
     UOR_READ_SUM(wau_12, "clinical.wau", "WAU", 0, 12)),
    (UOR_WRITE(per_wau, "support.medicines_per_wau")),
    { per_wau = 1e6 * medicines_12 / wau_12; })

UOR_NODE(
    metrics, "support.metrics",
    (UOR_READ_SUM(saved, "support.switch_savings", "GBP m", 0, 12)
     UOR_READ_SUM(target, "support.switch_target", "GBP m", 0, 12)
     UOR_READ_SUM(cost_12, "support.pathology_real", "GBP m", 0, 12)
     UOR_READ_SUM(tests_12, "support.tests", "tests", 0, 12)
     UOR_READ_ANCHOR(cost_0, "support.pathology_real", "GBP m")
     UOR_READ_ANCHOR(tests_0, "support.tests", "tests")
     UOR_READ(reported, "trust.cost_per_test", "GBP")
     UOR_READ(cost_index, "national.cost_index_12m", "ratio")),
    (UOR_WRITE(metric_medicines, "metric.top10_medicines_savings_pct")
     UOR_WRITE(metric_tests, "metric.cost_per_test")),
    {
      metric_medicines = 100.0 * saved / target;
      metric_tests = reported * (cost_12 / cost_0) / (tests_12 / tests_0) * cost_index;
    })

}  // namespace support
// clang-format on
