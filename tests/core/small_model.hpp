// A model of three nodes and two trusts, made in memory in less than a millisecond: where tests of model, tally and run
// stand.
//
//   small.level  each trial, normal, mean 50, sd 6, half of its variance shared by all trusts; a lever
//   small.noise  each month, normal, mean 0, sd 8
//   small.beds   the trust's fact "beds": 100 (trust A) and 200 (trust B)
//
//   small.start  at month 0:   metric.load = level, small.spend = 2 x beds, small.prices = 1
//   small.month  each month:   metric.load = level + noise, small.spend = 2 x beds x month, small.prices = 1,
//                              small.spent = spend of April to the month before; in April, of the year before
//   small.judge  phase 2:      clinical.score = 2.5 + (benchmark.load.median - published.load) / 10, inside 1 to 4;
//                              other scores are 2.5
//
// The rating's weights are 1 of clinical and 0 of all others, its cuts 2, 2.5 and 3, nothing judged or limited: good
// and better are the trials whose published load, normal with mean 50 and sd 10, is at most the median, 50. So half of
// them are; below requires improvement and at outstanding are the trials 5 above and below: normal's share beyond half
// a standard deviation.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/uor/model/inputs.hpp"

namespace uor::test {

/// The plugin's constant.
const uor_plugin& small_plugin();

std::shared_ptr<const host::Catalogue> small_catalogue();
/// One plugin alone, which must outlive the catalogue.
std::shared_ptr<const host::Catalogue> catalogue_of(const uor_plugin& plugin);
policy::Policy small_policy();
std::vector<trust::Field> small_fields();
trust::Trust small_trust(const std::string& code, double beds);

/// Trusts A and B, 12 months, baseline alone, one thread, batches of 64 trials.
model::Inputs small_inputs(std::uint64_t trials = 1024);

/// One change of a driver from month 1 on, as a side of its own.
scenario::Variant small_variant(const std::string& name, const std::string& driver, Operation operation, double value);

/// The share of a standard normal above `z`, from tables: 0.5 and 1 are what the model's known answers need.
inline constexpr double above_half_sd = 0.308538;

}  // namespace uor::test
