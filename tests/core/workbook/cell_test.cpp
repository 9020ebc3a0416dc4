#include "core/uor/workbook/cell.hpp"

#include <gtest/gtest.h>

namespace uor::workbook {
namespace {

TEST(CellName, CountsColumnsLikeASpreadsheet) {
  EXPECT_EQ(name_of({12, 3}), "C12");
  EXPECT_EQ(name_of({1, 26}), "Z1");
  EXPECT_EQ(name_of({1, 27}), "AA1");
  EXPECT_EQ(name_of({1048576, 16384}), "XFD1048576");
}

TEST(CellName, ReadsWhatItWrites) {
  for (const int column : {1, 26, 27, 52, 702, 703, 16384}) {
    const Position at{7, column};
    EXPECT_EQ(position_named(name_of(at)), at);
  }
}

TEST(CellName, RefusesWhatNoSheetHas) {
  for (const char* name : {"", "12", "C", "C0", "c12", "C12x", "XFE1", "A1048577", "A99999999999", "ZZZZZZZZZZZZ1"})
    EXPECT_FALSE(position_named(name)) << name;
}

TEST(NumberFormat, TellsPercentAndDatesFromNumbers) {
  for (const char* format : {"0%", "0.00%", "[Red]0.0%;-0.0%"}) EXPECT_EQ(shown_by(format), Shown::percent) << format;
  for (const char* format : {"dd/mm/yyyy", "d-mmm", "hh:mm", "[$-809]d mmmm yyyy"})
    EXPECT_EQ(shown_by(format), Shown::date) << format;
  for (const char* format : {"General", "0.00", "#,##0", "0.0\" days\"", "[Red]-0.0", "0\\d", "_-* #,##0_-"})
    EXPECT_EQ(shown_by(format), Shown::plain) << format;
  EXPECT_EQ(shown_by(10), Shown::percent);
  EXPECT_EQ(shown_by(14), Shown::date);
  EXPECT_EQ(shown_by(4), Shown::plain);
}

}  // namespace
}  // namespace uor::workbook
