// Where plugins are looked for. Only here: no path of a scenario ever leads to native code.
#include <algorithm>
#include <filesystem>

#include "core/uor/base/error.hpp"
#include "core/uor/host/catalogue.hpp"
#include "core/uor/host/shared_object.hpp"

namespace uor::host {

namespace {

namespace fs = std::filesystem;

/// uor_*.so of one folder, sorted by name.
std::vector<std::string> plugin_files(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with("uor_") && name.ends_with(".so")) files.push_back(entry->path().string());
  }
  if (error) throw Error("plugin folder '" + folder + "' cannot be read (" + error.message() + "), check the path");
  std::sort(files.begin(), files.end());
  return files;
}

/// A folder that was given twice, or by two names, is searched once.
std::vector<std::string> distinct(const std::vector<std::string>& folders) {
  std::vector<std::string> result;
  for (const std::string& folder : folders) {
    const bool is_known = std::any_of(result.begin(), result.end(), [&](const std::string& known) {
      std::error_code error;
      return fs::equivalent(known, folder, error);
    });
    if (!is_known) result.push_back(folder);
  }
  return result;
}

void replace_scorer(std::vector<Plugin>& plugins, const std::string& kloe, const std::string& file) {
  Plugin replacement(file);
  if (replacement.kloe() != kloe) {
    throw Error("plugin '" + file + "' " +
                (replacement.kloe().empty() ? "scores no KLOE" : "scores the KLOE '" + replacement.kloe() + "'") +
                ", so it cannot replace the plugin of '" + kloe + "', check --plugin " + kloe + "=FILE");
  }
  const auto scores_it = [&](const Plugin& plugin) { return plugin.kloe() == kloe; };
  const auto replaced = std::find_if(plugins.begin(), plugins.end(), scores_it);
  if (replaced == plugins.end()) {
    plugins.push_back(std::move(replacement));
    return;
  }
  *replaced = std::move(replacement);
  plugins.erase(std::remove_if(replaced + 1, plugins.end(), scores_it), plugins.end());
}

std::string listed(const std::vector<std::string>& folders) {
  std::string text;
  for (const std::string& folder : folders) text += (text.empty() ? "'" : ", '") + folder + "'";
  return text.empty() ? "no folder was given" : "searched " + text + " for uor_*.so";
}

}  // namespace

Catalogue Catalogue::load(const Request& request) {
  std::vector<Plugin> plugins;
  for (const std::string& folder : distinct(request.folders)) {
    const std::vector<std::string> files = plugin_files(folder);
    const bool tried = load_together(files);
    for (const std::string& file : files) plugins.emplace_back(file, tried);
  }
  for (const auto& [kloe, file] : request.replacements) replace_scorer(plugins, kloe, file);
  if (plugins.empty()) throw Error("no plugins found (" + listed(request.folders) + "), give one with --plugin-path");
  return Catalogue(std::move(plugins));
}

std::vector<std::string> default_folders() {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  return {(program.parent_path().parent_path() / "lib" / "uor" / "plugins").string()};
}

}  // namespace uor::host
