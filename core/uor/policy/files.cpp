#include "core/uor/policy/files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"

namespace uor::policy {

namespace {

namespace fs = std::filesystem;

constexpr int schema_version = 1;
const std::string file_mark = "# file: ";

std::vector<std::string> policy_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  return names;
}

std::string path_of(const std::string& name_or_path, const std::string& folder) {
  const fs::path given(name_or_path);
  if (ends_like(name_or_path, ".toml") || given.has_parent_path()) return name_or_path;
  const fs::path shipped = fs::path(folder) / (name_or_path + ".toml");
  std::error_code unreachable;
  if (!fs::exists(shipped, unreachable)) {
    throw Error("unknown policy '" + name_or_path + "'." + did_you_mean(name_or_path, policy_names(folder)) +
                " Give the name of a shipped policy or the path of a .toml file");
  }
  return shipped.string();
}

TomlTable add_file(const std::string& path, const std::string& name, PolicyFiles& files) {
  const std::string text = read_text_file(path, "policy file");
  files.text += file_mark + name + "\n" + text + (text.back() == '\n' ? "" : "\n");
  files.roots.push_back(TomlTable::parse(text, path));
  files.sources.emplace_back(path, text);
  return files.roots.back();
}

}  // namespace

PolicyFiles read_files(const std::string& name_or_path, const std::string& policies_folder) {
  PolicyFiles files;
  files.path = path_of(name_or_path, policies_folder);
  const fs::path main(files.path);
  const TomlTable root = add_file(files.path, main.filename().string(), files);
  root.require_schema(schema_version);
  std::set<std::string> included;
  for (const std::string& name : root.find_texts("include").value_or(std::vector<std::string>{})) {
    if (!included.insert(name).second) {
      throw Error(root.where("include"), "'" + name + "' is included twice, delete one");
    }
    files.included.push_back((main.parent_path() / name).string());
    add_file(files.included.back(), name, files);
  }
  return files;
}

PolicyFiles files_of_text(const std::string& text, const std::string& path) {
  if (!text.starts_with(file_mark)) throw Error("'" + path + "' holds a policy without a line '" + file_mark + "NAME'");
  PolicyFiles files;
  files.path = path;
  files.text = text;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find("\n" + file_mark, start), text.size());
    const std::string name = text.substr(start + file_mark.size(), text.find('\n', start) - start - file_mark.size());
    if (!files.roots.empty()) files.included.push_back(name);
    files.sources.emplace_back(name, text.substr(start, end - start));
    files.roots.push_back(TomlTable::parse(files.sources.back().second, name));
    start = end + 1;
  }
  return files;
}

}  // namespace uor::policy
