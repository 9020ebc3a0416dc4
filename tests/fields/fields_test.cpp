// Every field of a trust file acts as its row in data/trust_fields.csv declares, on trusts of three kinds: one that
// ships, one that reports everything, one with six closed months. Each is moved a little and far, in a run and in the
// rating of today.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/uor/model/today.hpp"
#include "tests/fields/rated.hpp"

namespace uor {
namespace {

using trust::Field;
using Sign = trust::FieldEffect::Sign;

constexpr std::uint64_t trials = 64;
const std::vector<std::string> all_trusts = {"RF4", "full", "six_months"};

struct Step {
  double lower, upper;
};

/// Two values of the field about what the trust reports of it, or the one that reports everything: `part` of it to both
/// sides.
Step step_of(const Field& field, const trust::Trust& trust, double part = 0.1) {
  static const trust::Trust closed = test::trust_named("six_months");
  if (field.unit == "yes=1") return {0, 1};
  auto own = trust.reported.find(field.id);
  constexpr std::string_view before = "_year_ago";
  if (own == trust.reported.end() && field.id.ends_with(before)) {
    own = trust.reported.find(field.id.substr(0, field.id.size() - before.size()));
  }
  double value = (own == trust.reported.end() ? closed.reported.at(field.id) : own->second).value;
  // Of a trust with large loans: enough to leave something to repay after their interest.
  if (own == trust.reported.end() && field.id == "capital_service")
    value = std::max(value, 0.08 * trust.reported.at("operating_expenses").value);
  const double least = field.unit == "months" || field.unit == "rating" ? 1.0 : 1e-3;
  const double by = std::max(part * std::abs(value), least);
  return {std::max(value - by, field.lower), std::min(value + by, field.upper)};
}

/// As far as a file may say.
Step whole_range_of(const Field& field) { return {field.lower, field.upper}; }

trust::Trust with(trust::Trust trust, const Field& field, double value) {
  for (const std::string& other : field.effect.unless) trust.reported.erase(other);
  trust.reported[field.id] = {value, 0.0, {}};
  return trust;
}

/// Figures to date mean nothing without a closed month.
bool is_asked_of(const Field& field, const trust::Trust& trust) {
  const auto closed = trust.reported.find("last_closed_month");
  return field.group != "to_date" || (closed != trust.reported.end() && closed->second.value > 0);
}

struct Effect {
  double moved = 0;
  bool same_odds = false;
};

enum class Rating { of_run, of_today };

Effect effect_of(const Field& field, const trust::Trust& trust, const Step& step, Rating rating = Rating::of_run) {
  const std::vector<std::string> watched =
      field.effect.shown_only() ? std::vector<std::string>{} : std::vector<std::string>{field.effect.moves};
  const auto at = [&](double value) {
    model::Inputs inputs = test::inputs_of(with(trust, field, value), trials);
    return test::rate(rating == Rating::of_run ? inputs : model::as_of_today(inputs), watched);
  };
  const test::Rated low = at(step.lower), high = at(step.upper);
  Effect effect;
  effect.same_odds = test::same_odds(low, high);
  if (!watched.empty()) effect.moved = high.mean.at(watched[0]) - low.mean.at(watched[0]);
  return effect;
}

/// What is of the rating of today alone is held to its sign there.
Rating rating_of(const Field& field) {
  return field.effect.note.starts_with("of the rating of today alone") ? Rating::of_today : Rating::of_run;
}

void check_sign(const Field& field, const trust::Trust& trust) {
  const double sign = field.effect.sign == Sign::rises ? 1 : -1;
  const std::string what = trust.code + ": " + field.id + ", " + trust::effect_in_words(field.effect);
  EXPECT_GT(sign * effect_of(field, trust, step_of(field, trust), rating_of(field)).moved, 0) << what;
  EXPECT_GT(sign * effect_of(field, trust, step_of(field, trust, 0.6), rating_of(field)).moved, 0) << what << ", far";
}

void check_shown_only(const Field& field, const trust::Trust& trust) {
  for (const Rating rating : {Rating::of_run, Rating::of_today}) {
    EXPECT_TRUE(effect_of(field, trust, whole_range_of(field), rating).same_odds)
        << trust.code << ": " << field.id << (rating == Rating::of_today ? " today" : "");
  }
}

void check_fields_of(const std::string& name) {
  const trust::Trust trust = test::trust_named(name);
  for (const Field& field : test::shipped_fields().all()) {
    if (field.effect.shown_only()) {
      check_shown_only(field, trust);
    } else if (is_asked_of(field, trust) && field.effect.sign != Sign::depends) {
      check_sign(field, trust);
    }
  }
}

TEST(Fields, OfATrustThatShipsActAsDeclared) { check_fields_of("RF4"); }

TEST(Fields, OfATrustThatReportsEverythingActAsDeclared) { check_fields_of("full"); }

TEST(Fields, OfATrustWithSixClosedMonthsActAsDeclared) { check_fields_of("six_months"); }

TEST(Fields, WhoseSignDependsMoveWhatTheyNameInSomeTrust) {
  for (const Field& field : test::shipped_fields().all()) {
    if (field.effect.shown_only() || field.effect.sign != Sign::depends) continue;
    bool moves = false;
    for (const std::string& name : all_trusts) {
      const trust::Trust trust = test::trust_named(name);
      if (!is_asked_of(field, trust)) continue;
      const Step near = step_of(field, trust);
      for (const double far : {1.0, 3.0, 30.0}) {  // peers change where a trust is moved far enough
        const Step step = {near.lower, std::clamp(far * near.upper, field.lower, field.upper)};
        moves = moves || effect_of(field, trust, step).moved != 0;
      }
    }
    EXPECT_TRUE(moves) << field.id;
  }
}

TEST(Fields, AreAllReportedByTheTrustThatReportsEverything) {
  const trust::Trust closed = test::trust_named("six_months");
  for (const Field& field : test::shipped_fields().all()) EXPECT_EQ(closed.reported.count(field.id), 1u) << field.id;
}

/// More of what is bad is never better, and is seen.
void expect_worse(const std::string& id, double good, double bad) {
  for (const char* name : {"medg", "RF4"}) {
    const trust::Trust trust = test::trust_named(name);
    const Field& field = test::shipped_field(id);
    const test::Rated before = test::rate(test::inputs_of(with(trust, field, good), 4096));
    const test::Rated after = test::rate(test::inputs_of(with(trust, field, bad), 4096));
    EXPECT_LT(after.side().expected_score, before.side().expected_score - 0.005) << id << " of " << name;
    EXPECT_LE(after.share(4), before.share(4)) << id << " of " << name;
    EXPECT_LE(after.at_least(3), before.at_least(3)) << id << " of " << name;
  }
}

// M056, M060, M064 and M068 of docs/framework.md: what prompts ask for in figures is read from figures.
TEST(Fields, MoreVacanciesNeverHelp) { expect_worse("vacancy_rate", 3, 25); }

TEST(Fields, MoreDelayedTransfersNeverHelp) { expect_worse("delayed_transfer_days", 100, 5000); }

TEST(Fields, DearerMedicinesNeverHelp) { expect_worse("medicines_cost", 2, 40); }

TEST(Fields, AWorseRecordOfSavingsNeverHelps) { expect_worse("savings_delivered_last_year", 100, 40); }

}  // namespace
}  // namespace uor
