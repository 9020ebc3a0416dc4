#include "core/uor/report/tables/provenance.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Provenance, NamesFileProgramInputsAndPlugins) {
  const Table table = provenance(small_figures());
  EXPECT_EQ(words_of_row(table, 0), (Words{"Result file", "small.h5", ""}));
  EXPECT_EQ(words_of_row(table, 3), (Words{"Policy", "framework.toml", "abc"}));
  EXPECT_EQ(words_of_row(table, 4), (Words{"Plugin", "clinical 1.0.0", "def"}));
}

TEST(Provenance, OfManyTrustsCountsTheirFiles) {
  Figures run = small_figures();
  run.rows.resize(most_full_trusts + 1);
  run.origin.inputs = {{"trust", "a.toml", "1"}, {"trust", "b.toml", "2"}};
  EXPECT_EQ(words_of_row(provenance(run), 3)[1], "2 trust files or rows");
}

TEST(RunFacts, AreNumbersWhereTheyAre) {
  const Origin origin = small_figures().origin;
  EXPECT_EQ(std::get<Count>(run_facts(origin).rows[6].cells[1]).value, 100U);
  EXPECT_EQ(inputs(origin).rows.size() + plugins(origin).rows.size() + standing(origin).rows.size(), 3U);
}

}  // namespace
}  // namespace uor::report::tables
