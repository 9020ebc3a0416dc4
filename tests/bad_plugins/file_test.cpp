// Files that are no whole shared object, wherever they end.
#include <elf.h>

#include <cstddef>
#include <cstring>
#include <fstream>
#include <sstream>

#include "core/uor/host/elf_file.hpp"
#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::host {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::string refused_with(const std::string& bytes) {
  const Folder folder;
  const std::string file = folder.path() + "/uor_file.so";
  std::ofstream(file, std::ios::binary) << bytes;
  return refusal([&] { Plugin{file}; });
}

TEST(PluginFile, CutShortAnywhereIsRefusedWithoutACrash) {
  const std::string whole = bytes_of(path_of("plain"));
  ASSERT_EQ(unloadable(path_of("plain")), "");
  for (std::size_t left = whole.size() - 1; left > sizeof(Elf64_Ehdr); left -= std::min<std::size_t>(left, 97))
    EXPECT_THAT(refused_with(whole.substr(0, left)), HasSubstr("it is cut short")) << left;
  EXPECT_THAT(refused_with(whole.substr(0, 20)), HasSubstr("it is cut short"));
}

TEST(PluginFile, EmptyIsRefused) { EXPECT_THAT(refused_with(""), HasSubstr("cannot be loaded (it is empty)")); }

TEST(PluginFile, ThatIsNoElfIsRefused) {
  EXPECT_THAT(refused_with("not a library\n"), HasSubstr("cannot be loaded (it is no ELF file)"));
}

TEST(PluginFile, OfAnotherMachineIsRefused) {
  std::string other = bytes_of(path_of("plain"));
  Elf64_Ehdr header;
  std::memcpy(&header, other.data(), sizeof header);
  header.e_machine = header.e_machine == EM_S390 ? EM_SPARC : EM_S390;
  std::memcpy(other.data(), &header, sizeof header);
  EXPECT_THAT(refused_with(other), HasSubstr("another kind of processor"));
  other = bytes_of(path_of("plain"));
  other[EI_CLASS] = ELFCLASS32;
  EXPECT_THAT(refused_with(other), HasSubstr("another kind of processor"));
}

TEST(PluginFile, ThatIsAProgramIsRefused) {
  std::string program = bytes_of(path_of("plain"));
  program[offsetof(Elf64_Ehdr, e_type)] = ET_EXEC;
  EXPECT_THAT(refused_with(program), HasSubstr("no shared object"));
}

TEST(PluginFile, WhoseSegmentsLeadOutOfItIsRefused) {
  std::string wide = bytes_of(path_of("plain"));
  Elf64_Ehdr header;
  std::memcpy(&header, wide.data(), sizeof header);
  Elf64_Phdr segment;
  std::memcpy(&segment, wide.data() + header.e_phoff, sizeof segment);
  for (const std::uint64_t size : {std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
    segment.p_filesz = size;
    std::memcpy(wide.data() + header.e_phoff, &segment, sizeof segment);
    EXPECT_THAT(refused_with(wide), HasSubstr("it is cut short"));
  }
}

}  // namespace
}  // namespace uor::host
