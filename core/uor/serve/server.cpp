#include "core/uor/serve/server.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <csignal>
#include <utility>

#include "core/uor/base/error.hpp"
#include "core/uor/serve/guard.hpp"
#include "core/uor/serve/session.hpp"

namespace uor::serve {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t most_sessions = 64;
constexpr std::chrono::milliseconds longest_wait{1000};  // between looks at the clock

Tcp::acceptor listening(asio::io_context& io, unsigned short port) {
  Tcp::acceptor acceptor(io);
  const Tcp::endpoint here(asio::ip::address_v4::loopback(), port);
  boost::system::error_code problem;
  acceptor.open(here.protocol(), problem);
  if (!problem) acceptor.set_option(Tcp::acceptor::reuse_address(true), problem);
  if (!problem) acceptor.bind(here, problem);
  if (!problem) acceptor.listen(asio::socket_base::max_listen_connections, problem);
  if (problem)
    throw Error(fmt::format("cannot listen on port {} ({}); name another with --port, or leave it out", port,
                            problem.message()),
                Fault::run);
  return acceptor;
}

}  // namespace

/// Everything but answers happens on the one thread that runs `io`.
struct Server::State final : Exchange {
  Api& api;
  Assets assets;
  std::chrono::milliseconds idle;
  std::size_t sessions = 0;
  asio::io_context io{1};
  asio::thread_pool answering{most_running};
  Tcp::acceptor acceptor;
  asio::signal_set signals{io, SIGINT, SIGTERM, SIGHUP};
  asio::steady_timer timer{io};
  std::string secret = random_token();
  unsigned short port;
  Guard guard;
  Clock::time_point last_asked = Clock::now();

  State(Api& of, Assets files, const ServerSettings& settings)
      : api(of),
        assets(std::move(files)),
        idle(settings.idle),
        acceptor(listening(io, settings.port)),
        port(acceptor.local_endpoint().port()),
        guard(port, secret) {}

  std::variant<Response, Work> take(const Request& request) override {
    if (std::optional<Response> refused = guard.refuses(request)) return std::move(*refused);
    if (const auto asset = assets.find(request.target); asset != assets.end())
      return request.method == "GET" ? asset->second : refusal(405, "the page can only be got");
    std::variant<Response, Question> read = question_of(request);
    last_asked = Clock::now();
    if (auto* refused = std::get_if<Response>(&read)) return std::move(*refused);
    return api.answer(std::get<Question>(read));
  }
  void answer(std::function<void()> work) override { asio::post(answering, std::move(work)); }
  void ended() override { --sessions; }

  void accept() {
    acceptor.async_accept([this](const boost::system::error_code& problem, Tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (!problem && sessions < most_sessions) {
        ++sessions;
        start_session(std::move(socket), *this);
      }
      accept();
    });
  }

  /// A page that is open says so now and then.
  void watch_clock() {
    timer.expires_after(std::clamp(idle / 4, std::chrono::milliseconds{10}, longest_wait));
    timer.async_wait([this](const boost::system::error_code& problem) {
      if (problem) return;
      if (api.busy()) last_asked = Clock::now();
      if (Clock::now() - last_asked >= idle) return end();
      watch_clock();
    });
  }

  void end() {
    api.close();
    boost::system::error_code ignored;
    acceptor.close(ignored);
    io.stop();
  }
};

Server::Server(Api& api, Assets assets, const ServerSettings& settings)
    : state_(std::make_unique<State>(api, std::move(assets), settings)) {}
Server::~Server() = default;

unsigned short Server::port() const { return state_->port; }
const std::string& Server::token() const { return state_->secret; }
std::string Server::url() const { return fmt::format("http://127.0.0.1:{}/#token={}", state_->port, state_->secret); }

void Server::run() {
  State& state = *state_;
  state.signals.async_wait([&](const boost::system::error_code& problem, int) {
    if (!problem) state.end();
  });
  state.accept();
  state.watch_clock();
  state.io.run();
  state.answering.join();
}

}  // namespace uor::serve
