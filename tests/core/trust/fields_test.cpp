#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/trust.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST(Fields, EveryMetricOfTheBenchmarksIsAFieldInTheSameUnit) {
  const std::string path = test::data_folder + "/benchmarks.csv";
  std::ifstream stream(path);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const CsvTable table = parse_csv(text, path);
  EXPECT_EQ(table.rows.size(), 22u);
  for (const CsvRow& row : table.rows) {
    const std::string& id = row.cells[*table.column("metric")].text;
    const Field* field = test::shipped_fields().find(id);
    ASSERT_NE(field, nullptr) << id;
    EXPECT_EQ(field->unit, row.cells[*table.column("unit")].text) << id;
    EXPECT_NE(test::shipped_fields().find(id + "_year_ago"), nullptr) << id;
  }
}

TEST(Fields, IgnoredColumnsAreNotFields) {
  EXPECT_THAT(test::shipped_fields().ignored_columns(), Contains("fte_unknown"));
  EXPECT_THAT(test::shipped_fields().ids(), Not(Contains("fte_unknown")));
  EXPECT_EQ(test::shipped_fields().find("fte_unknown"), nullptr);
}

TEST(Fields, TheIntervalOfARoundedValueIsCutAtTheBounds) {
  const Field& occupancy = test::shipped_field("night_bed_occupancy");
  EXPECT_EQ(interval_of({90, 5, {}}, occupancy).lower, 85.0);
  EXPECT_EQ(interval_of({90, 5, {}}, occupancy).upper, 95.0);
  EXPECT_EQ(interval_of({100, 5, {}}, occupancy).upper, 100.0);
  EXPECT_EQ(interval_of({4, 0, {}}, occupancy).lower, interval_of({4, 0, {}}, occupancy).upper);
}

TEST(Fields, ABadTableIsRefused) {
  const std::string header =
      "id,unit,title,group,lower,upper,minimum,rounding,csv_column,scale,moves,sign,unless,note\n";
  const auto refusal = [&](const std::string& rows) {
    const test::TemporaryFile file(header + rows, ".csv");
    return test::message_of([&] { Fields{file.path()}; });
  };
  EXPECT_THAT(refusal("a,days,A,x,zero,1,no,0,,1,a.b,+,,\n"), HasSubstr(":2:12: lower is 'zero' (not a number)"));
  EXPECT_THAT(refusal("a,days,A,x,2,1,no,0,,1,a.b,+,,\n"), HasSubstr("field 'a' is not valid"));
  EXPECT_THAT(refusal("a,days,A,x,0,1,no,0,,1,a.b,+,,\na,days,A,x,0,1,no,0,,1,a.b,+,,\n"),
              HasSubstr(":3:1: duplicate field 'a'"));
}

TEST(Fields, AFieldThatDoesNotSayWhatItMovesIsRefused) {
  const std::string header =
      "id,unit,title,group,lower,upper,minimum,rounding,csv_column,scale,moves,sign,unless,note\n";
  const auto refusal = [&](const std::string& declared) {
    const test::TemporaryFile file(header + "a,days,A,x,0,1,no,0,,1," + declared + "\n", ".csv");
    return test::message_of([&] { Fields{file.path()}; });
  };
  EXPECT_THAT(refusal(",,,"), HasSubstr("field 'a' does not say what it moves"));
  EXPECT_THAT(refusal("a.b,,,"), HasSubstr("field 'a' does not say what it moves"));
  EXPECT_THAT(refusal("a.b,up,,"), HasSubstr("field 'a' does not say what it moves"));
  EXPECT_THAT(refusal("shown only,+,,why"), HasSubstr("field 'a' does not say what it moves"));
  EXPECT_THAT(refusal("shown only,,,"), HasSubstr("field 'a' gives no reason for being shown only"));
  EXPECT_THAT(refusal("a.b,depends,,"), HasSubstr("field 'a' gives no condition that its sign depends on"));
}

TEST(Fields, SayInWordsWhatTheyMove) {
  EXPECT_EQ(effect_in_words(test::shipped_field("vacancy_rate").effect), "more of it lowers people.evidence");
  EXPECT_EQ(effect_in_words(test::shipped_field("loans_due").effect),
            "more of it raises finance.loans_due; not where these are given: loans_due_share, loans_due_at_close");
  EXPECT_THAT(effect_in_words(test::shipped_field("patients").effect), HasSubstr("shown only: "));
  for (const Field& field : test::shipped_fields().all()) {
    for (const std::string& other : field.effect.unless)
      EXPECT_NE(test::shipped_fields().find(other), nullptr) << other;
  }
}

TEST(TrustSchema, ListsEveryFieldWithItsBounds) {
  const auto schema = nlohmann::json::parse(std::ifstream(std::string(UOR_SOURCE_DIR) + "/schema/trust.schema.json"));
  const auto& properties = schema["properties"]["reported"]["properties"];
  EXPECT_EQ(properties.size(), test::shipped_fields().all().size());
  for (const Field& field : test::shipped_fields().all()) {
    ASSERT_TRUE(properties.contains(field.id)) << field.id;
    EXPECT_EQ(properties[field.id]["minimum"], field.lower) << field.id;
    EXPECT_EQ(properties[field.id]["maximum"], field.upper) << field.id;
  }
}

}  // namespace
}  // namespace uor::trust
