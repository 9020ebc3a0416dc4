// libFuzzer: bytes of a connection, read as the server reads them, up to what would be asked of a model. They come
// in two parts; the first byte says where they are cut.
#include <boost/asio/buffer.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/scenario/scenario.hpp"
#include "core/uor/serve/guard.hpp"
#include "core/uor/serve/http_request.hpp"
#include "core/uor/serve/question.hpp"

namespace {

namespace asio = boost::asio;
using namespace uor::serve;

/// Feeds bytes from `at` to `end`, as they come in; whether more may follow.
bool feed(HttpParser& parser, const std::uint8_t* data, std::size_t& at, std::size_t end) {
  while (at < end && !parser.is_done()) {
    boost::beast::error_code problem;
    const std::size_t used = parser.put(asio::buffer(data + at, end - at), problem);
    at += used;
    if (problem == boost::beast::http::error::need_more || (!problem && used == 0)) return true;
    if (!problem) continue;
    if (refusal_of(problem).status < 400) std::abort();
    return false;
  }
  return true;
}

/// As Live does before it knows a trust.
void apply(const uor::ask::OddsRequest& request) {
  uor::scenario::Scenario scenario;
  scenario.name = "baseline";
  try {
    for (const std::string& option : request.set) uor::scenario::apply_set_option(scenario, option);
  } catch (const uor::Error&) {
  }
  if (uor::report::text_of(request.as_asked).empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Guard guard(8080, "0123456789abcdef0123456789abcdef");
  HttpParser parser;
  limit(parser);
  parser.eager(true);
  const std::size_t half = size == 0 ? 0 : data[0] % size;
  std::size_t at = 0;
  if (!feed(parser, data, at, half) || !feed(parser, data, at, size) || !parser.is_done()) return 0;
  const Request request = request_of(parser.get());
  if (request.body.size() > most_body_bytes) std::abort();
  if (guard.refuses(request)) {
    if (request.token == "0123456789abcdef0123456789abcdef" && request.host == "127.0.0.1:8080" && !request.has_origin)
      std::abort();
    return 0;
  }
  const std::variant<Response, Question> question = question_of(request);
  if (const auto* asked = std::get_if<Question>(&question)) apply(asked->request);
  return 0;
}
