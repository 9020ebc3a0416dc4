#include "core/uor/model/known_metrics.hpp"

#include <gtest/gtest.h>

namespace uor::model {
namespace {

Fact fact(const std::string& field, How how) {
  Fact fact;
  fact.field = field;
  fact.how = how;
  return fact;
}

Fact written(const std::string& field, const std::string& words) {
  Fact as_written = fact(field, How::as_written);
  as_written.written = words;
  return as_written;
}

/// Of five metrics, one reported.
KnownMetrics known(const std::vector<Fact>& assumed) {
  Header header;
  for (const char* id : {"a", "b", "c", "d", "e"}) header.metrics.emplace_back().id = std::string("metric.") + id;
  header.trusts.emplace_back().assumed = assumed;
  header.trusts[0].metrics_reported = 1;
  return known_metrics(header, 0);
}

TEST(KnownMetrics, ThoseThatOtherFiguresGiveAreDerivedAndAllOthersDrawn) {
  Fact to_date = fact("d", How::part_drawn);
  to_date.accounts = {"pay_to_date"};
  const KnownMetrics counted = known({fact("b", How::derived), fact("c", How::settled), to_date,
                                      fact("e", How::national), fact("no_metric", How::derived)});
  EXPECT_EQ(counted.reported, 1u);
  EXPECT_EQ(counted.derived, 3u);
  EXPECT_EQ(counted.drawn(), 1u);
}

TEST(KnownMetrics, AFileOfAnEarlierProgramSaysItInWords) {
  const KnownMetrics counted =
      known({written("b", "not reported, derived as 100 x / y = 2 percent"),
             written("c", "not reported, derived (verified: from x, y)"),
             written("d", "not reported, derived (assumed: the model)"),
             written("e", "not reported, from the accounts to date; of last year drawn (assumed: x)")});
  EXPECT_EQ(counted.derived, 3u);
  EXPECT_EQ(counted.drawn(), 1u);
}

}  // namespace
}  // namespace uor::model
