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
constexpr const char* sectors_folder = "../sectors/";
constexpr const char* characteristics_file = "/characteristics.toml";

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

const PolicyFile& add_file(const std::string& path, const std::string& name, bool main, std::size_t layer,
                           PolicyFiles& files) {
  const std::string text = read_text_file(path, "policy file");
  files.text += file_mark + name + "\n" + text + (text.back() == '\n' ? "" : "\n");
  files.files.push_back({path, text, TomlTable::parse(text, path), layer, main, {}});
  return files.files.back();
}

std::vector<std::string> includes_of(const TomlTable& root) {
  return root.find_texts("include").value_or(std::vector<std::string>{});
}

/// An included file, beside the one that names it; what a copy of policies/ does not have beside it is as it ships.
std::string path_of_included(const fs::path& main, const std::string& name, const std::string& policies_folder) {
  const fs::path beside = main.parent_path() / name;
  std::error_code unreachable;
  const bool ships = name.starts_with(sectors_folder) && !fs::exists(beside, unreachable);
  return (ships ? fs::path(policies_folder) / name : beside).string();
}

/// One policy of a chain; the path of the one that it extends, or "".
std::string add_layer(const std::string& path, const std::string& policies_folder, std::size_t layer,
                      PolicyFiles& files) {
  const fs::path main(path);
  const TomlTable root = add_file(path, main.filename().string(), true, layer, files).root;
  root.require_schema(schema_version);
  std::set<std::string> included;
  for (const std::string& name : includes_of(root)) {
    if (!included.insert(name).second) {
      throw Error(root.where("include"), "'" + name + "' is included twice, delete one");
    }
    files.included.push_back(path_of_included(main, name, policies_folder));
    add_file(files.included.back(), name, false, layer, files);
  }
  const auto base = root.find_text("extends");
  if (!base) return "";
  try {
    const std::string found = path_of(*base, policies_folder);
    return found == *base ? (main.parent_path() / *base).string() : found;
  } catch (const Error& error) {
    throw Error(root.where("extends"), error.what());
  }
}

bool states_kloes(const PolicyFile& file) { return file.root.has("kloe"); }
bool states_characteristics(const PolicyFile& file) {
  const auto rating = file.root.find_table("rating");
  return rating && rating->has("characteristic");
}

/// What the policies of earlier programs did not state, key lines and what is shown of a run, is as it ships; they had
/// ratings characteristics of their own.
void add_what_ships(PolicyFiles& files, const std::string& policies_folder) {
  const fs::path shipped = fs::path(policies_folder) / "framework.toml";
  std::error_code unreachable;
  if (std::any_of(files.files.begin(), files.files.end(), states_kloes) || !fs::exists(shipped, unreachable)) return;
  const TomlTable root = TomlTable::parse(read_text_file(shipped.string(), "policy file"), shipped.string());
  const std::size_t layer = files.files.back().layer;
  const bool characteristics = std::any_of(files.files.begin(), files.files.end(), states_characteristics);
  for (const std::string& name : includes_of(root)) {
    if (!name.starts_with(sectors_folder) || (characteristics && name.ends_with(characteristics_file))) continue;
    files.included.push_back((shipped.parent_path() / name).string());
    add_file(files.included.back(), name, false, layer, files);
  }
}

}  // namespace

PolicyFiles read_files(const std::string& name_or_path, const std::string& policies_folder) {
  PolicyFiles files;
  files.path = path_of(name_or_path, policies_folder);
  std::set<std::string> seen;
  std::size_t layer = 0;
  for (std::string path = files.path; !path.empty(); ++layer) {
    if (!seen.insert(fs::weakly_canonical(path).string()).second)
      throw Error(Where{path}, "the policy extends itself, correct extends");
    if (layer > 0) files.included.push_back(path);
    path = add_layer(path, policies_folder, layer, files);
  }
  add_what_ships(files, policies_folder);
  return files;
}

PolicyFiles files_of_text(const std::string& text, const std::string& path, const std::string& policies_folder) {
  if (!text.starts_with(file_mark)) throw Error("'" + path + "' holds a policy without a line '" + file_mark + "NAME'");
  PolicyFiles files;
  files.path = path;
  files.text = text;
  std::size_t layer = 0, of_layer = 0;  // files that are still to come of the layer
  bool extends = false;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find("\n" + file_mark, start), text.size());
    const std::string name = text.substr(start + file_mark.size(), text.find('\n', start) - start - file_mark.size());
    const bool main = files.files.empty() || (of_layer == 0 && extends);
    if (main && !files.files.empty()) ++layer;
    if (!files.files.empty()) files.included.push_back(name);
    const std::string own = text.substr(start, end - start);
    files.files.push_back({name, own, TomlTable::parse(own, name), layer, main, {}});
    const TomlTable& root = files.files.back().root;
    of_layer = main ? includes_of(root).size() : of_layer - std::min<std::size_t>(of_layer, 1);
    if (main) extends = root.has("extends");
    start = end + 1;
  }
  add_what_ships(files, policies_folder);
  return files;
}

}  // namespace uor::policy
