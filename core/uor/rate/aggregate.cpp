#include <array>
#include <cassert>

#include "core/uor/rate/kernels.hpp"
#include "core/uor/rate/rating.hpp"

namespace uor::rate {

void aggregate(const Aggregation& rule, std::span<const Grade* const> grades, std::size_t count, Grade* grade) {
  kernels().aggregate(rule, grades.data(), grades.size(), count, grade);
}

void count_grades(const Grade* grade, std::size_t count, std::array<std::uint64_t, 4>& counts) {
  kernels().count_grades(grade, count, counts.data());
}

Grade aggregate(const Aggregation& rule, std::span<const Grade> grades) {
  std::array<const Grade*, 8> questions{};
  assert(grades.size() <= questions.size());
  for (std::size_t q = 0; q < grades.size(); ++q) {
    assert(grades[q] >= 1 && grades[q] <= 4);
    questions[q] = &grades[q];
  }
  Grade grade = 0;
  aggregate(rule, std::span(questions).first(grades.size()), 1, &grade);
  return grade;
}

}  // namespace uor::rate
