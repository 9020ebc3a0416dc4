// The words of a command line, parsed by Boost.Program_options and checked with messages of our own.
#pragma once

#include <boost/program_options.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace uor::cli {

using Words = std::vector<std::string>;
using Options = boost::program_options::options_description;

/// What `--help` says of a subcommand, and how many arguments without a name it takes.
struct Usage {
  std::string name;       // "run"
  std::string arguments;  // "SCENARIO [options]"
  std::string purpose;    // one or two sentences
  Words examples;
  std::size_t least = 0;
  std::size_t most = 0;
};

/// Options with no value, with one value, and with one value that may be given again.
void add_flag(Options& options, const char* name, const char* purpose);
void add_value(Options& options, const char* name, const char* placeholder, const char* purpose);
void add_repeated(Options& options, const char* name, const char* placeholder, const char* purpose);

class Arguments {
 public:
  /// Nothing when help was asked for, which is then printed. Error (Fault::input) for unknown options (with the nearest
  /// name), missing values, options given twice and too few or too many arguments.
  static std::optional<Arguments> parse(const Usage& usage, Options options, const Words& words);

  const Words& positional() const { return positional_; }
  bool has(const std::string& option) const { return values_.count(option) > 0; }
  std::string text(const std::string& option, const std::string& fallback = {}) const;
  Words texts(const std::string& option) const;

  /// A whole number in lower..upper, or nothing when the option is not given. Error naming option, value and range.
  std::optional<std::uint64_t> whole_number(const std::string& option, std::uint64_t lower, std::uint64_t upper) const;

  /// A number in lower..upper, both included, or nothing when the option is not given. Error naming option, value and
  /// range.
  std::optional<double> number(const std::string& option, double lower, double upper) const;

 private:
  boost::program_options::variables_map values_;
  Words positional_;
};

}  // namespace uor::cli
