#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/policy/small_policy.hpp"

namespace uor::policy {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string refusal(const std::string& from, const std::string& to) {
  return test::policy_refusal("small.toml", from, to);
}

std::string included_refusal(const std::string& from, const std::string& to) {
  return test::policy_refusal("small_parameters.toml", from, to);
}

TEST(BadPolicy, AnUnknownNameIsRefusedWithTheNearest) {
  EXPECT_EQ(
      test::message_of([] { read_policy("smal", test::policy_data); }),
      "unknown policy 'smal'. Did you mean 'small'? Give the name of a shipped policy or the path of a .toml file");
}

TEST(BadPolicy, AMissingPathIsRefused) {
  EXPECT_EQ(test::message_of([] { read_policy("/no/such/p.toml", test::policy_data); }),
            "no such policy file '/no/such/p.toml' (its folder does not exist either)");
}

TEST(BadPolicy, AnEmptyFileIsRefused) {
  EXPECT_THAT(
      test::policy_refusal("small_parameters.toml", test::file_text(test::policy_data + "/small_parameters.toml"), ""),
      StartsWith("small_parameters.toml: the policy file is empty"));
}

TEST(BadPolicy, ABinaryFileIsRefused) {
  EXPECT_THAT(refusal("A whole", std::string("A\0whole", 7)), StartsWith("small.toml: not a policy file (binary"));
}

TEST(BadPolicy, AWrongSchemaNumberIsRefused) {
  EXPECT_EQ(refusal("schema = 1", "schema = 9"),
            "small.toml:2:10: wrong schema: 'schema' is the number 9, this program reads schema = 1");
}

TEST(BadPolicy, AnUnknownKeyIsRefusedWithTheNearest) {
  EXPECT_EQ(refusal("median = 7.2", "meadian = 7.2"),
            "small.toml:20:1: unknown key 'meadian' in [[metric]]. Did you mean 'median'?");
  EXPECT_EQ(refusal("[rating.cuts]", "[rating.cut]"),
            "small.toml:49:9: unknown key 'cut' in [rating]. Did you mean 'cuts'?");
}

TEST(BadPolicy, AnIncludedFileHoldsTablesOnly) {
  EXPECT_THAT(included_refusal("[profile", "schema = 1\n[profile"),
              StartsWith("small_parameters.toml:1:1: unknown key 'schema'."));
  EXPECT_THAT(included_refusal("[profile", "include = [\"a.toml\"]\n[profile"),
              StartsWith("small_parameters.toml:1:1: unknown key 'include'."));
}

TEST(BadPolicy, AFileIncludedTwiceIsRefused) {
  EXPECT_EQ(refusal("[\"small_parameters.toml\"]", "[\"small_parameters.toml\", \"small_parameters.toml\"]"),
            "small.toml:7:11: 'small_parameters.toml' is included twice, delete one");
}

TEST(BadPolicy, AMissingIncludedFileIsRefusedWithTheNearest) {
  EXPECT_EQ(refusal("[\"small_parameters.toml\"]", "[\"small_parameter.toml\"]"),
            "no such policy file 'small_parameter.toml'. Did you mean 'small_parameters.toml'?");
}

TEST(BadPolicy, AnIncludedFileMayNotRepeatARow) {
  EXPECT_EQ(included_refusal("", "[[metric]]\nid = \"dna_rate\"\n"),
            "small_parameters.toml:36:6: [[metric]] 'dna_rate' is already given in small.toml:15:6 (duplicate), delete "
            "one");
  EXPECT_THAT(included_refusal("", "[rating.judgement]\nsd = 1\n"),
              HasSubstr("[rating.judgement] is already given in small.toml:56:1 (duplicate), delete one"));
}

TEST(BadPolicy, ARowWithoutStandingIsRefused) {
  EXPECT_EQ(refusal("standing = \"derived\"\nsource = \"benchmarks\"", "source = \"benchmarks\""),
            "small.toml:14:1: [[metric]] 'dna_rate' has no standing (every number needs both), add standing = "
            "\"assumed\" and source = \"...\"");
}

TEST(BadPolicy, ARowWithoutSourceIsRefused) {
  EXPECT_EQ(included_refusal("source = \"tests\"\n\n[year", "\n[year"),
            "small_parameters.toml:6:1: [parameter.clinical.dna_recovered_share] has no source (every number needs "
            "both), add standing = \"assumed\" and source = \"...\"");
}

TEST(BadPolicy, ABlankSourceIsRefused) {
  EXPECT_EQ(refusal("source = \"benchmarks\"", "source = \"\""),
            "small.toml:25:10: 'source' in [[metric]] is blank, write some text");
}

TEST(BadPolicy, AnUnknownStandingIsRefused) {
  EXPECT_EQ(refusal("standing = \"derived\"", "standing = \"derive\""),
            "small.toml:24:12: 'standing' in [[metric]] is \"derive\" (unknown). Did you mean 'derived'? Known: "
            "verified, derived, unverified, assumed");
}

TEST(BadPolicy, QuartilesOutOfOrderAreRefused) {
  EXPECT_EQ(refusal("lower_quartile = 6.1", "lower_quartile = 7.3"),
            "small.toml:20:10: [[metric]] 'dna_rate' has quartiles 7.3, 7.2, 8.4 (not in order), lower_quartile <= "
            "median <= upper_quartile");
}

TEST(BadPolicy, AnUnknownKloeIsRefused) {
  EXPECT_THAT(refusal("kloe = \"clinical\"", "kloe = \"clincal\""),
              HasSubstr("'kloe' in [[metric]] is \"clincal\" (unknown). Did you mean 'clinical'?"));
}

TEST(BadPolicy, ANegativeLagIsRefused) {
  EXPECT_EQ(refusal("lag_months = 3", "lag_months = -3"),
            "small.toml:19:14: 'lag_months' in [[metric]] is -3 (out of range), it must be from 0 to 36");
}

TEST(BadPolicy, WeightsThatDoNotSumToOneAreRefused) {
  EXPECT_EQ(refusal("finance = 0.45", "finance = 0.5"),
            "small.toml:40:1: [rating.weights] sum to 1.05 (not 1), correct them");
}

TEST(BadPolicy, AMissingWeightIsRefused) {
  EXPECT_EQ(refusal("finance = 0.45\n", ""), "small.toml:40:1: [rating.weights] sum to 0.55 (not 1), correct them");
}

TEST(BadPolicy, CutsThatDoNotRiseAreRefused) {
  EXPECT_EQ(refusal("good = 2.5", "good = 1.5"),
            "small.toml:49:1: [rating.cuts] are 1.7, 1.5, 3.3 (not rising), requires_improvement < good < outstanding");
}

TEST(BadPolicy, ACutOffTheScaleIsRefused) {
  EXPECT_EQ(refusal("outstanding = 3.3", "outstanding = 33"),
            "small.toml:52:15: 'outstanding' in [rating.cuts] is 33 (out of range), it must be from 1 to 4");
}

TEST(BadPolicy, ANegativeJudgementIsRefused) {
  EXPECT_EQ(refusal("sd = 0.4", "sd = -0.4"),
            "small.toml:57:6: 'sd' in [rating.judgement] is -0.4 (out of range), it must be from 0 to 3");
}

TEST(BadPolicy, AgreementOfMoreThanAllProposalsIsRefused) {
  EXPECT_THAT(included_refusal("", "[rating.agreed]\nlowered = 0.7\nraised = 0.4\n"),
              HasSubstr("[rating.agreed] lowers 0.7 and raises 0.4 of the proposals (more than all), correct them"));
  EXPECT_THAT(included_refusal("", "[rating.agreed]\nlowered = -0.1\nraised = 0\n"),
              HasSubstr("'lowered' in [rating.agreed] is -0.1 (out of range), it must be from 0 to 1"));
}

TEST(BadPolicy, ASectorWithoutSpreadIsRefused) {
  EXPECT_EQ(refusal("sd = 0.45", "sd = 0"),
            "small.toml:63:6: [rating.sector] has sd 0 (it divides), give the spread of the sector's latents");
}

TEST(BadPolicy, ALimiterWithoutConditionIsRefused) {
  EXPECT_THAT(
      refusal("when = [{quantity = \"trust.financial_special_measures\", at_least = 0.5}]", "when = []"),
      StartsWith("small.toml:67:1: [[rating.limiter]] 'special_measures' has no condition (it would always hold), "
                 "add when"));
}

TEST(BadPolicy, AConditionWithTwoComparisonsIsRefused) {
  EXPECT_EQ(
      refusal("at_least = 0.5", "at_least = 0.5, below = 3"),
      "small.toml:70:9: the condition on 'trust.financial_special_measures' has 2 comparisons, give exactly one of "
      "below, at_most, above and at_least");
}

TEST(BadPolicy, ALimiterThatLimitsNothingIsRefused) {
  EXPECT_THAT(refusal("best = \"requires_improvement\"\n", ""),
              HasSubstr("[[rating.limiter]] 'special_measures' limits nothing, add best"));
}

TEST(BadPolicy, ALimiterWithItsBestBelowItsWorstIsRefused) {
  EXPECT_THAT(refusal("best = \"requires_improvement\"", "best = \"inadequate\"\nworst = \"good\""),
              HasSubstr("[[rating.limiter]] 'special_measures' has its best below its worst, swap them"));
}

TEST(BadPolicy, AProbabilityAboveOneIsRefused) {
  EXPECT_EQ(refusal("probability = 1.0", "probability = 100"),
            "small.toml:72:15: 'probability' in [[rating.limiter]] is 100 (out of range), it must be from 0 to 1");
}

TEST(BadPolicy, AProbabilityAboveItsMostIsRefused) {
  EXPECT_THAT(refusal("probability = 1.0", "probability = 0.3\nmost = 0.14"),
              HasSubstr("'probability' in [[rating.limiter]] is 0.3 (out of range), it must be from 0 to 0.14"));
}

TEST(BadPolicy, ALimiterThatComparesWithAQuantityIsRefused) {
  EXPECT_THAT(refusal("at_least = 0.5", "at_least = \"metric.x\""),
              HasSubstr("compares with 'metric.x' (a limiter compares with numbers), give a number"));
}

TEST(BadPolicy, ASlopeBelowZeroIsRefused) {
  EXPECT_THAT(refusal("at_least = 0.5", "at_least = 0.5, slope = -1.0"), HasSubstr("'slope'"));
}

TEST(BadPolicy, TimesWithoutAnotherQuantityIsRefused) {
  EXPECT_THAT(refusal("at_least = 0.5", "at_least = 0.5, times = 2"),
              HasSubstr("has times without another quantity to multiply, delete it"));
}

TEST(BadPolicy, ProbabilitiesThatDoNotSumToOneAreRefused) {
  EXPECT_EQ(refusal("[0.1, 0.6, 0.25, 0.05]", "[0.1, 0.6, 0.25, 0.5]"),
            "small.toml:109:15: [[quality_prior]] 'safe' has 4 probabilities with sum 1.45, give four (inadequate to "
            "outstanding) that sum to 1");
}

TEST(BadPolicy, AQuestionTwiceIsRefused) {
  EXPECT_EQ(
      refusal("question = \"effective\"", "question = \"safe\""),
      "small.toml:122:12: [[quality_prior]] 'safe' is already given in small.toml:108:12 (duplicate), delete one");
}

TEST(BadPolicy, AnAggregationRuleBeyondItsQuestionsIsRefused) {
  EXPECT_EQ(refusal("inadequate_from = 2", "inadequate_from = 7"),
            "small.toml:94:19: 'inadequate_from' in [cqc.quality] is 7 (out of range), it must be from 1 to 6");
}

TEST(BadPolicy, APolicyWithoutAPartIsRefused) {
  EXPECT_EQ(refusal("[rating.judgement]\nsd = 0.4\nstanding = \"assumed\"\nsource = \"tests\"\n", ""),
            "small.toml:1:1: the policy has no [rating.judgement], add it or the file that holds it to include");
}

TEST(BadPolicy, AProfileOfElevenMonthsIsRefused) {
  EXPECT_EQ(included_refusal("values = [0.9, ", "values = ["),
            "small_parameters.toml:2:10: [profile.emergency] has 11 values, give one a month, April to March");
}

TEST(BadPolicy, AProfileWithAnotherMeanIsRefused) {
  EXPECT_EQ(
      included_refusal("values = [0.9", "values = [2.1"),
      "small_parameters.toml:2:10: [profile.emergency] has the mean 1.1 (a profile keeps the year's total), divide "
      "its values by that so that the mean is 1");
}

TEST(BadPolicy, AProfileWithANegativeMonthIsRefused) {
  EXPECT_EQ(included_refusal("values = [0.9, 1.1", "values = [-0.9, 2.9"),
            "small_parameters.toml:2:10: [profile.emergency] has the value -0.9 (negative), correct it");
}

TEST(BadPolicy, AParameterIdWithoutQuotesIsRefused) {
  EXPECT_EQ(
      included_refusal("[parameter.\"clinical.dna_recovered_share\"]", "[parameter.clinical.dna_recovered_share]"),
      "small_parameters.toml:6:1: [parameter.clinical] holds tables (an id without quotes?), write the id in "
      "quotes: [parameter.\"clinical.name\"]");
}

TEST(BadPolicy, AParameterThatIsNotANumberIsRefused) {
  EXPECT_EQ(
      included_refusal("value = 0.4", "value = nan"),
      "small_parameters.toml:7:9: 'value' in [parameter.clinical.dna_recovered_share] is the number nan, a finite "
      "number is needed");
}

TEST(BadPolicy, ABadYearIsRefused) {
  EXPECT_THAT(included_refusal("\"2019/20\"", "\"2019\""),
              HasSubstr("the year is '2019' (not a financial year), write one such as \"2018/19\""));
  EXPECT_THAT(refusal("default_year = \"2018/19\"", "default_year = \"2018/2019\""),
              HasSubstr("small.toml:5:16: default_year is '2018/2019' (not a financial year)"));
}

TEST(BadPolicy, ABadDefaultIsRefused) {
  EXPECT_THAT(included_refusal("lower = 0.6", "lower = 0.9"),
              HasSubstr("not a valid pert distribution (lower must be"));
  EXPECT_EQ(
      included_refusal("ratio_of = \"operating_expenses\"", "ratio_of = \"employee_expenses\""),
      "small_parameters.toml:19:12: [[field_default]] 'employee_expenses' is a ratio of itself, name another field");
}

TEST(BadPolicy, ADefaultThatIsDerivedAndDrawnIsRefused) {
  EXPECT_EQ(
      included_refusal("derive = true", "derive = true\nratio_of = \"patients\""),
      "small_parameters.toml:26:12: [[field_default]] 'beds' has derive and ratio_of (derived or drawn, not both), "
      "delete one");
  EXPECT_THAT(included_refusal("derive = true", "derive = false"), HasSubstr("has derive = false (it means nothing)"));
  EXPECT_THAT(included_refusal("derive = true\n", ""), HasSubstr("'distribution' is missing in [[field_default]]"));
}

TEST(BadPolicy, AFieldIsGivenByOneEquationOfKnownForm) {
  EXPECT_THAT(included_refusal("derive = true", "derive = true\nfrom = {percent = [\"a\"]}"),
              HasSubstr("[[field_default]] 'beds' is given from 1 fields (percent takes 2), correct the list"));
  EXPECT_THAT(included_refusal("derive = true", "derive = true\nfrom = {percent = [\"a\", \"b\"], rest = [\"a\"]}"),
              HasSubstr("has a `from` of 2 equations (one is needed), write percent, difference, rest, "
                        "unit_cost or percent_over"));
  EXPECT_THAT(included_refusal("derive = true", "derive = true\nfrom = {percnt = [\"a\", \"b\"]}"),
              HasSubstr("unknown key 'percnt'"));
}

TEST(BadPolicy, AJudgedPromptHasOneDriverOfItsOwn) {
  const auto prompt = [](const std::string& id, const std::string& held_by) {
    return "[[prompt]]\nid = \"" + id + "\"\nkloe = \"people\"\ntext = \"t\"\nkind = \"judged\"\nheld_by = " + held_by +
           "\nstanding = \"assumed\"\nsource = \"s\"\n";
  };
  EXPECT_THAT(included_refusal("", prompt("a", "[\"people.x\", \"people.y\"]")),
              HasSubstr("[[prompt]] 'a' is held by 2 columns (a judged prompt has one driver"));
  EXPECT_THAT(included_refusal("", prompt("a", "[\"people.x\"]") + prompt("b", "[\"people.x\"]")),
              HasSubstr("a judged [[prompt]] held by 'people.x' is already given in"));
  EXPECT_THAT(included_refusal("", prompt("a", "[\"people.x\"]") + prompt("a", "[\"people.y\"]")),
              HasSubstr("[[prompt]] 'a' is already given in"));
}

TEST(BadPolicy, ADriverInTwoGroupsIsRefused) {
  EXPECT_THAT(included_refusal("", "[[group]]\nname = \"g\"\ndrivers = [\"a\", \"clinical.length_of_stay\"]\n"),
              HasSubstr("a [[group]] with driver 'clinical.length_of_stay' is already given in"));
}

}  // namespace
}  // namespace uor::policy
