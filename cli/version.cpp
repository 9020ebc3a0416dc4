// `uor version`: version, commit and the plugins in place.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/ask/release.hpp"

namespace uor::cli {

int version_command(const Words& words) {
  Options options("Options", screen_width);
  add_plugin_options(options);
  const Usage usage = {"version", "", "Prints version, commit and plugins.", {"uor version"}, 0, 0};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  fmt::print("uor {} (commit {}, plugin contract {}.{})\n", ask::release_version(), ask::release_commit(),
             UOR_ABI_MAJOR, UOR_ABI_MINOR);
  TextTable table({Align::left, Align::left, Align::left, Align::left});
  const auto catalogue = ask::load_plugins(ask::Library(), model_request(*arguments));
  for (const host::Plugin& plugin : catalogue->plugins())
    table.row({plugin.id(), plugin.version(), plugin.sha256().substr(0, 12), plugin.path()});
  print(table.lines());
  return 0;
}

}  // namespace uor::cli
