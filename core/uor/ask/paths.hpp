// Where the files that ship are: data/, policies/ and scenarios/, in a source tree or an installation.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace uor::ask {

/// The folder that holds data/, policies/ and scenarios/: $UOR_HOME, else the nearest folder above the executable that
/// holds policies/framework.toml, else PREFIX/share/uor, else the source tree that the program was built from.
/// Error (Fault::input) when UOR_HOME points elsewhere, (Fault::run) when nothing is found.
std::filesystem::path home_folder();

/// Names of the scenarios in a folder, sorted, without ".toml".
std::vector<std::string> scenarios_in(const std::filesystem::path& folder);

/// The file that `name` means: a path that exists, else a scenario that ships in `home`. Error with the nearest name.
std::string scenario_path(const std::filesystem::path& home, const std::string& name);

/// `name` when it is there, else the file of that name under `home` when that is there, else `name`.
std::string here_or_shipped(const std::filesystem::path& home, const std::string& name);

/// `name` seen from the folder of `file` when it is a relative path to a file that exists there, else `name` itself.
std::string beside(const std::string& file, const std::string& name);

}  // namespace uor::ask
