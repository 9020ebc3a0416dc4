#include "core/uor/workbook/template.hpp"

#include <gmock/gmock.h>

#include <set>

#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/read.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/workbook/made_up_file.hpp"

namespace uor::workbook {
namespace {

using test::TemporaryFile;
using testing::HasSubstr;

const std::string source = UOR_SOURCE_DIR;

struct Written {
  trust::Fields fields{source + "/data/trust_fields.csv"};
  policy::Policy policy = policy::read_policy("framework", source + "/policies");
  TemporaryFile file{"", ".xlsx"};

  const std::string& write(const trust::Trust* trust = nullptr) {
    Quantity lever;
    lever.id = "clinical.dna_rate";
    lever.title = "Outpatients who do not attend";
    lever.unit = "percent";
    lever.plugin = "clinical";
    lever.lower = lever.likely_lower = 0;
    lever.upper = lever.likely_upper = 40;
    write_template(PartialFile(file.path()), {fields, policy, {&lever}, trust});
    return file.path();
  }
};

TEST(Template, ReadsAsItStands) {
  Written written;
  const trust::Trust trust = read_trust(written.write(), written.fields);
  EXPECT_EQ(trust.code, "MINE");
  EXPECT_EQ(trust.policy_year, written.policy.default_year);
  EXPECT_TRUE(trust.reported.empty() && trust.schemes.empty() && trust.judged.empty());
  const scenario::Scenario scenario = read_scenario(written.file.path());
  EXPECT_EQ(scenario.name, "my_question");
  EXPECT_TRUE(scenario.variants.empty());
  EXPECT_TRUE(unread_sheets(written.file.path()).empty());
}

TEST(Template, HasARowForEveryFieldAndJudgedPrompt) {
  Written written;
  const Book book = read_book(written.write());
  std::set<std::string> keys;
  for (const char* name : {layout::trust_sheet, layout::metrics_sheet, layout::evidence_sheet}) {
    for (const auto& [position, cell] : book.find(name)->cells) {
      const bool field = written.fields.find(cell.text) != nullptr;
      if (field || cell.text.rfind("clinical.", 0) == 0) keys.insert(cell.text);
    }
  }
  std::size_t fields = 0, prompts = 0;
  for (const trust::Field& field : written.fields.all()) fields += field.group == "year_ago" ? 0 : 1;
  for (const policy::Prompt& prompt : written.policy.prompts)
    prompts += prompt.judged && prompt.kloe == "clinical" ? 1 : 0;
  EXPECT_EQ(keys.size(), fields + prompts);
}

TEST(Template, HoldsWhatIsKnownOfATrust) {
  Written written;
  trust::Trust known = trust::parse_trust_toml(
      "schema = 1\ncode = \"X1\"\nname = \"A & B <trust>\"\npolicy_year = \"2018/19\"\nin_scope = false\n[reported]\n"
      "total_income = 412.6\nsickness_absence_rate = { value = 4.0, rounding = 0.5 }\ndna_rate_year_ago = 7.9\n"
      "control_total_accepted = true\nquality_safe = \"good\"\nliquidity_days = -12.25\n"
      "[judged]\n\"clinical.girft\" = \"outstanding\"\n\"people.pay_growth\" = 2.5\n"
      "[[scheme]]\nname = \"Lists\"\ncategory = \"pay\"\nplan = 3\nstart_month = 4\nrecurrent = 60\n"
      "delivery = { shape = \"pert\", lower = 50, mode = 85, upper = 100 }\ndelay = 1\n"
      "[[scheme]]\nname = \"Texts\"\nplan = 0.4\ndriver = \"clinical.dna_rate\"\nadd = -1.0\n",
      "known.toml", written.fields);
  const trust::Trust read = read_trust(written.write(&known), written.fields);
  EXPECT_EQ(read.name, "A & B <trust>");
  EXPECT_FALSE(read.in_scope);
  ASSERT_EQ(read.reported.size(), known.reported.size());
  for (const auto& [id, reported] : known.reported) {
    EXPECT_EQ(read.reported.at(id).value, reported.value) << id;
    EXPECT_EQ(read.reported.at(id).rounding, reported.rounding) << id;
  }
  EXPECT_EQ(read.judged.at("clinical.girft").value, 4.0);
  EXPECT_EQ(read.judged.at("people.pay_growth").value, 2.5);
  ASSERT_EQ(read.schemes.size(), 2U);
  EXPECT_EQ(read.schemes[0].delivery->parameters, known.schemes[0].delivery->parameters);
  EXPECT_EQ(read.schemes[0].delay_months.parameters, known.schemes[0].delay_months.parameters);
  EXPECT_EQ(read.schemes[0].recurrent_percent, 60.0);
  EXPECT_EQ(read.schemes[1].driver, "clinical.dna_rate");
  EXPECT_EQ(read.schemes[1].change, -1.0);
}

TEST(Template, RefusesASchemeThatItsSheetCannotHold) {
  Written written;
  trust::Trust known = trust::parse_trust_toml(
      "schema = 1\ncode = \"X1\"\nname = \"X\"\n[[scheme]]\nname = \"A\"\ncategory = \"pay\"\nplan = 3\n"
      "delay = { shape = \"uniform\", lower = 0, upper = 3 }\n",
      "known.toml", written.fields);
  EXPECT_THAT(test::message_of([&] { written.write(&known); }),
              HasSubstr("known.toml:5:8: the delay of the scheme 'A' is uniform(0, 3) (a workbook holds a number)"));
}

TEST(Template, LeavesNothingBehindWhenItCannotBeWritten) {
  Written written;
  EXPECT_THAT(test::message_of([&] {
                write_template(PartialFile("/nowhere/x.xlsx"), {written.fields, written.policy, {}, nullptr});
              }),
              HasSubstr("cannot write '/nowhere/x.xlsx'"));
}

}  // namespace
}  // namespace uor::workbook
