#include "core/uor/host/shared_object.hpp"

#include <dlfcn.h>
#include <link.h>

#include <filesystem>

#include "core/uor/base/error.hpp"
#include "core/uor/base/sha256.hpp"
#include "core/uor/host/elf_file.hpp"
#include "core/uor/host/foreign_call.hpp"
#include "core/uor/host/trial_load.hpp"

namespace uor::host {

namespace {

namespace fs = std::filesystem;

fs::path resolved(const std::string& path) {
  std::error_code error;
  const fs::path file = fs::canonical(path, error);
  if (error) throw Error("plugin '" + path + "' cannot be found (" + error.message() + "), check the path");
  return file;
}

void refuse_world_writable(const std::string& plugin, const fs::path& path, const std::string& what) {
  std::error_code error;
  const fs::perms permissions = fs::status(path, error).permissions();
  if (error) throw Error("plugin '" + plugin + "' cannot be checked (" + error.message() + "), check the path");
  if ((permissions & fs::perms::others_write) == fs::perms::none) return;
  throw Error("plugin '" + plugin + "' is not loaded: the " + what + " '" + path.string() +
              "' is world-writable (anyone could replace the code), run: chmod o-w '" + path.string() + "'");
}

/// Which other major a file exports, for the message.
std::string other_major(const boost::dll::shared_library& library) {
  for (unsigned major = 0; major < 10; ++major) {
    const std::string symbol = "uor_plugin_v" + std::to_string(major);
    if (library.has(symbol)) return " but '" + symbol + "' (it is built for ABI " + std::to_string(major) + ")";
  }
  return " (it is no plugin of uor)";
}

/// Bytes of the symbol at `address` as the file's table of symbols has them; 0 where it does not say.
std::size_t symbol_bytes(const void* address) {
  Dl_info info{};
  void* symbol = nullptr;
  const bool found = dladdr1(address, &info, &symbol, RTLD_DL_SYMENT) != 0;
  if (!found || symbol == nullptr || info.dli_saddr != address) return 0;
  return static_cast<const ElfW(Sym)*>(symbol)->st_size;
}

}  // namespace

void check_safe(const std::string& path) {
  const fs::path file = resolved(path);
  if (!fs::is_regular_file(file)) throw Error("plugin '" + path + "' is no file, give the path of a shared object");
  refuse_world_writable(path, file, "file");
  refuse_world_writable(path, file.parent_path(), "folder");
  refuse_world_writable(path, fs::absolute(path).parent_path(), "folder");
}

bool load_together(const std::vector<std::string>& paths) {
  try {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
      check_safe(path);
      files.push_back(resolved(path).string());
      if (!unloadable(files.back()).empty()) return false;
    }
    return all_load(files);
  } catch (const Error&) {
    return false;
  }
}

SharedObject::SharedObject(const std::string& path, bool tried) {
  check_safe(path);
  path_ = resolved(path).string();
  sha256_ = sha256_hex_of_file(path_);
  if (const std::string why = unloadable(path_); !why.empty())
    throw Error("plugin '" + path + "' cannot be loaded (" + why +
                "), check that it is a shared object for this system and copy it again");
  if (const std::string ending = tried ? "" : ending_of_load(path_); !ending.empty())
    throw Error("plugin '" + path + "' cannot be loaded (" + ending +
                "), leave it out, copy it again if it is damaged, or ask who made it");
  std::error_code error;
  const ForeignCall loading({path_.c_str(), "while it was loaded"});
  library_.load(path_, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local, error);
  if (error) {
    const char* reason = dlerror();
    throw Error("plugin '" + path + "' cannot be loaded (" + (reason == nullptr ? error.message() : reason) +
                "), check that it is a shared object for this system");
  }
  if (loading.put_back_floating_state())
    throw Error("plugin '" + path + "' is not loaded: as it is loaded " + changed_floating_state);
  if (!library_.has(UOR_PLUGIN_SYMBOL)) {
    throw Error("plugin '" + path + "' does not export '" UOR_PLUGIN_SYMBOL "'" + other_major(library_) +
                ", build it with this version's plugin.h");
  }
}

Constant SharedObject::constant() const {
  const char* at = &library_.get<const char>(UOR_PLUGIN_SYMBOL);
  return {reinterpret_cast<const uor_plugin*>(at), symbol_bytes(at)};
}

}  // namespace uor::host
