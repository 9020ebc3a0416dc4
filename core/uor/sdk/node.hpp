// The language in which nodes are written. A node is a formula that is applied to every trial of a batch:
//
//   UOR_NODE(dna, "clinical.dna",
//            (UOR_READ(rate, "clinical.dna_rate", "percent")
//             UOR_READ_ANCHOR(rate_0, "clinical.dna_rate", "percent")
//             UOR_PARAMETER(recovered, "clinical.dna_recovered_share")),
//            (UOR_WRITE(attendances, "clinical.outpatient_attendances")),
//            { attendances = (1.0 - recovered) * (rate_0 - rate); })
//
// The body sees each read and parameter as a `const double` of that name, assigns each write, and may have locals. It
// also sees `batch.month`, `.month_of_year`, `.year`, `.days_in_month` and `.assessment_month`, which are the same for
// all trials, and the functions of math.hpp and score.hpp without a prefix. No return, no loop, no call that is not
// inlined: the SDK's loop around the body must vectorise. Parameters are looked up at compile time in the table named
// `parameters` that is in scope at UOR_NODE_ENTRY. Nodes stand at namespace scope.
#pragma once

#include <cstddef>
#include <cstdio>
#include <exception>
#include <string_view>

#include "uor/sdk/declare.hpp"
#include "uor/sdk/math.hpp"
#include "uor/sdk/plugin.h"
#include "uor/sdk/score.hpp"
#include "uor/sdk/sequence.hpp"

/// This month.
#define UOR_READ(name, id, unit) (READ, name, id, unit, 0, 1)
/// The value at month 0.
#define UOR_READ_ANCHOR(name, id, unit) (READ, name, id, unit, UOR_AT_ANCHOR, 1)
/// `lag` months ago.
#define UOR_READ_LAG(name, id, unit, lag) (READ, name, id, unit, lag, 1)
/// The sum of the `window` months that end `lag` months ago.
#define UOR_READ_SUM(name, id, unit, lag, window) (READ, name, id, unit, lag, window)
/// The sum from April to this month.
#define UOR_READ_YTD(name, id, unit) (READ, name, id, unit, 0, UOR_YEAR_TO_DATE)
/// A declared parameter of this plugin.
#define UOR_PARAMETER(name, id) (PARAMETER, name, id)
#define UOR_WRITE(name, id) (WRITE, name, id)

#define UOR_NODE(name, id, reads, writes, ...) UOR_NODE_(name, id, 0, 1, reads, writes, __VA_ARGS__)
/// Runs once a batch before month 1 and gives month-0 values.
#define UOR_ANCHOR_NODE(name, id, reads, writes, ...) UOR_NODE_(name, id, 1, 1, reads, writes, __VA_ARGS__)
/// Reads benchmarks, published metrics and scores: phase 2.
#define UOR_SCORE_NODE(name, id, reads, writes, ...) UOR_NODE_(name, id, 0, 2, reads, writes, __VA_ARGS__)
/// The node's row of the nodes table.
#define UOR_NODE_ENTRY(name) ::uor::sdk::detail::entry<name##_node, parameters>()

namespace uor::sdk {
inline namespace UOR_ISA_NAMESPACE {
namespace detail {

/// What a body sees as `batch`: the same for all trials.
struct Moment {
  std::int32_t month, month_of_year, year, days_in_month, assessment_month;
};
UOR_FORMULA Moment moment_of(const uor_batch& b) {
  return {b.month, b.month_of_year, b.year, b.days_in_month, b.assessment_month};
}

template <typename T>
UOR_FORMULA T* aligned(T* column) {
  return static_cast<T*>(__builtin_assume_aligned(column, 64));
}

template <typename Table>
constexpr std::size_t index_of_parameter(const Table& table, std::string_view id) {
  std::size_t index = 0;
  for (const uor_parameter& row : table) {
    if (id == row.id) return index;
    ++index;
  }
  throw "UOR_PARAMETER names an id that is not in the parameters table";
}

inline uor_status refuse(uor_message* message, const char* node, const char* why) noexcept {
  if (message != nullptr) std::snprintf(message->text, sizeof message->text, "node %s: %s", node, why);
  return UOR_ERROR;
}

inline uor_status refuse_count(uor_message* message, const char* node, std::size_t trials) noexcept {
  char why[64];
  std::snprintf(why, sizeof why, "%zu trials, which is no multiple of 8", trials);
  return refuse(message, node, why);
}

template <typename Node, const auto& parameters>
constexpr uor_node entry() {
  return {Node::uor_id,
          Node::uor_anchor,
          Node::uor_phase,
          Node::uor_input_table,
          sizeof(Node::uor_input_table) / sizeof(uor_input) - 1,
          Node::uor_output_table,
          sizeof(Node::uor_output_table) / sizeof(const char*) - 1,
          &Node::template uor_run<parameters>};
}

}  // namespace detail
}  // namespace UOR_ISA_NAMESPACE
}  // namespace uor::sdk

// Trials are independent of each other: that is what the pragma says, and with restrict columns it is what the loop
// needs to vectorise. It is not `omp simd`, although that would vectorise the same loops: an exception may not leave an
// OpenMP loop (both compilers end the process), and a formula that throws is to stop the run with its message.
#ifdef __clang__
#define UOR_SIMD_LOOP_ _Pragma("clang loop vectorize(assume_safety)")
#else
#define UOR_SIMD_LOOP_ _Pragma("GCC ivdep")
#endif

/// The functions that a body calls by their short name; they hide those of <cmath>, which would not vectorise.
#define UOR_FORMULAS_                                                                                            \
  using uor::sdk::abs, uor::sdk::any_known, uor::sdk::clamp, uor::sdk::compound, uor::sdk::exp, uor::sdk::floor, \
      uor::sdk::known, uor::sdk::log, uor::sdk::logistic, uor::sdk::max, uor::sdk::min, uor::sdk::power,         \
      uor::sdk::select, uor::sdk::smooth_step, uor::sdk::softplus, uor::sdk::sqrt, uor::sdk::band_score,         \
      uor::sdk::metric_score, uor::sdk::national_score;

#define UOR_NODE_(name, node_id, anchor, phase, reads, writes, ...)                                           \
  inline namespace UOR_ISA_NAMESPACE {                                                                        \
  struct name##_node {                                                                                        \
    static constexpr const char* uor_id = node_id;                                                            \
    static constexpr std::int32_t uor_anchor = anchor, uor_phase = phase;                                     \
    static constexpr uor_input uor_input_table[] = {UOR_ROWS_(reads){nullptr, nullptr, 0, 0}};                \
    static constexpr const char* uor_output_table[] = {UOR_ROWS_(writes) nullptr};                            \
    template <const auto& uor_table>                                                                          \
    static void uor_loop(const uor_batch& uor_batch_) {                                                       \
      UOR_FORMULAS_                                                                                           \
      [[maybe_unused]] const ::uor::sdk::detail::Moment batch = ::uor::sdk::detail::moment_of(uor_batch_);    \
      [[maybe_unused]] const double* const* uor_inputs = uor_batch_.inputs;                                   \
      [[maybe_unused]] double* const* uor_outputs = uor_batch_.outputs;                                       \
      UOR_COLUMNS_(reads)                                                                                     \
      UOR_COLUMNS_(writes)                                                                                    \
      const std::size_t uor_count = uor_batch_.trial_count / 8 * 8;                                           \
      UOR_SIMD_LOOP_                                                                                          \
      for (std::size_t uor_trial = 0; uor_trial < uor_count; ++uor_trial) {                                   \
        UOR_NAMES_(reads)                                                                                     \
        UOR_NAMES_(writes)                                                                                    \
        __VA_ARGS__                                                                                           \
        UOR_STORES_(writes)                                                                                   \
      }                                                                                                       \
    }                                                                                                         \
    template <const auto& uor_table>                                                                          \
    static uor_status uor_run(const void*, const uor_batch* uor_batch_, uor_message* uor_message_) noexcept { \
      if (uor_batch_->trial_count % 8 != 0) {                                                                 \
        return ::uor::sdk::detail::refuse_count(uor_message_, uor_id, uor_batch_->trial_count);               \
      }                                                                                                       \
      try {                                                                                                   \
        uor_loop<uor_table>(*uor_batch_);                                                                     \
        return UOR_OK;                                                                                        \
      } catch (const std::exception& uor_error) {                                                             \
        return ::uor::sdk::detail::refuse(uor_message_, uor_id, uor_error.what());                            \
      } catch (...) {                                                                                         \
        return ::uor::sdk::detail::refuse(uor_message_, uor_id, "threw something that is no std::exception"); \
      }                                                                                                       \
    }                                                                                                         \
  };                                                                                                          \
  }
