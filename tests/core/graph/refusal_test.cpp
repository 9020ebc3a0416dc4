#include "tests/core/graph/small_graph.hpp"

namespace uor::graph {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(WiringRefusal, NamesTheNearestQuantityForAnUnknownRead) {
  EXPECT_EQ(refusal({driver("clinical.dna_rate"), quantity("a")}, {node("n", {now("clinical.dna_rat")}, {"a"})}),
            "node 'n' of plugin 'p' reads 'clinical.dna_rat', which no plugin declares and the host does not offer. "
            "Did you mean 'clinical.dna_rate'?");
}

TEST(WiringRefusal, NamesBothUnits) {
  EXPECT_THAT(refusal({driver("d", "o"), quantity("a")}, {node("n", {{"d", "percent", 0, 1}}, {"a"})}),
              StartsWith("node 'n' of plugin 'p' reads 'd' in 'percent' but 'o' declares it in 'GBP m'"));
}

TEST(WiringRefusal, NamesBothProducers) {
  EXPECT_THAT(refusal({quantity("a")}, {node("n", {}, {"a"}), node("m", {}, {"a"})}),
              StartsWith("quantity 'a' has two producers, node 'n' of plugin 'p' and node 'm' of plugin 'p'"));
}

TEST(WiringRefusal, NamesBothAnchorProducers) {
  EXPECT_THAT(refusal({quantity("a")}, {anchor(node("n", {}, {"a"})), anchor(node("m", {}, {"a"}))}),
              HasSubstr("two producers, anchor node 'n' of plugin 'p' and anchor node 'm'"));
}

TEST(WiringRefusal, NamesAQuantityThatNobodyProduces) {
  EXPECT_THAT(refusal({quantity("a"), quantity("b")}, {node("n", {}, {"a"})}),
              StartsWith("quantity 'b' of plugin 'p' is produced by nobody"));
}

TEST(WiringRefusal, NamesAQuantityThatIsDeclaredTwice) {
  EXPECT_THAT(refusal({quantity("a"), quantity("a", "o")}, {}),
              StartsWith("quantity 'a' is declared twice, by 'p' and"));
}

TEST(WiringRefusal, TellsThePathOfACycleFromItsFirstDeclaredNode) {
  EXPECT_EQ(refusal({quantity("x"), quantity("y"), quantity("z"), quantity("after")},
                    {node("after", {now("z")}, {"after"}), node("a", {now("z")}, {"x"}), node("b", {now("x")}, {"y"}),
                     node("c", {now("y")}, {"z"})}),
            "nodes need each other in the same month: a -> b -> c -> a (through 'x', 'y', 'z'), "
            "read one of these with a lag of 1 or more");
}

TEST(WiringRefusal, CountsASumThatEndsThisMonthAsPartOfACycle) {
  EXPECT_THAT(
      refusal({quantity("x"), quantity("y")}, {anchor(node("start", {}, {"x", "y"})),
                                               node("a", {sum_of("y", 12)}, {"x"}), node("b", {now("x")}, {"y"})}),
      HasSubstr("a -> b -> a (through 'x', 'y')"));
}

TEST(WiringRefusal, TellsANodeThatReadsItselfThisMonth) {
  EXPECT_THAT(refusal({quantity("x")}, {node("a", {now("x")}, {"x"})}), HasSubstr("a -> a (through 'x')"));
}

TEST(WiringRefusal, TellsACycleOfAnchorNodes) {
  EXPECT_THAT(refusal({quantity("x"), quantity("y")},
                      {anchor(node("a", {now("y")}, {"x"})), anchor(node("b", {at_anchor("x")}, {"y"}))}),
              HasSubstr("a -> b -> a"));
}

TEST(WiringRefusal, KeepsBenchmarksFromPhaseOne) {
  EXPECT_THAT(
      refusal({quantity("benchmark.m.median", "host"), quantity("a")}, {node("n", {now("benchmark.m.median")}, {"a"})}),
      HasSubstr("is of phase 1 and reads 'benchmark.m.median' (benchmarks and published metrics are known in"));
}

TEST(WiringRefusal, KeepsPublishedMetricsFromPhaseOne) {
  EXPECT_THAT(refusal({quantity("published_year_ago.m", "host"), quantity("a")},
                      {node("n", {now("published_year_ago.m")}, {"a"})}),
              HasSubstr("is of phase 1 and reads 'published_year_ago.m'"));
}

TEST(WiringRefusal, KeepsWhatPhaseTwoGivesFromPhaseOneAtAnyLag) {
  EXPECT_THAT(
      refusal({quantity("s"), quantity("a")},
              {anchor(node("start", {}, {"s"})), phase_two(node("t", {}, {"s"})), node("n", {ago("s", 1)}, {"a"})}),
      HasSubstr("node 'n' of plugin 'p' is of phase 1 and reads 's', which node 't' of plugin 'p' gives in"));
}

TEST(WiringRefusal, TellsTheWayFromABenchmarkToWhatPhaseOneReads) {
  EXPECT_THAT(refusal({quantity("benchmark.m.median", "host"), quantity("s"), quantity("t"), quantity("a")},
                      {phase_two(node("compare", {now("benchmark.m.median")}, {"s"})),
                       phase_two(node("judge", {now("s")}, {"t"})), node("n", {now("t")}, {"a"})}),
              HasSubstr("gives in phase 2 (benchmark.m.median -> s -> t), declare the node as phase 2"));
}

TEST(WiringRefusal, KeepsBenchmarksFromAnchorNodes) {
  EXPECT_THAT(refusal({quantity("benchmark.m.median", "host"), quantity("a")},
                      {anchor(node("n", {now("benchmark.m.median")}, {"a"}))}),
              HasSubstr("anchor node 'n' of plugin 'p' runs at the anchor and reads 'benchmark.m.median' (nothing is "
                        "published or compared before month 1)"));
}

TEST(WiringRefusal, KeepsMetricsOutOfPhaseTwo) {
  EXPECT_THAT(refusal({quantity("metric.m", "p", Kind::metric)}, {phase_two(node("n", {}, {"metric.m"}))}),
              HasSubstr("gives the metric 'metric.m' in phase 2"));
}

TEST(WiringRefusal, KeepsTheMonthsFromAnchorNodes) {
  EXPECT_THAT(refusal({quantity("a"), quantity("b")}, {anchor(node("n", {now("b")}, {"a"})), node("m", {}, {"b"})}),
              StartsWith("anchor node 'n' of plugin 'p' reads 'b', which has no value at month 0"));
}

TEST(WiringRefusal, KeepsLagsFromAnchorNodes) {
  EXPECT_THAT(refusal({quantity("a"), driver("d")}, {anchor(node("n", {ago("d", 2)}, {"a"}))}),
              HasSubstr("reads 'd' as it was 2 months ago (anchor nodes see month 0 only)"));
}

TEST(WiringRefusal, AsksForAnAnchorOfALaggedRead) {
  EXPECT_THAT(refusal({quantity("a"), quantity("b")}, {node("m", {}, {"b"}), node("n", {ago("b", 3)}, {"a"})}),
              HasSubstr("reads 'b' as it was 3 months ago, but no anchor node gives its value at month 0, add 'b'"));
}

TEST(WiringRefusal, AsksForAnAnchorOfASum) {
  EXPECT_THAT(refusal({quantity("a"), quantity("b")}, {node("m", {}, {"b"}), node("n", {{"b", "", 2, 12}}, {"a"})}),
              HasSubstr("reads 'b' over 12 months that end 2 months ago, but no anchor node"));
}

TEST(WiringRefusal, AsksForAnAnchorOfAReadAtTheAnchor) {
  EXPECT_THAT(refusal({quantity("a"), quantity("b")}, {node("m", {}, {"b"}), node("n", {at_anchor("b")}, {"a"})}),
              HasSubstr("reads 'b' at month 0, but no anchor node"));
}

TEST(WiringRefusal, KeepsTheHostsColumnsToTheirMonth) {
  EXPECT_THAT(refusal({quantity("a"), quantity("profile.x", "host")}, {node("n", {ago("profile.x", 1)}, {"a"})}),
              HasSubstr("reads 'profile.x' as it was 1 month ago, but the host offers it for this month only"));
}

TEST(WiringRefusal, PointsToTheAnchorWhenNothingElseGivesAQuantity) {
  EXPECT_THAT(refusal({quantity("a"), quantity("base")},
                      {anchor(node("start", {}, {"base"})), node("n", {now("base")}, {"a"})}),
              HasSubstr("reads 'base' in the month, but only anchor node 'start' of plugin 'p' gives it"));
}

TEST(WiringRefusal, KeepsNodesFromWritingDrivers) {
  EXPECT_THAT(refusal({driver("d")}, {node("n", {}, {"d"})}), HasSubstr("writes 'd', which is a driver"));
}

TEST(WiringRefusal, KeepsNodesFromWritingWhatTheHostOffers) {
  EXPECT_THAT(refusal({driver("trust.beds", "host")}, {node("n", {}, {"trust.beds"})}),
              HasSubstr("writes 'trust.beds', which the host offers"));
}

TEST(WiringRefusal, KeepsNodesFromWritingForAnotherPlugin) {
  EXPECT_THAT(refusal({quantity("o.x", "o")}, {node("n", {}, {"o.x"})}),
              HasSubstr("writes 'o.x', which plugin 'o' declares"));
}

TEST(WiringRefusal, NamesTheNearestQuantityForAnUnknownWrite) {
  EXPECT_THAT(refusal({quantity("people.pay")}, {node("n", {}, {"people.pax"})}),
              HasSubstr("writes 'people.pax', which no plugin declares, declare it among the quantities. Did you mean "
                        "'people.pay'?"));
}

}  // namespace
}  // namespace uor::graph
