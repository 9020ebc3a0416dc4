#include "core/uor/base/hash.hpp"
#include "core/uor/graph/wiring.hpp"
#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::host {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string catalogue_refusal(const std::vector<std::string>& names) {
  return refusal([&] { catalogue_of(names); });
}

/// The plugin passes on its own and with the others, but cannot be wired.
std::string wire_refusal(const std::string& name, std::vector<Quantity> offered = {}) {
  const Catalogue catalogue = catalogue_of({name});
  offered.insert(offered.end(), catalogue.quantities().begin(), catalogue.quantities().end());
  return refusal([&] { graph::wire(offered, catalogue.nodes()); });
}

std::vector<std::string> ids_of(const Catalogue& catalogue) {
  std::vector<std::string> ids;
  for (const Plugin& plugin : catalogue.plugins()) ids.push_back(plugin.id());
  return ids;
}

TEST(Catalogue, HoldsWhatAllPluginsDeclare) {
  const Catalogue catalogue = catalogue_of({"plain", "newer_minor"});
  EXPECT_EQ(catalogue.quantities().size(), 4U);
  ASSERT_NE(catalogue.find("newer_minor.share"), nullptr);
  EXPECT_EQ(catalogue.find("newer_minor.share")->plugin, "newer_minor");
  EXPECT_EQ(catalogue.find("newer_minor.shore"), nullptr);
  ASSERT_EQ(catalogue.nodes().size(), 2U);
  EXPECT_EQ(catalogue.nodes()[1].plugin_index, 1U);
  EXPECT_EQ(catalogue.nodes()[1].node_index, 0U);
}

TEST(Catalogue, RefusesOnePluginTwice) {
  EXPECT_THAT(catalogue_refusal({"plain", "plain"}), HasSubstr("two plugins have the id 'plain'"));
}

TEST(Catalogue, RefusesAnIdOfAnotherPlugin) {
  EXPECT_THAT(catalogue_refusal({"plain", "foreign_duplicate"}),
              HasSubstr("quantity 'plain.share' is declared by plugin 'plain' and by plugin 'foreign_duplicate'"));
}

TEST(Catalogue, RefusesTwoProducersInOnePlugin) {
  EXPECT_THAT(catalogue_refusal({"two_producers"}),
              HasSubstr("quantity 'two_producers.result' has two producers, node 'two_producers.first' of plugin "
                        "'two_producers' and node 'two_producers.second'"));
}

TEST(Catalogue, RefusesTwoProducersInTwoPlugins) {
  EXPECT_THAT(catalogue_refusal({"plain", "foreign_producer"}),
              HasSubstr("quantity 'plain.result' has two producers, node 'plain.node' of plugin 'plain' and node "
                        "'foreign_producer.node' of plugin 'foreign_producer'"));
}

TEST(Catalogue, RefusesIdsWithOneHash) {
  ASSERT_EQ(hash_name("8yn0iYCKYHlIj4-BwPqk"), hash_name("GReLUrM4wMqfg9yzV3KQ"));
  EXPECT_THAT(catalogue_refusal({"hash_collision"}),
              HasSubstr("quantities '8yn0iYCKYHlIj4-BwPqk' of plugin 'hash_collision' and 'GReLUrM4wMqfg9yzV3KQ' of "
                        "plugin 'hash_collision' have the same hash"));
}

TEST(Catalogue, RefusesASecondScoringPlugin) {
  EXPECT_THAT(catalogue_refusal({"first_scorer", "second_scorer"}),
              AllOf(HasSubstr("KLOE 'people' has two scoring plugins, 'first_scorer' ("),
                    HasSubstr("'second_scorer' ("), HasSubstr("choose one with --plugin people=FILE")));
}

TEST(CatalogueSearch, LoadsTheFilesOfAFolderInOrder) {
  const Folder folder;
  folder.add("second_scorer");
  folder.add("newer_minor");
  folder.add("plain");
  std::filesystem::copy_file(path_of("cycle"), folder.path() + "/cycle.so");  // not named as a plugin
  EXPECT_THAT(ids_of(Catalogue::load({{folder.path()}, {}})), ElementsAre("newer_minor", "plain", "second_scorer"));
}

TEST(CatalogueSearch, SearchesAFolderOnceHoweverItIsNamed) {
  const Folder folder;
  folder.add("plain");
  EXPECT_THAT(ids_of(Catalogue::load({{folder.path(), folder.path() + "/."}, {}})), ElementsAre("plain"));
}

TEST(CatalogueSearch, PutsAReplacementInPlaceOfTheScoringPlugin) {
  const Folder folder, elsewhere;
  folder.add("first_scorer");
  folder.add("plain");
  const Catalogue catalogue = Catalogue::load({{folder.path()}, {{"people", elsewhere.add("second_scorer")}}});
  EXPECT_THAT(ids_of(catalogue), ElementsAre("second_scorer", "plain"));
}

TEST(CatalogueSearch, SettlesTwoScoringPluginsByAReplacement) {
  const Folder folder;
  folder.add("first_scorer");
  const std::string second = folder.add("second_scorer");
  EXPECT_THAT(refusal([&] { Catalogue::load({{folder.path()}, {}}); }), HasSubstr("two scoring plugins"));
  EXPECT_THAT(ids_of(Catalogue::load({{folder.path()}, {{"people", second}}})), ElementsAre("second_scorer"));
}

TEST(CatalogueSearch, RefusesAReplacementForAnotherKloe) {
  EXPECT_THAT(refusal([] {
                Catalogue::load({{}, {{"finance", path_of("first_scorer")}}});
              }),
              HasSubstr("scores the KLOE 'people', so it cannot replace the plugin of 'finance'"));
  EXPECT_THAT(refusal([] {
                Catalogue::load({{}, {{"finance", path_of("plain")}}});
              }),
              HasSubstr("scores no KLOE, so it"));
}

TEST(CatalogueSearch, RefusesAFolderThatIsNotThere) {
  EXPECT_THAT(refusal([] {
                Catalogue::load({{"no/such/folder"}, {}});
              }),
              HasSubstr("plugin folder 'no/such/folder' cannot be read"));
}

TEST(CatalogueSearch, RefusesToFindNothing) {
  const Folder folder;
  EXPECT_THAT(
      refusal([&] {
        Catalogue::load({{folder.path()}, {}});
      }),
      HasSubstr("no plugins found (searched '" + folder.path() + "' for uor_*.so), give one with --plugin-path"));
}

TEST(CatalogueSearch, LooksBesideTheProgram) {
  ASSERT_EQ(default_folders().size(), 1U);
  EXPECT_THAT(default_folders()[0], testing::EndsWith("/lib/uor/plugins"));
}

TEST(WiringOfPlugins, RefusesAnUnknownRead) {
  EXPECT_THAT(
      wire_refusal("unknown_read"),
      HasSubstr("reads 'unknown_read.shore', which no plugin declares and the host does not offer. Did you mean "
                "'unknown_read.share'?"));
}

TEST(WiringOfPlugins, RefusesAUnitMismatch) {
  EXPECT_THAT(wire_refusal("unit_mismatch"),
              HasSubstr("reads 'unit_mismatch.share' in 'ratio' but 'unit_mismatch' declares it in 'percent'"));
}

TEST(WiringOfPlugins, RefusesACycleWithItsPath) {
  EXPECT_THAT(wire_refusal("cycle"), HasSubstr("cycle.lay -> cycle.hatch -> cycle.lay (through 'cycle.egg', "
                                               "'cycle.hen')"));
}

TEST(WiringOfPlugins, RefusesAPhaseOneReadOfPhaseTwo) {
  EXPECT_THAT(wire_refusal("early_score"),
              HasSubstr("node 'early_score.first' of plugin 'early_score' is of phase 1 and "
                        "reads 'early_score.late', which node 'early_score.second'"));
}

Quantity dna_median() {
  Quantity benchmark;
  benchmark.id = "benchmark.dna_rate.median";
  benchmark.unit = "percent";
  benchmark.plugin = "host";
  return benchmark;
}

TEST(WiringOfPlugins, RefusesAPhaseOneReadOfTheLastMonthsPhaseTwoWithTheWayFromTheBenchmark) {
  EXPECT_THAT(wire_refusal("round_about", {dna_median()}),
              HasSubstr("node 'round_about.work' of plugin 'round_about' is of phase 1 and reads 'round_about.mark', "
                        "which node 'round_about.judge' of plugin 'round_about' gives in phase 2 "
                        "(benchmark.dna_rate.median -> round_about.gap -> round_about.mark), declare the node as"));
}

TEST(WiringOfPlugins, RefusesAPhaseOneReadOfABenchmark) {
  EXPECT_THAT(wire_refusal("early_benchmark", {dna_median()}),
              HasSubstr("is of phase 1 and reads 'benchmark.dna_rate.median' (benchmarks and published metrics"));
}

}  // namespace
}  // namespace uor::host
