// Opens an address in the browser of whoever is at the screen.
#pragma once

#include <filesystem>
#include <string>

namespace uor::cli {

/// While it lives, a file that only this user can read leads to the address: what a program is called with everyone on
/// the machine can see, and the address has a secret. Without a screen or a browser nothing happens.
class OpenedPage {
 public:
  explicit OpenedPage(const std::string& url);
  ~OpenedPage();
  OpenedPage(const OpenedPage&) = delete;
  OpenedPage& operator=(const OpenedPage&) = delete;

 private:
  std::filesystem::path file_;
};

}  // namespace uor::cli
