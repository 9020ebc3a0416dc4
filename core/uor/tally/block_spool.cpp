#include "core/uor/tally/block_spool.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "core/uor/base/error.hpp"
#include "core/uor/tally/block_bytes.hpp"

namespace uor::tally {
namespace {

/// TMPDIR, even where it names no folder: then making the file fails, which says so.
std::filesystem::path folder() {
  const char* named = std::getenv("TMPDIR");
  return named == nullptr || *named == '\0' ? "/tmp" : named;
}

[[noreturn]] void refuse(const char* doing) {
  const std::string cause = std::generic_category().message(errno);
  throw Error(std::string("cannot ") + doing + " a temporary file in '" + folder().string() + "' (" + cause +
                  "), keep fewer raw trials or name a folder with room in TMPDIR",
              Fault::run);
}

std::FILE* open_nameless() {
  std::string path = (folder() / "uor-trials-XXXXXX").string();
  const int descriptor = mkstemp(path.data());
  if (descriptor < 0) refuse("make");
  unlink(path.c_str());
  return fdopen(descriptor, "w+b");
}

}  // namespace

BlockSpool::BlockSpool(std::size_t trusts) : file_(open_nameless()), starts_(trusts) {
  if (!file_) refuse("make");
}

void BlockSpool::put(const Block& block) {
  const auto write = [&](const void* data, std::size_t size, std::size_t count) {
    if (count > 0 && std::fwrite(data, size, count, file_.get()) != count) refuse("write");
    end_ += static_cast<long>(size * count);
  };
  if (std::fseek(file_.get(), end_, SEEK_SET) != 0) refuse("write");
  starts_[block.trust].push_back(end_);
  write(&block.first_trial, sizeof block.first_trial, 1);
  write(&block.count, sizeof block.count, 1);
  each_array_but_above(block, [&](const auto& values) {
    const std::size_t size = values.size();
    write(&size, sizeof size, 1);
    write(values.data(), sizeof values[0], size);
  });
}

void BlockSpool::replay(std::size_t trust, const std::function<void(const Block&)>& take) {
  const auto read = [&](void* data, std::size_t size, std::size_t count) {
    if (count > 0 && std::fread(data, size, count, file_.get()) != count) refuse("read");
  };
  Block block;
  block.trust = trust;
  for (const long start : starts_[trust]) {
    if (std::fseek(file_.get(), start, SEEK_SET) != 0) refuse("read");
    read(&block.first_trial, sizeof block.first_trial, 1);
    read(&block.count, sizeof block.count, 1);
    each_array_but_above(block, [&](auto& values) {
      std::size_t size = 0;
      read(&size, sizeof size, 1);
      values.resize(size);
      read(values.data(), sizeof values[0], size);
    });
    take(block);
  }
}

}  // namespace uor::tally
