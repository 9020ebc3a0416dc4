#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <sstream>

#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace po = boost::program_options;

void add_flag(Options& options, const char* name, const char* purpose) { options.add_options()(name, purpose); }

void add_value(Options& options, const char* name, const char* placeholder, const char* purpose) {
  options.add_options()(name, po::value<std::string>()->value_name(placeholder), purpose);
}

void add_repeated(Options& options, const char* name, const char* placeholder, const char* purpose) {
  options.add_options()(name, po::value<Words>()->composing()->value_name(placeholder), purpose);
}

namespace {

std::string help_of(const Usage& usage, const Options& options) {
  std::ostringstream text;
  text << "uor " << usage.name << ' ' << usage.arguments << "\n\n" << usage.purpose << '\n';
  text << '\n' << options;
  text << (usage.examples.size() == 1 ? "\nExample:\n" : "\nExamples:\n");
  for (const std::string& example : usage.examples) text << "  " << example << '\n';
  return text.str();
}

Words names_of(const Options& options) {
  Words names;
  for (const auto& option : options.options()) names.push_back("--" + option->long_name());
  return names;
}

std::string see_help(const Usage& usage) { return fmt::format("See `uor {} --help`.", usage.name); }

po::variables_map parse_words(const Usage& usage, const Options& visible, const Words& words) {
  Options all(visible);
  all.add_options()("argument", po::value<Words>());
  po::positional_options_description positions;
  positions.add("argument", -1);
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  try {
    po::store(po::command_line_parser(words).options(all).positional(positions).style(style).run(), values);
  } catch (const po::unknown_option& unknown) {
    const std::string name = unknown.get_option_name();
    throw Error(fmt::format("unknown option '{}'.{} {}", name, did_you_mean(name, names_of(visible)), see_help(usage)));
  } catch (const po::error& error) {
    throw Error(fmt::format("{}. {}", error.what(), see_help(usage)));
  }
  return values;
}

}  // namespace

std::optional<Arguments> Arguments::parse(const Usage& usage, Options options, const Words& words) {
  add_flag(options, "plain", "no colours, nothing side by side, a line for each row: to be read aloud or logged");
  add_flag(options, "help,h", "print this help");
  const auto asks_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
  if (std::any_of(words.begin(), words.end(), asks_help)) {
    fmt::print("{}", help_of(usage, options));
    return std::nullopt;
  }
  Arguments arguments;
  arguments.values_ = parse_words(usage, options, words);
  if (arguments.has("argument")) arguments.positional_ = arguments.values_["argument"].as<Words>();
  const std::size_t count = arguments.positional_.size();
  if (count < usage.least)
    throw Error(fmt::format("{}: {} is missing. {}", usage.name, usage.arguments, see_help(usage)));
  if (count > usage.most)
    throw Error(fmt::format("{}: unexpected argument '{}'. {}", usage.name, arguments.positional_[usage.most],
                            see_help(usage)));
  return arguments;
}

std::string Arguments::text(const std::string& option, const std::string& fallback) const {
  return has(option) ? values_[option].as<std::string>() : fallback;
}

Words Arguments::texts(const std::string& option) const { return has(option) ? values_[option].as<Words>() : Words{}; }

std::optional<std::uint64_t> Arguments::whole_number(const std::string& option, std::uint64_t lower,
                                                     std::uint64_t upper) const {
  if (!has(option)) return std::nullopt;
  const std::string given = text(option);
  std::uint64_t number = 0;
  const auto [end, problem] = std::from_chars(given.data(), given.data() + given.size(), number);
  const bool whole = problem == std::errc{} && end == given.data() + given.size();
  if (!whole || number < lower || number > upper)
    throw Error(fmt::format("--{} '{}': must be a whole number from {} to {}, written in plain digits", option, given,
                            lower, upper));
  return number;
}

std::optional<double> Arguments::number(const std::string& option, double lower, double upper) const {
  if (!has(option)) return std::nullopt;
  const std::string given = text(option);
  double number = 0;
  const auto [end, problem] = std::from_chars(given.data(), given.data() + given.size(), number);
  const bool read = problem == std::errc{} && end == given.data() + given.size();
  if (!read || !(number >= lower && number <= upper))
    throw Error(fmt::format("--{} '{}': must be a number from {} to {}", option, given, lower, upper));
  return number;
}

}  // namespace uor::cli
