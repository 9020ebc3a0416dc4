#include "core/uor/workbook/read.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/core/base/message_of.hpp"
#include "tests/core/base/mutated.hpp"
#include "tests/core/workbook/made_up_file.hpp"

namespace uor::workbook {
namespace {

using test::TemporaryFile;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const trust::Fields& fields() {
  static const trust::Fields table(std::string(UOR_SOURCE_DIR) + "/data/trust_fields.csv");
  return table;
}

/// A row of cells; what starts with '<' is a whole cell, what starts with '=' a number, else text.
std::string row(const std::vector<std::string>& cells) {
  std::string out = "<row>";
  for (const std::string& cell : cells) {
    if (cell.empty()) {
      out += "<c/>";
    } else if (cell[0] == '<') {
      out += cell;
    } else if (cell[0] == '=') {
      out += "<c><v>" + cell.substr(1) + "</v></c>";
    } else {
      out += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    }
  }
  return out + "</row>";
}

const std::string percent_cell = "<c s=\"1\"><v>0.072</v></c>", date_cell = "<c s=\"2\"><v>43466</v></c>";

struct Sheets {
  std::string trust =
      row({"Key", "Value", "Rounded to ±"}) + row({"schema", "=1"}) + row({"code", "MINE"}) + row({"name", "Mine"});
  std::string metrics = row({"Key", "Value", "Rounded to ±", "A year before"});
  std::string schemes = row({"Scheme", "Category", "Plan", "Starts in", "Recurrent", "Delivery, lowest",
                             "Delivery, likeliest", "Delivery, highest", "Delay", "Lever", "How", "Change"});
  std::string evidence = row({"Key", "Judgement"});
  std::string question = row({"Key", "Value"});
  std::string levers = row({"Key", "How", "Value", "Lowest", "Highest", "From month", "To month", "Level"});

  test::FileParts parts() const {
    const std::string styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs>";
    return test::book_parts({{"Trust", trust},
                             {"Metrics", metrics},
                             {"Savings schemes", schemes},
                             {"Evidence", evidence},
                             {"Question", question},
                             {"Levers", levers}},
                            "", styles);
  }
  std::string bytes() const { return test::zipped(parts()); }
};

trust::Trust read(const Sheets& sheets) {
  const TemporaryFile file(sheets.bytes(), ".xlsx");
  return read_trust(file.path(), fields());
}

scenario::Scenario ask(const Sheets& sheets) {
  const TemporaryFile file(sheets.bytes(), ".xlsx");
  return read_scenario(file.path());
}

std::string refusal(const Sheets& sheets) {
  return test::message_of([&] { read(sheets); });
}

TEST(ReadTrust, TakesValuesRoundingsAndTheYearBefore) {
  Sheets sheets;
  sheets.trust += row({"total_income", "=412.6"}) + row({"night_bed_occupancy", "=90", "=5"});
  sheets.metrics += row({"dna_rate", "=7.2", "=0.5", "=7.9"}) + row({"liquidity_days", "", "", ""});
  const trust::Trust trust = read(sheets);
  EXPECT_EQ(trust.code, "MINE");
  EXPECT_EQ(trust.reported.at("total_income").value, 412.6);
  EXPECT_EQ(trust.reported.at("night_bed_occupancy").rounding, 5.0);
  EXPECT_EQ(trust.reported.at("dna_rate").rounding, 0.5);
  EXPECT_EQ(trust.reported.at("dna_rate_year_ago").value, 7.9);
  EXPECT_EQ(trust.reported.count("liquidity_days"), 0U);
  EXPECT_EQ(trust.workbook_sha256.size(), 64U);
}

TEST(ReadTrust, DerivesATextThatReadsAsTheSameTrust) {
  Sheets sheets;
  sheets.metrics += row({"dna_rate", percent_cell, "=0.5", "=7.9"});
  sheets.schemes += row({"Lists", "pay", "=2.5", "July", "yes", "=50", "=85", "=100", "=1"});
  sheets.evidence += row({"clinical.girft", "good"});
  const trust::Trust trust = read(sheets);
  const trust::Trust again = trust::parse_trust_toml(trust.text, "derived.toml", fields());
  EXPECT_EQ(again.reported.at("dna_rate").value, 7.2);
  EXPECT_EQ(again.reported.size(), trust.reported.size());
  EXPECT_EQ(again.judged.at("clinical.girft").value, 3.0);
  ASSERT_EQ(again.schemes.size(), 1U);
  EXPECT_EQ(again.schemes[0].start_month, 4.0);
  EXPECT_EQ(again.schemes[0].recurrent_percent, 100.0);
  EXPECT_EQ(again.schemes[0].delivery->parameters, (std::vector<double>{50, 85, 100}));
}

TEST(ReadTrust, ReadsNumbersThatAreTextOrPercent) {
  Sheets sheets;
  sheets.trust += row({"outpatient_attendances", "1,234,500"}) + row({"planned_surplus", "(3.2)"}) +
                  row({"total_income", "£412.6"}) + row({"recurrent_share", "80%"}) + row({"beds", "n/a"}) +
                  row({"control_total_accepted", "Yes"}) +
                  row({"financial_special_measures", "<c t=\"b\"><v>0</v></c>"});
  sheets.metrics += row({"dna_rate", percent_cell});
  const trust::Trust trust = read(sheets);
  EXPECT_EQ(trust.reported.at("outpatient_attendances").value, 1234500.0);
  EXPECT_EQ(trust.reported.at("planned_surplus").value, -3.2);
  EXPECT_EQ(trust.reported.at("total_income").value, 412.6);
  EXPECT_EQ(trust.reported.at("recurrent_share").value, 80.0);
  EXPECT_EQ(trust.reported.at("control_total_accepted").value, 1.0);
  EXPECT_EQ(trust.reported.at("financial_special_measures").value, 0.0);
  EXPECT_EQ(trust.reported.at("dna_rate").value, 7.2);
  EXPECT_EQ(trust.reported.count("beds"), 0U);
}

TEST(ReadTrust, NamesSheetCellValueAndUnitOfAWrongCell) {
  Sheets sheets;
  sheets.metrics += row({"dna_rate", "abc"});
  EXPECT_THAT(refusal(sheets), HasSubstr(".xlsx: sheet 'Metrics', cell B2: dna_rate is 'abc' (not a number), write a "
                                         "number (in percent), or leave it blank"));
}

TEST(ReadTrust, NamesEveryWrongCellAtOnce) {
  Sheets sheets;
  sheets.trust += row({"total_income", "=412600"}) + row({"planned_surplus", "<c t=\"e\"><v>#REF!</v></c>"});
  sheets.metrics += row({"dna_rate", "=0.072"}) + row({"dna_rat", "=7"}) + row({"ie_margin", "<c><f>1</f></c>"}) +
                    row({"liquidity_days", date_cell});
  EXPECT_THAT(
      refusal(sheets),
      AllOf(HasSubstr("sheet 'Trust', cell B5: total_income is 412600 GBP m (it looks like GBP thousand), write 412.6"),
            HasSubstr("sheet 'Trust', cell B6: planned_surplus is #REF! (a formula that failed)"),
            HasSubstr("sheet 'Metrics', cell B2: dna_rate is 0.072 percent (it looks like a fraction), write 7.2"),
            HasSubstr("sheet 'Metrics', cell B3: unknown key 'dna_rat'"), HasSubstr("Did you mean 'dna_rate'?"),
            HasSubstr("sheet 'Metrics', cell B4: ie_margin is a formula without a value"),
            HasSubstr("sheet 'Metrics', cell B5: liquidity_days is a date")));
}

TEST(ReadTrust, RefusesARoundingThatIsWrongByItsOwnCell) {
  Sheets sheets;
  sheets.metrics += row({"dna_rate", "=7", "about 1"}) + row({"ie_margin", "", "=1"});
  EXPECT_THAT(refusal(sheets), AllOf(HasSubstr("cell C2: the rounding of dna_rate is 'about 1'"),
                                     HasSubstr("cell C3: ie_margin has a rounding and no value")));
}

TEST(ReadTrust, FindsRowsByKeyAndColumnsByHeading) {
  Sheets sheets;
  sheets.metrics = row({"a title"}) + row({}) + row({"Notes", "Rounded to ±", "Value", "KEY ", "a year before"}) +
                   row({"my words", "", "=7.2", "dna_rate"}) + row({}) + row({"a group"}) +
                   row({"", "", "=-2", "ie_margin"});
  const trust::Trust trust = read(sheets);
  EXPECT_EQ(trust.reported.at("dna_rate").value, 7.2);
  EXPECT_EQ(trust.reported.at("ie_margin").value, -2.0);
}

TEST(ReadTrust, RefusesValuesWithoutAKeyAndKeysTwice) {
  Sheets sheets;
  sheets.metrics += row({"dna_rate", "=7"}) + row({"", "=8"}) + row({"dna_rate", "=9"});
  EXPECT_THAT(refusal(sheets), AllOf(HasSubstr("cell A3: is blank, but the row holds values"),
                                     HasSubstr("cell A4: 'dna_rate' is also the key of row 2 (twice)")));
}

/// One more part of the sheet after its rows: the rows are written into <sheetData>.
std::string merging(const std::string& rows, const std::string& range) {
  return rows + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"" + range + "\"/></mergeCells><sheetData>";
}

TEST(ReadTrust, RefusesMergedCellsOfWhichSeveralAreRead) {
  Sheets sheets;
  sheets.levers = merging(sheets.levers + row({"clinical.dna_rate", "add", "=-2", "", "", "", "", "A"}) +
                              row({"people.sickness_absence_rate", "add", "=-1"}),
                          "H2:H3");
  EXPECT_THAT(test::message_of([&] { ask(sheets); }),
              HasSubstr("sheet 'Levers', cells H2:H3: are merged (which rows and columns their value is meant for"));
  for (const char* range : {"B3:B4", "A3:A4", "B3:C3", "A1:A3", "A2:C9"}) {
    sheets = {};
    sheets.metrics = merging(sheets.metrics + row({"note"}) + row({"dna_rate", "=7.2"}) + row({"ie_margin"}), range);
    EXPECT_THAT(refusal(sheets), HasSubstr(std::string("sheet 'Metrics', cells ") + range + ": are merged")) << range;
  }
}

TEST(ReadTrust, PassesOverMergedCellsThatDoNotMatter) {
  for (const char* range : {"A1:H1", "E3:E9", "D3:F3", "C5:C9", "A7:D8"}) {
    Sheets sheets;
    sheets.metrics = merging(
        row({"Title"}) + row({"Key", "Value", "Rounded to ±", "A year before", "Mine"}) + row({"dna_rate", "=7.2"}),
        range);
    EXPECT_EQ(read(sheets).reported.at("dna_rate").value, 7.2) << range;
  }
}

TEST(ReadTrust, ReadsAnswersRatingsAndNumbersHoweverTheyAreTyped) {
  for (const char* yes : {"Yes", "TRUE", "y", "=1", "<c t=\"b\"><v>1</v></c>", "", "true\xC2\xA0"}) {
    Sheets sheets;
    sheets.trust += row({"in_scope", yes});
    EXPECT_TRUE(read(sheets).in_scope) << yes;
  }
  for (const char* no : {"No", "false", "n", "=0", "<c t=\"b\"><v>0</v></c>"}) {
    Sheets sheets;
    sheets.trust += row({"in_scope", no}) + row({"control_total_accepted", no});
    EXPECT_FALSE(read(sheets).in_scope) << no;
    EXPECT_EQ(read(sheets).reported.at("control_total_accepted").value, 0.0) << no;
  }
  Sheets sheets;
  sheets.evidence += row({"clinical.girft", "Requires\xC2\xA0improvement"}) +
                     row({"people.culture\xE2\x80\x8B", "requires_improvement"});
  sheets.trust += row({"planned_surplus",
                       "–\xC2\xA0"
                       "3.2"});
  const trust::Trust trust = read(sheets);
  EXPECT_EQ(trust.judged.at("clinical.girft").value, 2.0);
  EXPECT_EQ(trust.judged.at("people.culture").value, 2.0);
  EXPECT_EQ(trust.reported.at("planned_surplus").value, -3.2);
}

TEST(ReadTrust, NamesBothCellsOfAKeyInTwoSheets) {
  Sheets sheets;
  sheets.trust += row({"dna_rate", "=7"});
  sheets.metrics += row({"dna_rate", "=9"});
  EXPECT_THAT(refusal(sheets), AllOf(HasSubstr("sheet 'Metrics', cell B2: the key 'dna_rate' is given twice (also in "),
                                     HasSubstr("sheet 'Trust', cell B5)")));
}

TEST(ReadTrust, NamesACharacterThatCannotBeSeen) {
  Sheets sheets;
  sheets.metrics += row({"dna_rate", "7\xE2\x80\x8B.2"}) + row({"dna\xE2\x80\x8B_x", "=7"});
  EXPECT_THAT(refusal(sheets), AllOf(HasSubstr("cell B2: dna_rate is '7[U+200B].2' (it holds the character U+200B"),
                                     HasSubstr("cell B3: unknown key 'dna[U+200B]_x'")));
}

TEST(ReadTrust, NamesNoMoreWrongCellsThanAnybodyReads) {
  Sheets sheets;
  for (int i = 0; i < 3000; ++i) sheets.metrics += row({"wrong_" + std::to_string(i), "=7"});
  const std::string message = refusal(sheets);
  EXPECT_EQ(std::count(message.begin(), message.end(), '\n'), 50);
  EXPECT_THAT(message, HasSubstr("There may be more: correct these first."));
}

TEST(ReadTrust, RefusesMoreRowsThanASheetOfOursHas) {
  Sheets sheets;
  for (int i = 0; i < 10001; ++i) sheets.metrics += row({"k" + std::to_string(i)});
  EXPECT_THAT(refusal(sheets), HasSubstr("sheet 'Metrics' has more than 10000 rows with values"));
}

TEST(ReadTrust, WhateverIsWrongThereIsAnErrorOrATrust) {
  Sheets sheets;
  sheets.trust += row({"total_income", "£412.6"}) + row({"in_scope", "yes"});
  sheets.metrics += row({"dna_rate", percent_cell, "=0.5", "=7.9"});
  sheets.schemes += row({"Lists", "pay", "=2.5", "July", "yes", "=50", "=85", "=100", "=1"});
  sheets.evidence += row({"clinical.girft", "good"});
  sheets.levers += row({"clinical.dna_rate", "add", "=-2", "=-3", "=-1", "=3", "=12", "Half of it"});
  const test::FileParts whole = sheets.parts();
  std::vector<std::string> names;
  for (const auto& [name, text] : whole) names.push_back(name);
  std::mt19937_64 random(5);
  for (int i = 0; i < 1000; ++i) {
    test::FileParts parts = whole;
    std::string& part = parts[names[random() % names.size()]];
    part = test::mutated(part, random);
    std::string bytes = test::zipped(parts);
    if (i % 4 == 0) bytes = test::mutated(bytes, random);
    const TemporaryFile file(bytes, ".xlsx");
    for (const std::string& message : {test::message_of([&] { read_trust(file.path(), fields()); }),
                                       test::message_of([&] { read_scenario(file.path()); })})
      EXPECT_TRUE(message == "nothing was refused" || message.starts_with(file.path())) << message;
  }
}

TEST(ReadTrust, RefusesMissingSheetsAndHeadings) {
  Sheets sheets;
  sheets.metrics = row({"Key", "Values", "Rounded to ±", "A year before"});
  EXPECT_THAT(refusal(sheets), HasSubstr("sheet 'Metrics', row 1: no column is headed 'Value'"));
  sheets.metrics = row({"nothing"});
  EXPECT_THAT(refusal(sheets), HasSubstr("sheet 'Metrics' has no heading 'Key'"));
  const TemporaryFile file(test::zipped(test::book_parts({{"Trusts", ""}})), ".xlsx");
  EXPECT_THAT(test::message_of([&] { read_trust(file.path(), fields()); }),
              HasSubstr("no sheet is called 'Trust'. Did you mean 'Trusts'?"));
  EXPECT_THAT(unread_sheets(file.path()), ElementsAre("Trusts"));
}

TEST(ReadTrust, RefusesSchemesByCell) {
  Sheets sheets;
  sheets.schemes += row({"A", "pays", "=1"});
  EXPECT_THAT(refusal(sheets), HasSubstr("sheet 'Savings schemes', cell B2: category is \"pays\" (unknown)"));
  sheets = {};
  sheets.schemes += row({"A", "pay", "one"}) + row({"B", "pay", "=1", "Maytember"}) +
                    row({"C", "pay", "=1", "", "=0.8"}) + row({"D", "pay", "=1", "", "", "=50"}) +
                    row({"E", "", "=1", "", "", "", "", "", "", "x", "", "=2"});
  EXPECT_THAT(refusal(sheets),
              AllOf(HasSubstr("cell C2: Plan is 'one'"), HasSubstr("cell D3: Starts in is 'Maytember'"),
                    HasSubstr("cell E4: Recurrent is 0.8 percent (it looks like a fraction), write 80"),
                    HasSubstr("cell G5: of the scheme's delivery some"), HasSubstr("cell K6: is blank, but a change")));
  sheets = {};
  sheets.schemes += row({"", "pay", "=1"});
  EXPECT_THAT(
      refusal(sheets),
      HasSubstr("sheet 'Savings schemes', cell A2: Scheme is blank, but the row holds values, name the scheme"));
}

TEST(ReadScenario, TakesQuestionSettingsAndLevels) {
  Sheets sheets;
  sheets.question += row({"title", "Fewer missed visits"}) + row({"question", "Would it help?"}) +
                     row({"months", "=18"}) + row({"trials", "=500"}) + row({"seed", "=7"}) +
                     row({"publication_lag", "no"}) + row({"assessment_month", ""});
  sheets.levers += row({"clinical.dna_rate", "add", "=-2", "", "", "=3", "=12", "Half of it"}) +
                   row({"clinical.dna_rate", "multiply", "<c s=\"1\"><v>0.9</v></c>", "", "", "", "", "A tenth"}) +
                   row({"people.sickness_absence_rate", "set", "=4", "=3", "=5"}) + row({"people.unused"});
  const scenario::Scenario scenario = ask(sheets);
  EXPECT_EQ(scenario.name, "fewer_missed_visits");
  EXPECT_EQ(scenario.title, "Fewer missed visits");
  EXPECT_EQ(scenario.run.months, 18);
  EXPECT_EQ(scenario.run.trials, 500U);
  EXPECT_EQ(scenario.run.seed, 7U);
  EXPECT_FALSE(scenario.run.publication_lag);
  ASSERT_EQ(scenario.variants.size(), 2U);
  EXPECT_EQ(scenario.variants[0].name, "half_of_it");
  EXPECT_EQ(scenario.variants[0].title, "Half of it");
  EXPECT_EQ(scenario.variants[0].adjustments.at(0).from_month, 3);
  EXPECT_EQ(scenario.variants[0].adjustments.at(0).value, -2.0);
  EXPECT_EQ(scenario.variants[1].adjustments.at(0).value, 0.9);
  EXPECT_EQ(scenario.variants[1].varies.at(0).distribution.parameters, (std::vector<double>{3, 4, 5}));
  const scenario::Scenario again = scenario::parse_scenario(scenario.text, "derived.toml");
  EXPECT_EQ(again.variants[1].varies.at(0).distribution.parameters, (std::vector<double>{3, 4, 5}));
}

TEST(ReadScenario, IsTheBaselineWhenNoLeverIsFilledIn) {
  Sheets sheets;
  sheets.levers += row({"clinical.dna_rate"});
  EXPECT_TRUE(ask(sheets).variants.empty());
}

TEST(ReadScenario, RefusesWrongCellsByName) {
  Sheets sheets;
  sheets.question += row({"months", "twelve"}) + row({"monts", "=3"});
  sheets.levers += row({"a", "plus", "=1"}) + row({"b", "", "=1"}) + row({"c", "add", ""}) +
                   row({"d", "add", "=1", "=0"}) + row({"e", "add", percent_cell});
  const std::string message = test::message_of([&] { ask(sheets); });
  EXPECT_THAT(message,
              AllOf(HasSubstr("sheet 'Question', cell B2: months is 'twelve'"),
                    HasSubstr("sheet 'Levers', cell B2: How is 'plus' (unknown)"), HasSubstr("cell B3: How is blank"),
                    HasSubstr("cell C4: Value is blank"), HasSubstr("cell E5: Highest is blank, but Lowest is given"),
                    HasSubstr("cell C6: Value is 7.2 % (a cell that shows percent)")));
  EXPECT_THAT(message, HasSubstr("sheet 'Question', cell B3: unknown key 'monts'"));
}

TEST(ReadScenario, KeepsPlacesForLaterChecks) {
  Sheets sheets;
  sheets.levers += row({"clinical.dna_rat", "add", "=-2"});
  EXPECT_THAT(to_string(ask(sheets).variants.at(0).adjustments.at(0).where), HasSubstr("sheet 'Levers', cell A2"));
}

}  // namespace
}  // namespace uor::workbook
