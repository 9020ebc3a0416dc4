#include "core/uor/run/score_nodes.hpp"

#include <gtest/gtest.h>

#include "core/uor/base/column.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

TEST(ScoreNodes, KnowWhatLeadsToAScoreThroughScoringAlone) {
  const ScoreNodes nodes(test::small_inputs(), 0);
  EXPECT_TRUE(nodes.reaches_a_score("published.load"));
  EXPECT_TRUE(nodes.reaches_a_score("benchmark.load.median"));
  EXPECT_FALSE(nodes.reaches_a_score("small.level"));
  EXPECT_EQ(nodes.reads(),
            (std::vector<std::string>{"benchmark.load.median", "clinical.score", "corporate.score", "finance.score",
                                      "people.score", "published.load", "support.score"}));
}

TEST(ScoreNodes, ScoreAgainWithOneQuantityOtherwise) {
  const ScoreNodes nodes(test::small_inputs(), 0);
  Columns columns(8, 8);
  ColumnsById by_id;
  std::size_t row = 0;
  for (const std::string& id : nodes.reads()) {
    std::fill_n(columns.row(row), 8, id == "benchmark.load.median" ? 50.0 : id == "published.load" ? 45.0 : 2.75);
    by_id[id] = columns.row(row++);
  }
  std::fill_n(columns.row(7), 8, 60.0);
  const auto scores = nodes.scores_with("published.load", columns.row(7), by_id, 8);
  EXPECT_EQ(scores[0][3], 1.5);  // ten above the median
  EXPECT_EQ(scores[1][3], 2.5);  // made again by the same node
  const auto same = nodes.scores_with("small.level", columns.row(7), by_id, 8);
  EXPECT_EQ(same[0][3], 2.75);  // nothing is called: as the run made it
}

}  // namespace
}  // namespace uor::run
