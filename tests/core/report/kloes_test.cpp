#include "core/uor/report/kloes.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

std::vector<policy::Kloe> rows() {
  policy::Kloe people;
  people.id = "people";
  people.title = "People";
  return {people};
}

TEST(KloeTitle, IsThePluginsAndThePolicysWhereTheFileDoesNotSay) {
  model::Header header;
  header.kloes = {"people"};
  EXPECT_EQ(kloe_title(header, rows(), "people"), "People");
  EXPECT_EQ(kloe_title(header, rows(), "digital"), "digital");
  header.kloe_titles = {"Staff"};
  EXPECT_EQ(kloe_title(header, rows(), "people"), "Staff");
}

TEST(KloeTitle, IsOneWordInNarrowColumnsWhereItIsTheFrameworks) {
  model::Header header;
  header.kloes = {"people"};
  header.kloe_titles = {"People"};
  EXPECT_EQ(short_kloe_title(header, rows(), "people"), "people");
  header.kloe_titles = {"Staff"};
  EXPECT_EQ(short_kloe_title(header, rows(), "people"), "Staff");
}

}  // namespace
}  // namespace uor::report
