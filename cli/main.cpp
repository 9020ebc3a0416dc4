// The program: finds the subcommand, and turns every exception into a message and an exit code.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>

#include "cli/command.hpp"
#include "cli/shown_output.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {
namespace {

constexpr int exit_done = 0;
constexpr int exit_failed = 1;
constexpr int exit_bad_input = 2;

void print_overview() {
  fmt::print("uor COMMAND [arguments]: how likely each use-of-resources rating is, and what would move it\n\n");
  for (const Command& command : commands) fmt::print("  {:<9} {}\n", command.name, command.purpose);
  fmt::print("  {:<9} {}\n", "help", "print this, or with COMMAND the help of one command");
  fmt::print(
      "\nExample:\n  uor run cip_slippage --trust RF4\n\n`uor COMMAND --help` tells all options, with an example.\n"
      "Exit codes: 0 done; 1 the run failed or a file could not be read or written; 2 usage or bad input;\n"
      "3 a plugin crashed.\n");
}

const Command& find_command(const std::string& name) {
  const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.name == name; });
  if (found != commands.end()) return *found;
  Words names = {"help"};
  for (const Command& command : commands) names.emplace_back(command.name);
  throw Error(fmt::format("unknown command '{}'.{} `uor help` lists all commands.", name, did_you_mean(name, names)));
}

int dispatch(const Words& words) {
  const bool asks_help = words.empty() || words[0] == "help" || words[0] == "--help" || words[0] == "-h";
  if (asks_help && words.size() >= 2 && words[0] == "help" && words[1].rfind('-', 0) != 0)
    return words[1] == "help" ? (print_overview(), exit_done) : find_command(words[1]).run({"--help"});
  if (asks_help) {
    print_overview();
    return words.empty() ? exit_bad_input : exit_done;
  }
  if (words[0] == "--version") return version_command({});
  return find_command(words[0]).run({words.begin() + 1, words.end()});
}

/// Output that did not reach its reader (a full disk, say) is a failure, not success.
int flushed(int code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  throw Error("cannot write to standard output (is the disk full?)", Fault::run);
}

}  // namespace
}  // namespace uor::cli

int main(int argc, char** argv) {
  using namespace uor::cli;
  const ShownOutput shown;
  try {
    return flushed(dispatch(Words(argv + 1, argv + argc)));
  } catch (const uor::Error& error) {
    fmt::print(stderr, "uor: {}\n", error.what());
    return error.fault() == uor::Fault::input ? exit_bad_input : exit_failed;
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "uor: out of memory; ask for fewer trials, fewer --keep columns or a smaller --batch\n");
  } catch (const std::exception& error) {
    const char* what = std::ferror(stdout) == 0 ? "" : "standard output: ";
    fmt::print(stderr, "uor: {}{}\n", what, error.what());
  }
  return exit_failed;
}
