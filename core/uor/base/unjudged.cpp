#include "core/uor/base/unjudged.hpp"

#include "core/uor/base/toml.hpp"

namespace uor {

std::string unjudged_in_words(const Distribution& drawn) {
  const std::string why = ", because nobody has judged it";
  const auto& p = drawn.parameters;
  const auto between = [&](double lower, double upper) {
    return "between " + show(drawn.truncate_lower.value_or(lower)) + " and " +
           show(drawn.truncate_upper.value_or(upper));
  };
  switch (drawn.shape) {
    case Shape::pert:
    case Shape::triangular:
      return "drawn " + between(p[0], p[2]) + " around " + show(p[1]) + why;
    case Shape::uniform:
      return "drawn evenly " + between(p[0], p[1]) + why;
    case Shape::constant:
      return "taken as " + show(p[0]) + why;
    default:
      return "drawn from " + to_string(drawn) + why;
  }
}

}  // namespace uor
