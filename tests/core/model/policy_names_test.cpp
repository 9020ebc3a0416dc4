#include "core/uor/model/policy_names.hpp"

#include <gtest/gtest.h>

#include "core/uor/model/plan.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

std::string refusal_of(const Inputs& inputs) {
  const Plan plan = make_plan(test::small_inputs());
  return test::message_of([&] { check_policy_names(inputs, plan.wiring); });
}

policy::Prompt held_by(const std::string& id, bool judged) {
  policy::Prompt prompt;
  prompt.id = "p1";
  prompt.judged = judged;
  prompt.held_by = {id};
  return prompt;
}

// M015: a judged prompt counts through its driver of docs/framework.md.
TEST(PolicyNames, LetsAJudgedPromptBeHeldByADriverAlone) {
  Inputs inputs = test::small_inputs();
  inputs.policy.prompts = {held_by("small.level", true), held_by("small.spend", false)};
  EXPECT_EQ(refusal_of(inputs), "nothing was refused");
  inputs.policy.prompts = {held_by("small.spend", true)};
  EXPECT_NE(refusal_of(inputs).find("the judged prompt 'p1' is held by 'small.spend', which is no driver (it is a "
                                    "result)"),
            std::string::npos);
}

TEST(PolicyNames, PassesOverAKeyLineWhosePluginIsNotThere) {
  Inputs inputs = test::small_inputs();
  inputs.policy.prompts = {held_by("people.turnover", false)};
  EXPECT_EQ(refusal_of(inputs), "nothing was refused");
  EXPECT_FALSE(names_are_known(*inputs.catalogue, inputs.policy, "people"));
  EXPECT_TRUE(names_are_known(*inputs.catalogue, inputs.policy, "small"));
}

TEST(PolicyNames, RefusesADefaultOfWhatIsNoField) {
  Inputs inputs = test::small_inputs();
  policy::FieldDefault row;
  row.field = "bads";
  inputs.policy.field_defaults = {row};
  EXPECT_EQ(refusal_of(inputs),
            "[[field_default]] 'bads' names 'bads', which is no field of a trust file. Did you mean 'beds'?");
}

TEST(PolicyNames, FindsThePlaceOfARow) {
  policy::Policy policy;
  policy.sources = {{"[[metric]] 'load'", Standing::assumed, "", {"p.toml", 7, 1}}};
  EXPECT_EQ(place_of_row(policy, "[[metric]] 'load'").line, 7);
  EXPECT_EQ(place_of_row(policy, "[[metric]] 'other'").line, Where{}.line);
}

}  // namespace
}  // namespace uor::model
