// Where answers are made, inside a folder that others write to: what they do there leads nothing elsewhere.
#pragma once

#include <filesystem>
#include <string>

namespace uor::cli {

/// A folder of its own, for this user only until it is moved; removed unless it was.
class WorkFolder {
 public:
  /// Error (Fault::run) when it cannot be made.
  explicit WorkFolder(const std::filesystem::path& folder);
  ~WorkFolder();
  WorkFolder(WorkFolder&& other) noexcept;
  WorkFolder& operator=(WorkFolder&&) = delete;

  /// By its open descriptor: whatever its name leads to meanwhile.
  std::filesystem::path path() const;
  const std::string& digest() const { return digest_; }  // of the workbook in it
  std::filesystem::path workbook() const { return path() / name_; }

  /// Writes the workbook into it.
  void put(const std::string& name, const std::string& bytes);
  /// Gives it to those who read `place` too, and moves it there. False when that cannot be, or its name has become
  /// another's.
  bool move_to(const std::filesystem::path& place);

  /// Removes those that a process left behind that was killed; nothing else, whatever it is called.
  static void remove_left_behind(const std::filesystem::path& folder);

 private:
  std::string made_, name_, digest_;
  int folder_ = -1;
};

}  // namespace uor::cli
