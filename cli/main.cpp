// The program: finds the subcommand, and turns every exception into a message and an exit code.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/output_guard.hpp"
#include "cli/standard_streams.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"

namespace uor::cli {
namespace {

constexpr int exit_done = 0;
constexpr int exit_failed = 1;
constexpr int exit_bad_input = 2;
constexpr int exit_reader_gone = 141;  // as a shell says of one that SIGPIPE ended

void print_overview() {
  fmt::print("uor COMMAND [arguments]: how likely each use-of-resources rating is, and what would move it\n\n");
  for (const Command& command : commands) fmt::print("  {:<11} {}\n", command.name, command.purpose);
  fmt::print("  {:<11} {}\n", "help", "print this, or with COMMAND the help of one command");
  fmt::print(
      "\nExample:\n  uor run cip_slippage --trust RF4\n\n`uor COMMAND --help` tells all options, with an example.\n"
      "Exit codes: 0 done; 1 the run failed or a file could not be read or written; 2 usage or bad input;\n"
      "3 a plugin crashed; 130 Ctrl-C, 143 SIGTERM, 129 the terminal went away; 141 the reader of the\n"
      "output went away.\n");
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

/// Output that did not reach its reader (a full disk, say) is a failure, not success; one who has read enough, as
/// `head` does, needs no words.
int flushed(int code) {
  const int problem = standard_output_problem();
  if (problem == 0) return code;
  if (problem == EPIPE) return exit_reader_gone;
  throw Error(fmt::format("cannot write to standard output ({}), send it to a file on a disk with room",
                          problem == EBADF ? "it is closed" : file_words(problem)),
              Fault::run);
}

void tell(std::string_view text) { fmt::print(stderr, "uor: {}\n", text); }

int run(const Words& words) {
  try {
    refuse_output_into_input(words);
    return flushed(dispatch(words));
  } catch (const Error& error) {
    tell(error.what());
    return error.fault() == Fault::input ? exit_bad_input : exit_failed;
  } catch (const std::bad_alloc&) {
    tell("out of memory; ask for fewer trials, fewer --keep columns or a smaller --batch");
  } catch (const std::filesystem::filesystem_error& error) {
    const int problem = error.code().value();
    tell(fmt::format("cannot reach '{}' ({})", error.path1().string(), file_advice(problem)));
  } catch (const std::exception& error) {
    tell(fmt::format("failed in a way that it does not know ({}); tell those who maintain it what you asked for",
                     error.what()));
  }
  return exit_failed;
}

}  // namespace
}  // namespace uor::cli

int main(int argc, char** argv) {
  using namespace uor::cli;
  make_streams_sturdy();
  end_in_order_when_interrupted();
  return run(Words(argv + 1, argv + argc));
}
