#include "core/uor/report/tables/cell.hpp"

#include <gtest/gtest.h>

namespace uor::report::tables {
namespace {

TEST(Cells, AreReadWithTheirErrorInOneCell) {
  EXPECT_EQ(words_of(Share{0.431, 0.003}), "43.1 ± 0.3");
  EXPECT_EQ(words_of(Share{0, 0.0, 200}), "0.0 ± <0.5");
  EXPECT_EQ(words_of(Amount{2.0812, 3, 0.07}), "2.081 ± 0.070");
  EXPECT_EQ(words_of(Amount{-1234.5}), "\u22121,234");
  EXPECT_EQ(words_of(Spread{7, 5, 7, 9}), "7.00 (5.00 to 9.00)");
  EXPECT_EQ(words_of(Spread{7.2, 5, 7, 9, 1, 0.2, 1, true, true}), "7.2 ± 0.2 (5 to 9)");
}

TEST(Cells, SayChangesWithWhatTheirErrorsRestOn) {
  EXPECT_EQ(words_of(change_of_share(analyse::Estimate{0.042, 0.001})), "+4.2 ± 0.1");
  EXPECT_EQ(words_of(change({7, 8, 1, 0.2, analyse::Basis::bound}, by_size)), "+1.00 ± at most 0.200");
  EXPECT_EQ(words_of(change({7, 8, 1, 0.2, analyse::Basis::independent}, 1)), "+1.0 ± 0.2, unpaired");
  EXPECT_EQ(words_of(change({7, 7, 0, 0}, 3)), "no change");
  EXPECT_EQ(words_of(Change{-1.25, {}, 2}), "\u22121.25");
  EXPECT_EQ(words_of(Change{0.001, 0.002, 3, false, analyse::Basis::paired, true}), "+0.001 ± 0.002 *");
}

TEST(Cells, OfNothingAndOfWordsAreThat) {
  EXPECT_EQ(words_of(std::monostate{}), "\u2013");
  EXPECT_EQ(words_of(change_of_share(analyse::Estimate{}, true)), "\u2013");
  EXPECT_EQ(words_of(std::string()), "");
  EXPECT_EQ(words_of(Status{"green"}), "Green");
  EXPECT_EQ(words_of(Status{}), "\u2013");
  EXPECT_EQ(words_of(Count{12345}), "12,345");
  EXPECT_EQ(words_of(Amount{7.2, by_size, {}, "7.2 (of November 2018)"}), "7.2 (of November 2018)");
}

TEST(Cells, AreReadWithoutTheirErrorWhereItIsTakenAway) {
  EXPECT_EQ(words_of(without_error(Share{0.431, 0.003})), "43.1");
  EXPECT_EQ(words_of(without_error(Amount{2, 1, 0.1})), "2.0");
}

}  // namespace
}  // namespace uor::report::tables
