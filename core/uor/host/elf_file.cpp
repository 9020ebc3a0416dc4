#include "core/uor/host/elf_file.hpp"

#include <elf.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

namespace uor::host {

namespace {

template <typename Part>
std::optional<Part> read_at(std::ifstream& file, std::uint64_t offset) {
  Part part{};
  file.clear();
  file.seekg(static_cast<std::streamoff>(offset));
  file.read(reinterpret_cast<char*>(&part), sizeof part);
  return file ? std::optional(part) : std::nullopt;
}

/// Whether `count` bytes from `offset` on lie in a file of `size`.
bool lies_within(std::uint64_t offset, std::uint64_t count, std::uint64_t size) {
  return offset <= size && count <= size - offset;
}

std::optional<Elf64_Ehdr> header_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return read_at<Elf64_Ehdr>(file, 0);
}

bool is_elf(const Elf64_Ehdr& header) { return std::memcmp(header.e_ident, ELFMAG, SELFMAG) == 0; }

/// For what the running program is for.
bool is_for_this_system(const Elf64_Ehdr& header) {
  const auto own = header_of("/proc/self/exe");
  if (!own) return true;
  return header.e_ident[EI_CLASS] == own->e_ident[EI_CLASS] && header.e_ident[EI_DATA] == own->e_ident[EI_DATA] &&
         header.e_machine == own->e_machine;
}

std::string cut_short(std::uint64_t needed, std::uint64_t size) {
  return "it is cut short: its headers tell of at least " + std::to_string(needed) + " bytes, it has " +
         std::to_string(size);
}

/// Segments, which are mapped, and sections, which come last in the file.
std::string check_extents(std::ifstream& file, const Elf64_Ehdr& header, std::uint64_t size) {
  if (header.e_phentsize != sizeof(Elf64_Phdr) || header.e_phnum == 0) return "it has no segments to load";
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    const auto segment = read_at<Elf64_Phdr>(file, header.e_phoff + i * sizeof(Elf64_Phdr));
    if (!segment) return cut_short(header.e_phoff + header.e_phnum * sizeof(Elf64_Phdr), size);
    if (!lies_within(segment->p_offset, segment->p_filesz, size))
      return cut_short(segment->p_offset + segment->p_filesz, size);
  }
  if (header.e_shnum == 0 || header.e_shentsize != sizeof(Elf64_Shdr)) return {};  // stripped of sections
  for (unsigned i = 0; i < header.e_shnum; ++i) {
    const auto section = read_at<Elf64_Shdr>(file, header.e_shoff + i * sizeof(Elf64_Shdr));
    if (!section) return cut_short(header.e_shoff + header.e_shnum * sizeof(Elf64_Shdr), size);
    if (section->sh_type != SHT_NOBITS && !lies_within(section->sh_offset, section->sh_size, size))
      return cut_short(section->sh_offset + section->sh_size, size);
  }
  return {};
}

}  // namespace

std::string unloadable(const std::string& path) {
  std::error_code unreachable;
  if (std::filesystem::is_fifo(path, unreachable)) return "it is a pipe";  // which may keep its reader waiting for ever
  std::ifstream file(path, std::ios::binary);
  if (!file) return "it cannot be read";
  const std::uint64_t size = std::filesystem::file_size(path);
  if (size == 0) return "it is empty";
  Elf64_Ehdr head{};
  file.read(reinterpret_cast<char*>(&head), sizeof head);
  if (!is_elf(head)) return "it is no ELF file";
  if (size < sizeof head) return cut_short(sizeof head, size);
  if (!is_for_this_system(head)) return "it is for another kind of processor or system";
  if (head.e_type != ET_DYN) return "it is a program or a part of one, no shared object";
  return check_extents(file, head, size);
}

}  // namespace uor::host
