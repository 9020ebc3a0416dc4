// `uor verify`: whether result files are, to the last bit, what a run wrote.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/store/seal.hpp"

namespace uor::cli {

namespace {

constexpr int exit_whole = 0;
constexpr int exit_not_whole = 2;
constexpr std::size_t most_files = 10000;

const char* words_of(store::Seal seal) {
  switch (seal) {
    case store::Seal::whole:
      return "whole: every byte is as the run wrote it";
    case store::Seal::changed:
      return "CHANGED: its bytes are not those that its digest was taken of";
    case store::Seal::none:
      return "NO DIGEST: written by an older uor or by another program, or cut short";
  }
  return "";
}

}  // namespace

int verify_command(const Words& words) {
  Options options("Options", screen_width);
  const Usage usage = {"verify",
                       "RUN.h5...",
                       "Tells whether result files are, to the last bit, what a run wrote.\n"
                       "Exit code 0 when all of them are, 2 when one is not.",
                       {"uor verify runs/cip_slippage-RF4.h5"},
                       1,
                       most_files};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return exit_whole;
  int code = exit_whole;
  for (const std::string& path : arguments->positional()) {
    const store::Seal seal = store::seal_of(path);
    fmt::print(seal == store::Seal::whole ? stdout : stderr, "{}{}: {}\n",
               seal == store::Seal::whole ? "" : "uor: ", path, words_of(seal));
    if (seal != store::Seal::whole) code = exit_not_whole;
  }
  return code;
}

}  // namespace uor::cli
