// Today's odds of one trust, as somebody asks for them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/ask/rate_study.hpp"

namespace uor::ask {

inline constexpr std::uint64_t fewest_rating_trials = 100;  // below, variances by part are noise
inline constexpr std::uint64_t most_rating_trials = 10'000'000;

struct RatingRequest {
  std::string trust;             // a code or a file of one trust
  std::uint64_t trials = 16384;  // multiples of whole_trials are Sobol points, others random
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> month;  // an open one, which is forecast too; March, or the last that is closed
  bool any_scope = false;              // also outside the framework's scope
  bool no_shipped_facts = false;       // a trust file stands alone
  ModelRequest model;
};

/// What a rating is asked of: the trust with its baseline, and the month that is forecast too.
struct RatedInputs {
  model::Inputs inputs;
  int month = 0;
};

/// Error as rating_of().
RatedInputs rated_inputs(const Library& library, const RatingRequest& request);

RateStudy rating_of(const Library& library, const RatedInputs& asked);
/// Error as of the files, for several trusts, for one outside the scope, and for a month that is closed.
RateStudy rating_of(const Library& library, const RatingRequest& request);

}  // namespace uor::ask
