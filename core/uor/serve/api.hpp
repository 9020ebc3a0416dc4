// Answers questions with what core/uor/ask knows.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

#include "core/uor/ask/live.hpp"
#include "core/uor/serve/pages.hpp"
#include "core/uor/serve/question.hpp"

namespace uor::serve {

/// So many are answered at once, each on as many threads as there are cores; others wait.
inline constexpr std::size_t most_running = 2;

/// An answer that takes time: to be called once, on any thread.
using Work = std::function<Response()>;

/// Many threads may ask at once.
class Api {
 public:
  explicit Api(ask::Live& live);

  /// Must come in the order of requests, since a newer one of a page takes the place of its older ones.
  std::variant<Response, Work> answer(const Question& question);
  /// Asks all that is under way to stop.
  void close() { pages_.close(); }
  bool busy() const { return pages_.under_way() > 0; }

 private:
  report::Json found(const Question& question, run::Workers& workers, const std::stop_token& stop);
  Response answered(const Question& question, const std::stop_token& stop);

  ask::Live& live_;
  Pages pages_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<run::Workers>> free_;
};

}  // namespace uor::serve
