// `uor serve`: the live page, for as long as somebody has it open.
#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/open_browser.hpp"
#include "cli/text.hpp"
#include "core/uor/ask/paths.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/serve/server.hpp"

namespace uor::cli {

namespace {

constexpr double usual_idle_minutes = 10, least_idle_minutes = 0.01, most_idle_minutes = 7 * 24 * 60;

Options serve_options() {
  Options options("Options", screen_width);
  add_value(options, "port", "N", "port on 127.0.0.1 (default: any that is free)");
  add_flag(options, "no-open", "leave it to you to open the address");
  add_value(options, "idle", "MINUTES", "ends when no page was open for so long (default 10)");
  add_scope_option(options);
  add_flag(options, "json", "print the address as one JSON object");
  return options;
}

void print_address(const serve::Server& server, bool json) {
  const std::string line =
      json ? report::text_of(report::Json{{"url", server.url()}, {"port", server.port()}, {"token", server.token()}})
           : server.url();
  fmt::print("{}\n", line);
  std::fflush(stdout);
}

}  // namespace

int serve_command(const Words& words) {
  const Usage usage = {
      "serve",
      "[TRUST|WORKBOOK|SCENARIO]... [options]",
      "Opens a page in the browser on which levers move and the odds follow. It is for this machine and\n"
      "this user alone: it listens on 127.0.0.1, and its address, which is printed, holds a secret. TRUST\n"
      "is a code or a file; the options of a SCENARIO, or of a workbook, are places to start from. Ctrl-C\n"
      "ends it, and so does closing the page, after a while.",
      {"uor serve RF4", "uor serve trust.xlsx --port 8080 --no-open"},
      0,
      64};
  const auto arguments = Arguments::parse(usage, serve_options(), words);
  if (!arguments) return 0;
  serve::ServerSettings settings;
  settings.port = static_cast<unsigned short>(arguments->whole_number("port", 0, 65535).value_or(0));
  const double minutes = arguments->number("idle", least_idle_minutes, most_idle_minutes).value_or(usual_idle_minutes);
  settings.idle = std::chrono::milliseconds(static_cast<std::int64_t>(60'000 * minutes));
  ask::Live live({arguments->positional(), arguments->has("any-scope")});
  serve::Api api(live);
  serve::Server server(api, serve::page_assets(ask::home_folder()), settings);
  print_address(server, arguments->has("json"));
  std::optional<OpenedPage> opened;
  if (!arguments->has("no-open")) opened.emplace(server.url());
  server.run();
  return 0;
}

}  // namespace uor::cli
