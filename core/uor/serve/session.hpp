// One connection: requests one after the other, each answered before the next is read.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <variant>

#include "core/uor/serve/api.hpp"

namespace uor::serve {

/// What sessions share; must outlive them.
class Exchange {
 public:
  virtual ~Exchange() = default;
  /// On the thread of the connections, in the order in which requests came.
  virtual std::variant<Response, Work> take(const Request& request) = 0;
  /// Calls `work` on another thread.
  virtual void answer(std::function<void()> work) = 0;
  /// A session is over.
  virtual void ended() = 0;
};

/// Lives until its connection closes, is silent for too long, or sends what is no request.
void start_session(boost::asio::ip::tcp::socket socket, Exchange& exchange);

}  // namespace uor::serve
