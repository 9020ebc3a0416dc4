#include <gtest/gtest.h>

#include "core/uor/report/tables/between.hpp"
#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TrustDiffers differing() {
  TrustDiffers trust{"RF4", "Barking", {}};
  trust.differs.facts = {
      {"dna_rate", "Did not attend", "percent", {7.2, "7.2", "reported", ""}, {{}, "drawn", "drawn", ""}}};
  trust.differs.runs = {{"seed", "1", "9"}};
  return trust;
}

TEST(FactsThatDiffer, AreSaidAsTheyAreAndKeptAsNumbers) {
  const Table table = facts_that_differ(differing(), {});
  EXPECT_EQ(words_of_row(table, 0), (Words{"Did not attend", "%", "7.2", "drawn", "drawn, was reported"}));
  EXPECT_EQ(std::get<Amount>(table.rows[0].cells[3]).value, 7.2);
}

TEST(WhatElseDiffers, NamesIt) {
  EXPECT_EQ(words_of_row(what_else_differs(differing(), {}), 0), (Words{"Seed", "1", "9"}));
}

}  // namespace
}  // namespace uor::report::tables
