// The parts of a workbook file: a zip archive, read with limits so that no file can exhaust the machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct zip;

namespace uor::workbook {

inline constexpr std::size_t most_file_bytes = 32 << 20;
inline constexpr std::size_t most_part_bytes = 32 << 20;  // of one part, unpacked
inline constexpr std::size_t most_total_bytes = 96 << 20;
inline constexpr std::size_t most_parts = 4000;

/// One archive, whole in memory.
class Archive {
 public:
  /// Error for a file that is missing, a folder, unreadable, empty, above most_file_bytes, no zip archive (known kinds
  /// by name: old or encrypted workbook, OpenDocument, text), damaged, or of more than most_parts parts.
  explicit Archive(const std::string& path);

  /// Unpacked bytes of a part such as "xl/workbook.xml", in any capitals and with either slash; nothing when there is
  /// none. Error above most_part_bytes or, with the parts read before, most_total_bytes; for a damaged or encrypted
  /// part. `called` is what messages call it, "its part 'xl/workbook.xml'" when it is empty.
  std::optional<std::string> part(const std::string& name, const std::string& called = {});

  /// Of all parts, in one form: small letters, '/' between folders; sorted.
  std::vector<std::string> names() const;
  const std::string& bytes() const { return bytes_; }  // of the file
  const std::string& path() const { return path_; }
  /// SHA-256 of the file as it was read.
  const std::string& sha256() const { return sha256_; }

 private:
  struct Close {
    void operator()(zip* archive) const;
  };

  std::string path_, sha256_;
  std::string bytes_;  // the archive reads from here
  std::unique_ptr<zip, Close> archive_;
  std::map<std::string, std::uint64_t> places_;  // of the parts, by plain name
  std::size_t unpacked_ = 0;
};

}  // namespace uor::workbook
