#include "tests/core/graph/small_graph.hpp"

namespace uor::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// d -> a -> {b, c}; b -> metric.m -> published.m -> p.score; c -> b a month later; base is of month 0.
Wiring example() {
  return wire(
      {driver("d"), quantity("a"), quantity("b"), quantity("c"), quantity("metric.m", "p", Kind::metric),
       quantity("published.m", "host"), quantity("p.score", "q", Kind::score), quantity("base"), driver("other")},
      {anchor(node("start", {now("d")}, {"base", "c"})), node("a_node", {now("d"), now("other")}, {"a"}),
       node("b_node", {now("a"), ago("c", 1)}, {"b"}), node("c_node", {now("a"), at_anchor("base")}, {"c"}),
       node("m_node", {now("b"), at_anchor("d")}, {"metric.m"}),
       phase_two(node("score_node", {now("published.m")}, {"p.score"}, "q"))});
}

std::vector<std::string> reached(const Wiring& w, const std::string& source) {
  const std::vector<bool> is_reached = reachable(w, {*w.find(source)});
  std::vector<std::string> ids;
  for (std::size_t q = 0; q < is_reached.size(); ++q) {
    if (is_reached[q]) ids.push_back(w.quantities[q].id);
  }
  return ids;
}

std::vector<std::string> paths_in_words(const Wiring& w, const std::string& from, const std::string& to,
                                        std::size_t limit) {
  std::vector<std::string> result;
  for (const auto& path : paths(w, *w.find(from), *w.find(to), limit)) {
    std::string text;
    for (const std::size_t q : path) text += (text.empty() ? "" : " ") + w.quantities[q].id;
    result.push_back(text);
  }
  return result;
}

TEST(Reachable, FollowsReadsOfThePastAndPublishedMetrics) {
  EXPECT_THAT(reached(example(), "c"), ElementsAre("b", "c", "metric.m", "published.m", "p.score"));
}

TEST(Reachable, DoesNotFollowAnchorNodesOrReadsOfMonthZero) {
  EXPECT_THAT(reached(example(), "base"), ElementsAre("base"));
  EXPECT_THAT(reached(example(), "d"), Not(testing::Contains("base")));
}

TEST(Reachable, IsNothingFromNothing) {
  const Wiring w = example();
  EXPECT_EQ(reachable(w, {}), std::vector<bool>(w.quantities.size(), false));
}

TEST(Paths, ComeShortestFirst) {
  EXPECT_THAT(paths_in_words(example(), "d", "p.score", 10),
              ElementsAre("d a b metric.m published.m p.score", "d a c b metric.m published.m p.score"));
}

TEST(Paths, StopAtTheLimit) {
  EXPECT_THAT(paths_in_words(example(), "d", "p.score", 1), ElementsAre("d a b metric.m published.m p.score"));
  EXPECT_THAT(paths_in_words(example(), "d", "p.score", 0), IsEmpty());
}

TEST(Paths, AreNoneWhenNothingLeadsThere) { EXPECT_THAT(paths_in_words(example(), "p.score", "d", 10), IsEmpty()); }

TEST(Paths, StayBoundedInADenseGraph) {
  std::vector<Quantity> quantities = {quantity("0_0")};
  std::vector<Node> nodes = {node("n0", {}, {"0_0"})};
  std::vector<Read> reads = {now("0_0")};
  for (int layer = 1; layer <= 30; ++layer) {
    std::vector<std::string> writes;
    std::vector<Read> next;
    for (int k = 0; k < 10; ++k) {
      writes.push_back(std::to_string(layer) + "_" + std::to_string(k));
      quantities.push_back(quantity(writes.back()));
      next.push_back(now(writes.back()));
    }
    nodes.push_back(node("n" + std::to_string(layer), reads, writes));
    reads = next;
  }
  const Wiring w = wire(quantities, nodes);
  const auto found = paths(w, 0, *w.find("30_9"), 5);
  ASSERT_EQ(found.size(), 5U);
  for (const auto& path : found) EXPECT_EQ(path.size(), 31U);
}

TEST(Dot, GroupsNodesByPluginAndLabelsEdges) {
  const std::string dot = to_dot(example());
  EXPECT_THAT(dot, HasSubstr("subgraph \"cluster_p\" {\n    label=\"p\";\n    \"a_node\" [tooltip=\"d\\nother\"];"));
  EXPECT_THAT(
      dot, HasSubstr("subgraph \"cluster_q\" {\n    label=\"q\";\n    \"score_node\" [tooltip=\"\", peripheries=2];"));
  EXPECT_THAT(dot, HasSubstr("\"a_node\" -> \"b_node\" [label=\"a\", style=solid];"));
  EXPECT_THAT(dot, HasSubstr("\"c_node\" -> \"b_node\" [label=\"c\", style=dashed];"));
  EXPECT_THAT(dot, HasSubstr("\"m_node\" -> \"score_node\" [label=\"published.m\", style=dotted];"));
}

TEST(Dot, IsTheSameTextEveryTime) { EXPECT_EQ(to_dot(example()), to_dot(example())); }

}  // namespace
}  // namespace uor::graph
