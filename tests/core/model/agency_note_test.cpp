#include "core/uor/model/agency_note.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uor::model {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

scenario::Adjustment agency_held_at(double percent) {
  scenario::Adjustment change;
  change.driver = "people.agency_over_ceiling";
  change.value = percent;
  return change;
}

policy::Shown shown() {
  policy::Shown rows;
  rows.roles["agency_lever"] = "people.agency_over_ceiling";
  return rows;
}

trust::Trust trust_that_reports(const std::string& field, double value) {
  trust::Trust trust;
  trust.code = "RX1";
  trust.reported[field].value = value;
  return trust;
}

TEST(AlreadyAbove, NamesATrustThatSpendsMoreThanItIsHeldAt) {
  EXPECT_THAT(already_above(agency_held_at(10), {trust_that_reports("agency_spend", 25)}, shown()),
              ElementsAre(HasSubstr("agency of RX1 is 25.0 % over its ceiling already")));
}

TEST(AlreadyAbove, ComparesSpendWithTheCeilingWhereThePercentIsNotReported) {
  trust::Trust trust = trust_that_reports("agency_spend_gbp_m", 12);
  trust.reported["agency_ceiling"].value = 10;
  EXPECT_THAT(already_above(agency_held_at(15), {trust}, shown()), ElementsAre(HasSubstr("20.0 % over")));
}

TEST(AlreadyAbove, SaysNothingOfTrustsBelowOrOfOtherDrivers) {
  EXPECT_THAT(already_above(agency_held_at(25), {trust_that_reports("agency_spend", 25)}, shown()), IsEmpty());
  EXPECT_THAT(already_above(agency_held_at(10), {trust_that_reports("beds", 25)}, shown()), IsEmpty());
  scenario::Adjustment other = agency_held_at(10);
  other.driver = "people.sickness";
  EXPECT_THAT(already_above(other, {trust_that_reports("agency_spend", 25)}, shown()), IsEmpty());
}

}  // namespace
}  // namespace uor::model
