#include "core/uor/graph/wiring.hpp"

#include "tests/core/graph/small_graph.hpp"

namespace uor::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Wiring, OrdersNodesByWhatTheyReadThisMonth) {
  const Wiring w =
      wire({quantity("c"), quantity("b"), quantity("a"), driver("d")},
           {node("third", {now("b")}, {"c"}), node("second", {now("a")}, {"b"}), node("first", {now("d")}, {"a"})});
  EXPECT_THAT(ids_of(w.phase_one), ElementsAre("first", "second", "third"));
}

TEST(Wiring, TakesTheReadyNodeThatWasDeclaredFirst) {
  const Wiring w = wire({quantity("a"), quantity("b"), quantity("c"), quantity("d")},
                        {node("needs_c", {now("c")}, {"a"}), node("free_b", {}, {"b"}), node("free_c", {}, {"c"}),
                         node("free_d", {}, {"d"})});
  EXPECT_THAT(ids_of(w.phase_one), ElementsAre("free_b", "free_c", "needs_c", "free_d"));
}

TEST(Wiring, FindsReadsAndWrites) {
  const Wiring w = wire({driver("d"), quantity("a")}, {node("n", {now("d"), sum_of("d", 3)}, {"a"})});
  ASSERT_EQ(w.phase_one.size(), 1U);
  ASSERT_EQ(w.phase_one[0].reads.size(), 2U);
  EXPECT_EQ(w.phase_one[0].reads[1].quantity, 0U);
  EXPECT_EQ(w.phase_one[0].reads[1].window, 3);
  EXPECT_THAT(w.phase_one[0].writes, ElementsAre(1U));
  EXPECT_EQ(w.find("a"), 1U);
  EXPECT_EQ(w.find("z"), std::nullopt);
}

TEST(Wiring, DoesNotOrderByReadsOfThePast) {
  const Wiring w =
      wire({quantity("a"), quantity("b")}, {anchor(node("start", {}, {"a", "b"})), node("one", {ago("b", 1)}, {"a"}),
                                            node("two", {now("a"), ago("b", 2)}, {"b"})});
  EXPECT_THAT(ids_of(w.anchors), ElementsAre("start"));
  EXPECT_THAT(ids_of(w.phase_one), ElementsAre("one", "two"));
}

TEST(Wiring, OrdersAnchorNodesAmongThemselves) {
  const Wiring w =
      wire({quantity("a"), quantity("b"), driver("trust.beds", "host")},
           {anchor(node("b_0", {at_anchor("a")}, {"b"})), anchor(node("a_0", {now("trust.beds")}, {"a"}))});
  EXPECT_THAT(ids_of(w.anchors), ElementsAre("a_0", "b_0"));
}

TEST(Wiring, SeparatesThePhases) {
  const Wiring w = wire({quantity("metric.m", "p", Kind::metric), quantity("p.score", "p", Kind::score),
                         quantity("benchmark.m.median", "host"), quantity("published.m", "host")},
                        {phase_two(node("score", {now("published.m"), now("benchmark.m.median")}, {"p.score"})),
                         node("m", {}, {"metric.m"})});
  EXPECT_THAT(ids_of(w.phase_one), ElementsAre("m"));
  EXPECT_THAT(ids_of(w.phase_two), ElementsAre("score"));
}

TEST(Wiring, KeepsAsMuchHistoryAsSomeNodeReads) {
  const Wiring w = wire({quantity("a"), quantity("b"), quantity("c"), driver("d")},
                        {anchor(node("start", {}, {"a"})), node("a_node", {now("d")}, {"a"}),
                         node("b_node", {{"a", "", 3, 12}, ago("a", 1)}, {"b"}),
                         node("c_node", {sum_of("b", UOR_YEAR_TO_DATE), at_anchor("d")}, {"c"})});
  EXPECT_TRUE(w.history[0].anchor);
  EXPECT_EQ(w.history[0].depth, 14);
  EXPECT_FALSE(w.history[1].anchor);
  EXPECT_EQ(w.history[1].depth, 11);
  EXPECT_FALSE(w.history[2].anchor);
  EXPECT_EQ(w.history[2].depth, 0);
  EXPECT_TRUE(w.history[3].anchor);
  EXPECT_EQ(w.history[3].depth, 0);
}

TEST(Wiring, AcceptsAQuantityThatOnlyAnAnchorNodeGives) {
  const Wiring w = wire({quantity("base"), quantity("a")},
                        {anchor(node("start", {}, {"base"})), node("n", {at_anchor("base")}, {"a"})});
  EXPECT_TRUE(w.history[0].anchor);
}

TEST(Wiring, LetsAnchorNodesReadSeasonProfiles) {
  EXPECT_NO_THROW(wire({quantity("a"), quantity("b"), quantity("profile.x", "host")},
                       {anchor(node("start", {now("profile.x")}, {"a"})), node("m", {}, {"a"}),
                        node("n", {now("profile.x"), at_anchor("profile.x")}, {"b"})}));
}

TEST(Wiring, LetsANodeReadItselfAMonthAgo) {
  EXPECT_NO_THROW(wire({quantity("a")}, {anchor(node("start", {}, {"a"})), node("n", {ago("a", 1)}, {"a"})}));
}

TEST(Wiring, GivesTheSameOrderEveryTime) {
  std::vector<Quantity> quantities;
  std::vector<Node> nodes;
  for (int i = 0; i < 200; ++i) {
    quantities.push_back(quantity("q" + std::to_string(i)));
    std::vector<Read> reads;
    for (int k = 1; k < 4; ++k) {
      const int giver = (i * 7919 + k * 104729) % 200;
      if (giver > i) reads.push_back(now("q" + std::to_string(giver)));
    }
    nodes.push_back(node("n" + std::to_string(i), reads, {"q" + std::to_string(i)}));
  }
  const Wiring first = wire(quantities, nodes);
  EXPECT_EQ(ids_of(first.phase_one), ids_of(wire(quantities, nodes).phase_one));
  std::vector<bool> is_done(200);
  for (const WiredNode& wired : first.phase_one) {
    for (const Link& read : wired.reads) EXPECT_TRUE(is_done[read.quantity]) << wired.node.id;
    is_done[wired.writes[0]] = true;
  }
}

}  // namespace
}  // namespace uor::graph
