#include "core/uor/serve/assets.hpp"

#include <array>
#include <fstream>
#include <sstream>

namespace uor::serve {

namespace {

struct Asset {
  const char *target, *file, *type;
};

constexpr std::array<Asset, 3> assets = {{{"/", "live.html", "text/html; charset=utf-8"},
                                          {"/live.js", "live.js", "text/javascript; charset=utf-8"},
                                          {"/live.css", "live.css", "text/css; charset=utf-8"}}};

constexpr const char* not_built =
    "<!doctype html><html lang=\"en\"><title>uor</title><p>The page was not built: run scripts/build_web, which needs "
    "npm, then start uor serve again. What it asks can be asked without it: schema/http.md.</p></html>\n";

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  if (std::ifstream stream(file, std::ios::binary); stream) text << stream.rdbuf();
  return text.str();
}

}  // namespace

Assets page_assets(const std::filesystem::path& home) {
  Assets read;
  for (const Asset& asset : assets) {
    Response response{200, asset.type, text_of(home / "web" / "dist" / asset.file)};
    if (response.body.empty()) return {{"/", {200, assets[0].type, not_built}}};
    read.emplace(asset.target, std::move(response));
  }
  return read;
}

}  // namespace uor::serve
