#include "cli/report_assets.hpp"

#include <fstream>
#include <sstream>

namespace uor::cli {

namespace {

std::string asset_text(const std::filesystem::path& file) {
  std::ostringstream text;
  if (std::ifstream stream(file, std::ios::binary); stream) text << stream.rdbuf();
  return text.str();
}

}  // namespace

report::page::Assets report_assets(const std::filesystem::path& home) {
  const std::filesystem::path folder = home / "web" / "dist";
  report::page::Assets assets{asset_text(folder / "report.js"), asset_text(folder / "report.css"),
                              asset_text(folder / "notices.txt")};
  if (assets.script.empty() || assets.styles.empty()) return {};
  return assets;
}

}  // namespace uor::cli
