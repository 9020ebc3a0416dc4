#include "core/uor/serve/api.hpp"

#include <new>
#include <utility>

#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/run/stopped.hpp"

namespace uor::serve {

namespace {

Response as_response(const report::Json& json) { return {200, json_type, report::text_of(json)}; }

/// Calls `find`; what it throws becomes a status and the words of the command line.
template <typename Find>
Response response_of(const Find& find) {
  try {
    return as_response(find());
  } catch (const run::Stopped&) {
    return refusal(409, "a newer request of this page took its place, or the server is ending");
  } catch (const Error& error) {
    return refusal(error.fault() == Fault::input ? 400 : 500, error.what());
  } catch (const std::bad_alloc&) {
    return refusal(503, "out of memory; ask for fewer points");
  } catch (const std::exception& error) {
    return refusal(500, error.what());
  }
}

}  // namespace

Api::Api(ask::Live& live) : live_(live) {
  for (std::size_t i = 0; i < most_running; ++i) free_.push_back(std::make_unique<run::Workers>());
}

report::Json Api::found(const Question& question, run::Workers& workers, const std::stop_token& stop) {
  switch (question.ask) {
    case Ask::odds:
      return live_.odds(question.request, workers, stop);
    case Ask::money:
      return live_.money(question.request, workers, stop);
    case Ask::trust:
      return live_.page(question.request.trust, workers, stop);
    case Ask::scenario:
      return live_.saved_scenario(question.request);
    case Ask::trusts:
      return live_.trusts();
    case Ask::here:
      break;
  }
  return report::Json::object();
}

/// With workers of its own while it lasts.
Response Api::answered(const Question& question, const std::stop_token& stop) {
  if (stop.stop_requested()) return response_of([]() -> report::Json { throw run::Stopped(); });
  std::unique_ptr<run::Workers> workers;
  {
    const std::scoped_lock alone(mutex_);
    if (!free_.empty()) {
      workers = std::move(free_.back());
      free_.pop_back();
    }
  }
  if (!workers) workers = std::make_unique<run::Workers>();
  Response response = response_of([&] { return found(question, *workers, stop); });
  const std::scoped_lock alone(mutex_);
  free_.push_back(std::move(workers));
  return response;
}

std::variant<Response, Work> Api::answer(const Question& question) {
  if (question.ask == Ask::here) return as_response(report::Json::object());
  auto turn = std::make_shared<Pages::Turn>(pages_, question.request.page);
  return Work([this, question, turn] { return answered(question, turn->stop()); });
}

}  // namespace uor::serve
