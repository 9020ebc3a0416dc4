#include "core/uor/serve/session.hpp"

#include <array>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "core/uor/serve/http_request.hpp"

namespace uor::serve {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

/// For the next request to come whole, and for an answer to be taken.
constexpr std::chrono::seconds longest_silence{90};

// Nothing is loaded from elsewhere, and no other page may show ours or read what it gets. Charts style their own
// shapes.
constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

using Message = http::response<http::string_body>;

Message message_of(Response response, unsigned version, bool keep_alive) {
  Message message(static_cast<http::status>(response.status), version);
  message.set(http::field::content_type, response.type);
  message.set(http::field::cache_control, "no-store");
  message.set("Content-Security-Policy", policy);
  message.set(http::field::x_frame_options, "DENY");
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Referrer-Policy", "no-referrer");
  message.set("Cross-Origin-Resource-Policy", "same-origin");
  message.keep_alive(keep_alive);
  message.body() = std::move(response.body);
  message.prepare_payload();
  return message;
}

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(asio::ip::tcp::socket socket, Exchange& exchange) : stream_(std::move(socket)), exchange_(exchange) {
    boost::system::error_code ignored;
    stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
  }
  ~Session() { exchange_.ended(); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void read() {
    parser_.emplace();
    limit(*parser_);
    stream_.expires_after(longest_silence);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](const beast::error_code& problem, std::size_t) {
                       problem ? self->give_up(problem) : self->take();
                     });
  }

 private:
  /// Says why, unless nobody is there.
  void give_up(const beast::error_code& problem) {
    const bool gone = problem == http::error::end_of_stream || problem == beast::error::timeout ||
                      problem.category() == asio::error::get_system_category();
    if (gone) return;
    keep_alive_ = false;
    write(refusal_of(problem));
  }

  void take() {
    keep_alive_ = parser_->get().keep_alive();
    std::variant<Response, Work> taken = exchange_.take(request_of(parser_->get()));
    if (auto* response = std::get_if<Response>(&taken)) return write(std::move(*response));
    stream_.expires_never();
    exchange_.answer([self = shared_from_this(), work = std::get<Work>(std::move(taken))]() mutable {
      Response response = work();
      work = nullptr;
      asio::post(self->stream_.get_executor(),
                 [self, response = std::move(response)]() mutable { self->write(std::move(response)); });
    });
  }

  void write(Response response) {
    message_.emplace(message_of(std::move(response), 11, keep_alive_));
    stream_.expires_after(longest_silence);
    http::async_write(stream_, *message_, [self = shared_from_this()](const beast::error_code& problem, std::size_t) {
      if (problem) return;
      if (self->keep_alive_) return self->read();
      self->close();
    });
  }

  /// What was sent must arrive although more may have come in than was read.
  void close() {
    beast::error_code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(std::chrono::seconds(1));
    drain();
  }

  void drain() {
    stream_.async_read_some(asio::buffer(scratch_),
                            [self = shared_from_this()](const beast::error_code& problem, std::size_t) {
                              if (!problem) self->drain();
                            });
  }

  beast::tcp_stream stream_;
  Exchange& exchange_;
  beast::flat_buffer buffer_{most_header_bytes + most_body_bytes};
  std::optional<HttpParser> parser_;
  std::optional<Message> message_;
  bool keep_alive_ = false;
  std::array<char, 4096> scratch_{};
};

}  // namespace

void start_session(asio::ip::tcp::socket socket, Exchange& exchange) {
  std::make_shared<Session>(std::move(socket), exchange)->read();
}

}  // namespace uor::serve
