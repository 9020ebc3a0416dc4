// Short names for the distributions of the tests of this folder.
#pragma once

#include <utility>
#include <vector>

#include "core/uor/base/distribution.hpp"

namespace uor::sample {

inline Distribution normal(double mean, double sd) { return {Shape::normal, {mean, sd}, {}, {}}; }
inline Distribution lognormal(double median, double sigma) { return {Shape::lognormal, {median, sigma}, {}, {}}; }
inline Distribution triangular(double a, double mode, double b) { return {Shape::triangular, {a, mode, b}, {}, {}}; }
inline Distribution pert(double a, double mode, double b) { return {Shape::pert, {a, mode, b}, {}, {}}; }
inline Distribution beta(double a, double b, double alpha, double beta) {
  return {Shape::beta, {a, b, alpha, beta}, {}, {}};
}
inline Distribution uniform(double a, double b) { return {Shape::uniform, {a, b}, {}, {}}; }
inline Distribution discrete(std::vector<double> values_and_weights) {
  return {Shape::discrete, std::move(values_and_weights), {}, {}};
}
inline Distribution bernoulli(double probability) { return {Shape::bernoulli, {probability}, {}, {}}; }
inline Distribution empirical(std::vector<double> sample) { return {Shape::empirical, std::move(sample), {}, {}}; }
inline Distribution quartiles(double a, double median, double b) { return {Shape::quartiles, {a, median, b}, {}, {}}; }

inline Distribution truncated(Distribution distribution, double low, double high) {
  distribution.truncate_lower = low;
  distribution.truncate_upper = high;
  return distribution;
}

}  // namespace uor::sample
