// Where the bad plugins are, and what is said of them.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/host/catalogue.hpp"

namespace uor::host {

inline std::string path_of(const std::string& name) {
  return std::string(UOR_BAD_PLUGIN_FOLDER "/uor_") + name + ".so";
}

/// The message of the Error that `action` throws.
inline std::string refusal(const std::function<void()>& action, Fault fault = Fault::input) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), fault);
    return error.what();
  }
  return "nothing was refused";
}

inline std::string load_refusal(const std::string& name) {
  return refusal([&] { Plugin{path_of(name)}; });
}

inline Catalogue catalogue_of(const std::vector<std::string>& names) {
  std::vector<Plugin> plugins;
  for (const std::string& name : names) plugins.emplace_back(path_of(name));
  return Catalogue(std::move(plugins));
}

/// A folder that only its owner may write to, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string pattern = testing::TempDir() + "uor_plugins_XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  const std::string& path() const { return path_; }
  /// Copies a plugin into the folder and returns the path of the copy.
  std::string add(const std::string& name) const {
    const std::string copy = path_ + "/uor_" + name + ".so";
    std::filesystem::copy_file(path_of(name), copy);
    return copy;
  }

 private:
  std::string path_;
};

/// Sets a variable of the environment for as long as it lives.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() { unsetenv(name_); }

 private:
  const char* name_;
};

}  // namespace uor::host
