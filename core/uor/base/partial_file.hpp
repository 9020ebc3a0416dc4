// A file that is either finished under its name or not there: written beside its place under another name, forced to
// disk and renamed. Every file that the program writes is one.
#pragma once

#include <sys/stat.h>

#include <string>
#include <string_view>

#include "core/uor/base/error.hpp"

namespace uor {

/// Another process that lives writes that file now.
class BusyFile : public Error {
 public:
  using Error::Error;
};

/// Whether a link in place of the file means the file that it leads to. In a folder that others write to it must not.
enum class Links { followed, refused };

/// While one lives, no other can be made of the same file, by this process or another; of two that begin in the same
/// instant the later becomes "run-2.h5". What lay in the folder of processes that are gone is removed
/// (left_behind.hpp). Unless commit() is called, nothing stays, and what was there is as it was.
class PartialFile {
 public:
  /// Creates it, empty. Where a link leads to a file, that file is meant. BusyFile, or Error (Fault::run) when the
  /// folder is missing or cannot be written, the name is too long, or the target is a folder, a device, a pipe or a
  /// link that leads nowhere.
  explicit PartialFile(const std::string& target, Links links = Links::followed);
  ~PartialFile();
  PartialFile(PartialFile&& other) noexcept;
  PartialFile& operator=(PartialFile&&) = delete;

  const std::string& target() const { return target_; }  // as it was named
  const std::string& path() const { return path_; }      // of what is written: "/data/run.h5.5e0c1f9a3b.uor-partial"

  /// Adds to it. Error (Fault::run) when the system refuses.
  void write(std::string_view bytes);
  /// Adds them after the last byte, whoever wrote that. Error as write().
  void append(std::string_view bytes);
  /// Puts `bytes` in place of all that it holds. Error as write().
  void rewrite(std::string_view bytes);

  /// Forces the content to disk and renames it to the target, whose permissions it takes over. Where something else
  /// has come under that name meanwhile, neither is lost: it becomes "run-2.h5", which target() names then. Error
  /// (Fault::run) when the system refuses; the file is then removed.
  void commit();

  /// Removes those that live, for a signal handler: calls nothing but unlink. Whether there was one.
  static bool remove_all() noexcept;
  /// The last one that was finished, as it was named; empty: none. For a signal handler.
  static const char* last_finished() noexcept;

 private:
  void create(const std::string& folder, const std::string& name);
  bool is_as_it_was(const struct stat& now) const;
  void move_into_place();
  void move_beside();

  std::string target_, place_, path_;  // place_: where it goes, links followed, from the root
  int file_ = -1;
  bool replaces_ = false;
  struct stat before_ {};  // of what it replaces
};

/// Writes `text` as a whole file of that name.
void write_file(PartialFile file, std::string_view text);

}  // namespace uor
