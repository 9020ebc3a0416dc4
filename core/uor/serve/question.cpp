#include "core/uor/serve/question.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <string_view>
#include <utility>

#include "core/uor/base/error.hpp"

namespace uor::serve {

namespace {

constexpr std::array<std::pair<std::string_view, Ask>, 6> targets = {{{"/api/here", Ask::here},
                                                                      {"/api/trusts", Ask::trusts},
                                                                      {"/api/trust", Ask::trust},
                                                                      {"/api/odds", Ask::odds},
                                                                      {"/api/money", Ask::money},
                                                                      {"/api/scenario", Ask::scenario}}};

Question read(Ask ask, const std::string& body) {
  if (ask == Ask::here || ask == Ask::trusts) return {ask, {}};
  return {ask, ask == Ask::odds ? ask::parse_odds_request(body) : ask::parse_setting(body)};
}

}  // namespace

std::variant<Response, Question> question_of(const Request& request) {
  const auto found =
      std::find_if(targets.begin(), targets.end(), [&](const auto& target) { return target.first == request.target; });
  if (found == targets.end()) return refusal(404, "nothing is here; schema/http.md says what may be asked");
  if (request.method != "POST") return refusal(405, "what is asked must be posted");
  try {
    return read(found->second, request.body);
  } catch (const Error& error) {
    return refusal(400, error.what());
  } catch (const std::exception& error) {
    return refusal(500, error.what());
  }
}

}  // namespace uor::serve
