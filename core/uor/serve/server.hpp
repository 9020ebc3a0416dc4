// The server of the live page: HTTP on loopback.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "core/uor/serve/api.hpp"
#include "core/uor/serve/assets.hpp"

namespace uor::serve {

struct ServerSettings {
  unsigned short port = 0;         // 0: any that is free
  std::chrono::milliseconds idle;  // after which nobody asked anything, it ends
};

class Server {
 public:
  /// Listens on 127.0.0.1 at once. Error (Fault::run) where the port is taken.
  Server(Api& api, Assets assets, const ServerSettings& settings);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  unsigned short port() const;
  const std::string& token() const;
  /// "http://127.0.0.1:PORT/#token=TOKEN".
  std::string url() const;

  /// Serves until the page was silent for the idle time, or SIGINT, SIGTERM or SIGHUP came; what is under way is asked
  /// to stop. Once.
  void run();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace uor::serve
