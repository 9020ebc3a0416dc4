// Who may ask: the page that this server gave out, on this machine, and nobody else.
#pragma once

#include <optional>
#include <string>

#include "core/uor/serve/message.hpp"

namespace uor::serve {

/// A page of another site, opened in the same browser, reaches a server on loopback too: by its address (the browser
/// then says where it comes from, Origin) or by a name of its own that it makes mean this machine (Host). Both must be
/// exactly ours; and what is asked must bear the token, which only the address of our page has.
class Guard {
 public:
  Guard(unsigned short port, std::string token);

  /// 403 for another Host or Origin; of what is asked (/api/...) also for another token. Nothing: it may pass.
  std::optional<Response> refuses(const Request& request) const;

 private:
  bool is_ours(const std::string& host) const;

  std::string by_number_, by_name_, token_;
};

/// 128 bits from the system's source of random numbers, as hexadecimal digits. Error (Fault::run) where it has none.
std::string random_token();

}  // namespace uor::serve
