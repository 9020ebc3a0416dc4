#include "cli/open_browser.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace uor::cli {

namespace {

bool has_screen() { return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr; }

/// A new file with a name that nobody can guess; empty where there is none to be had.
std::filesystem::path written(const std::string& text) {
  std::error_code ignored;
  std::string name = (std::filesystem::temp_directory_path(ignored) / "uor-XXXXXX.html").string();
  const int file = ::mkostemps(name.data(), 5, O_CLOEXEC);
  if (file < 0) return {};
  const bool whole = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  return whole ? std::filesystem::path(name) : std::filesystem::path();
}

/// Says nothing on our own output, and is nobody's child to wait for: it ends at once.
void open_file(const std::filesystem::path& file) {
  std::string name = file.string(), program = "xdg-open";
  std::array<char*, 3> words = {program.data(), name.data(), nullptr};
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  ::posix_spawnp(&child, program.c_str(), &quiet, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&quiet);
}

}  // namespace

OpenedPage::OpenedPage(const std::string& url) {
  if (!has_screen()) return;
  file_ = written(fmt::format("<!doctype html><meta http-equiv=\"refresh\" content=\"0; url={}\">\n", url));
  if (!file_.empty()) open_file(file_);
}

OpenedPage::~OpenedPage() {
  std::error_code ignored;
  if (!file_.empty()) std::filesystem::remove(file_, ignored);
}

}  // namespace uor::cli
