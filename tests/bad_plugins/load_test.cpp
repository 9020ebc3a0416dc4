#include <fstream>

#include "core/uor/base/sha256.hpp"
#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::host {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

void make_world_writable(const std::string& path) {
  fs::permissions(path, fs::perms::others_write, fs::perm_options::add);
}

TEST(Loading, TellsWhatAPluginDeclares) {
  const Plugin plugin(path_of("plain"));
  EXPECT_EQ(plugin.id(), "plain");
  EXPECT_EQ(plugin.version(), "1.0.0");
  EXPECT_EQ(plugin.title(), "A plugin of the tests");
  EXPECT_EQ(plugin.kloe(), "");
  EXPECT_EQ(plugin.path(), fs::canonical(path_of("plain")).string());
  EXPECT_EQ(plugin.sha256(), sha256_hex_of_file(path_of("plain")));
  EXPECT_EQ(plugin.isa_level(), 2);
  ASSERT_EQ(plugin.quantities().size(), 2U);
  EXPECT_EQ(plugin.quantities()[0].id, "plain.share");
  EXPECT_EQ(plugin.quantities()[0].plugin, "plain");
  EXPECT_EQ(to_string(plugin.quantities()[0].driver.distribution), "constant(50)");
  ASSERT_EQ(plugin.nodes().size(), 1U);
  EXPECT_EQ(plugin.nodes()[0].reads[0].id, "plain.share");
  EXPECT_EQ(plugin.nodes()[0].writes[0], "plain.result");
}

TEST(Loading, AcceptsANewerMinor) {
  const Plugin newer(path_of("newer_minor"));
  EXPECT_EQ(newer.id(), "newer_minor");
  EXPECT_EQ(newer.nodes()[0].writes[0], "newer_minor.result");
}

TEST(Loading, RefusesAPluginThatNeedsANewerMinor) {
  EXPECT_THAT(load_refusal("needs_newer"),
              AllOf(HasSubstr("uor_needs_newer.so: needs plugin ABI 1.2 but this host has ABI 1.1"),
                    HasSubstr("use a later uor")));
}

TEST(Loading, RefusesAFileThatIsNotThere) {
  EXPECT_THAT(load_refusal("nowhere"),
              AllOf(HasSubstr("uor_nowhere.so' cannot be found"), HasSubstr("check the path")));
}

TEST(Loading, RefusesAFolder) {
  const Folder folder;
  EXPECT_THAT(refusal([&] { Plugin{folder.path()}; }), HasSubstr("' is no file"));
}

TEST(Loading, RefusesAFileThatIsNoSharedObject) {
  const Folder folder;
  std::ofstream(folder.path() + "/uor_text.so") << "not a library\n";
  EXPECT_THAT(refusal([&] { Plugin{folder.path() + "/uor_text.so"}; }),
              AllOf(HasSubstr("uor_text.so' cannot be loaded ("), HasSubstr("check that it is a shared object")));
}

TEST(Loading, RefusesAFileWithoutTheSymbol) {
  EXPECT_THAT(load_refusal("no_symbol"),
              AllOf(HasSubstr("does not export 'uor_plugin_v1'"), HasSubstr("it is no plugin of uor")));
}

TEST(Loading, RefusesAFileWithTheSymbolOfAnotherMajor) {
  EXPECT_THAT(load_refusal("other_symbol"),
              HasSubstr("does not export 'uor_plugin_v1' but 'uor_plugin_v2' (it is built for ABI 2)"));
}

TEST(Loading, RefusesAnotherMajorNamingBothVersions) {
  EXPECT_THAT(load_refusal("wrong_major"), HasSubstr("is built for plugin ABI 7.3 but this host has ABI 1.1"));
}

TEST(Loading, RefusesAStructThatIsTooSmall) {
  EXPECT_THAT(load_refusal("small_struct"), HasSubstr("has a uor_plugin of 40 bytes, too small"));
}

TEST(Loading, RefusesAConstantThatEndsTooEarly) {
  EXPECT_THAT(load_refusal("tiny_constant"), HasSubstr("exports a 'uor_plugin_v1' of 4 bytes, which is no uor_plugin"));
  EXPECT_THAT(load_refusal("cut_constant"),
              HasSubstr("has a uor_plugin of 128 bytes, more than the 40 that 'uor_plugin_v1' has"));
}

TEST(Loading, RefusesATableThatIsNotThere) {
  EXPECT_THAT(load_refusal("null_table"),
              HasSubstr("plugin 'null_table' has 3 quantities but a null pointer to them, set the table"));
}

TEST(Loading, RefusesADuplicateId) {
  EXPECT_THAT(load_refusal("duplicate_id"),
              HasSubstr("quantity 'duplicate_id.result' is declared twice (duplicate id)"));
}

TEST(Loading, TellsWhyAPluginCannotBeCreated) {
  EXPECT_THAT(load_refusal("fails_in_create"),
              EndsWith("plugin 'fails_in_create' could not be created: the moon is not full"));
}

TEST(Loading, CatchesWhatIsThrownInCreate) {
  EXPECT_THAT(load_refusal("throws_in_create"), EndsWith("plugin 'throws_in_create' could not be created: an exception "
                                                         "left the plugin: no licence found"));
}

TEST(Loading, RefusesAWorldWritableFile) {
  const Folder folder;
  const std::string copy = folder.add("plain");
  EXPECT_NO_THROW(Plugin{copy});
  make_world_writable(copy);
  EXPECT_THAT(refusal([&] { Plugin{copy}; }),
              AllOf(HasSubstr("the file '" + copy + "' is world-writable (anyone could"),
                    EndsWith("run: chmod o-w '" + copy + "'")));
}

TEST(Loading, RefusesAWorldWritableFolder) {
  const Folder folder;
  const std::string copy = folder.add("plain");
  make_world_writable(folder.path());
  EXPECT_THAT(refusal([&] { Plugin{copy}; }), HasSubstr("the folder '" + folder.path() + "' is world-writable"));
}

TEST(Loading, RefusesALinkInAWorldWritableFolder) {
  const Folder kept, open;
  const std::string link = open.path() + "/uor_link.so";
  fs::create_symlink(kept.add("plain"), link);
  EXPECT_NO_THROW(Plugin{link});
  make_world_writable(open.path());
  EXPECT_THAT(refusal([&] { Plugin{link}; }), HasSubstr("the folder '" + open.path() + "' is world-writable"));
}

TEST(Loading, RefusesALinkToAFileInAWorldWritableFolder) {
  const Folder kept, open;
  const std::string link = kept.path() + "/uor_link.so";
  fs::create_symlink(open.add("plain"), link);
  make_world_writable(open.path());
  EXPECT_THAT(refusal([&] { Plugin{link}; }), HasSubstr("the folder '" + open.path() + "' is world-writable"));
}

TEST(Loading, TakesTheLowestInstructionSetWhenAsked) {
  const Environment lowest("UOR_ISA", "2");
  EXPECT_EQ(Plugin(path_of("levels")).isa_level(), 2);
}

TEST(Loading, TakesTheHighestInstructionSetOfTheProcessor) {
  const Environment highest("UOR_ISA", "4");
  const int level = Plugin(path_of("levels")).isa_level();
  const bool has_v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
  EXPECT_EQ(level, has_v3 ? 3 : 2);
}

TEST(Loading, RefusesAnInstructionSetThatIsNone) {
  const Environment wrong("UOR_ISA", "avx2");
  EXPECT_THAT(load_refusal("levels"), HasSubstr("UOR_ISA is 'avx2', must be 2, 3 or 4"));
}

TEST(Loading, RefusesVariantsWithOtherTables) {
  EXPECT_THAT(load_refusal("other_variant"),
              AllOf(HasSubstr("has variants by instruction set with other tables (nodes: other_variant.node"),
                    HasSubstr("writes other_variant.a against")));
}

}  // namespace
}  // namespace uor::host
