#include "core/uor/serve/guard.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <utility>

#include "core/uor/base/error.hpp"

namespace uor::serve {

namespace {

constexpr std::string_view scheme = "http://";

/// In a time that tells nothing of how much is right.
bool same(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  unsigned differs = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differs |= static_cast<unsigned char>(a[i] ^ b[i]);
  return differs == 0;
}

}  // namespace

Guard::Guard(unsigned short port, std::string token)
    : by_number_(fmt::format("127.0.0.1:{}", port)),
      by_name_(fmt::format("localhost:{}", port)),
      token_(std::move(token)) {}

bool Guard::is_ours(const std::string& host) const { return host == by_number_ || host == by_name_; }

std::optional<Response> Guard::refuses(const Request& request) const {
  if (!is_ours(request.host))
    return refusal(403,
                   fmt::format("Host must be {} or {}: open the address that uor serve printed", by_number_, by_name_));
  const bool foreign =
      request.has_origin && !(request.origin.starts_with(scheme) && is_ours(request.origin.substr(scheme.size())));
  if (foreign) return refusal(403, "Origin is another site's: only the page of this server may ask");
  if (request.target.starts_with("/api/") && !same(request.token, token_))
    return refusal(403, "X-Uor-Token is not the one of this server: open the address that uor serve printed");
  return {};
}

std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw Error("the system gives no random numbers for the page's token", Fault::run);
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

}  // namespace uor::serve
