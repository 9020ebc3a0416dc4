// What a request asks, read but not yet answered.
#pragma once

#include <variant>

#include "core/uor/ask/odds_request.hpp"
#include "core/uor/serve/message.hpp"

namespace uor::serve {

/// POST /api/<name>.
enum class Ask { here, trusts, trust, odds, money, scenario };

struct Question {
  Ask ask = Ask::here;
  ask::OddsRequest request;  // of what is asked of a trust
};

/// 404 for an unknown target, 405 for another method, 400 with the reason for a body that cannot be read.
std::variant<Response, Question> question_of(const Request& request);

}  // namespace uor::serve
