// Numbers of a policy that somebody changes by their path, without a policy of their own.
#pragma once

#include <string>
#include <vector>

#include "core/uor/policy/files.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::policy {

/// Applies options such as "fit.cuts.good=2.4" to the texts of a policy before its rows are read, so that every check
/// of a row holds for them too. A path is that of the TOML files, with the id of a row in place of its position:
/// fit.weights.finance, rating.limiter.financial_special_measures.probability, metric.dna_rate.median,
/// parameter.clinical.dna_recovered_share, year.2018/19.parameter.finance.fund_size. The last part may be left out
/// where a row has one number that its name stands for (probability, value, coefficient, weight). Of weights those that
/// are not named are scaled, so that all sum to 1. Error naming the option: malformed, a path that no number has (with
/// near ones), one that [fit] replaces, weights above 1.
std::vector<ChangedNumber> set_numbers(PolicyFiles& files, const std::vector<std::string>& options);

/// The same of the numbers that a file of a policy that extends another states outside of rows of its own, in tables
/// without a standing: `fit.cuts.good = 2.4`. They change the policies below and keep the source of what they change.
/// Errors name the file and line.
std::vector<ChangedNumber> set_extending_numbers(PolicyFiles& files);

}  // namespace uor::policy
