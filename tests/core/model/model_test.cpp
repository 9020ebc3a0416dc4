#include "core/uor/model/model.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

TEST(Model, CompilesTheSidesThatAPlanOfTheScenarioHas) {
  Inputs inputs = test::small_inputs();
  const Model model(inputs);
  inputs.scenario.variants = {test::small_variant("better", "small.level", Operation::add, -5)};
  const Sides sides = model.compile(inputs.scenario.variants);
  const Plan plan = make_plan(inputs);
  ASSERT_EQ(sides.plan().sides.size(), 2u);
  EXPECT_EQ(sides.plan().sides[1].changed, plan.sides[1].changed);
  EXPECT_EQ(sides.plan().summarised, plan.summarised);
  ASSERT_EQ(sides.plan().phase_one.size(), plan.phase_one.size());
  for (std::size_t n = 0; n < plan.phase_one.size(); ++n) {
    EXPECT_EQ(sides.plan().phase_one[n].on_side, plan.phase_one[n].on_side);
  }
  EXPECT_EQ(sides.sources()[1]->changed(1).size(), 1u);
}

TEST(Model, HasNoSidesOfItsOwn) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.variants = {test::small_variant("better", "small.level", Operation::add, -5)};
  const Model model(inputs);
  EXPECT_EQ(model.compile({}).plan().sides.size(), 1u);
  EXPECT_EQ(model.compile({}).sources()[0]->changed(0).size(), 0u);
}

TEST(Model, SummarisesNothingWhereOddsAloneAreWanted) {
  const Model model(test::small_inputs());
  const Sides all = model.compile({}), odds = model.compile({}, {{}, Summaries::odds});
  EXPECT_EQ(odds.plan().items(), 0U);
  EXPECT_EQ(odds.plan().summarised, all.plan().summarised);  // and looks for what cannot be
}

TEST(Sides, RedrawOneDriverAndLeaveOthersAsTheyWere) {
  const Sides as_they_were = Model(test::small_inputs()).compile({});
  const Sides redrawn = as_they_were.redrawing({*as_they_were.plan().wiring.find("small.level")});
  const auto draws_of = [](const Sides& sides, const char* driver) {
    const DriverSource& source = *sides.sources()[0];
    sample::Sampler::Window window(source.sampler(), 64);
    window.start(0, 64);
    window.advance(1);
    for (const DriverSource::Baseline& baseline : source.baseline())
      if (sides.plan().wiring.quantities[baseline.quantity].id == driver) {
        const double* z = window.z(baseline.stream);
        return std::vector<double>(z, z + 64);
      }
    return std::vector<double>();
  };
  EXPECT_EQ(draws_of(redrawn, "small.noise"), draws_of(as_they_were, "small.noise"));
  EXPECT_NE(draws_of(redrawn, "small.level"), draws_of(as_they_were, "small.level"));
  EXPECT_EQ(draws_of(redrawn, "small.level").size(), 64u);
}

TEST(Sides, AreCompiledOnceWhateverIsWantedOfThem) {
  const Model model(test::small_inputs());
  const Sides all = model.compile({test::small_variant("up", "small.level", Operation::add, 1)});
  EXPECT_EQ(all.wanting({}).held_plan(), all.held_plan());
  const Sides odds = all.wanting({{}, Summaries::odds});
  EXPECT_EQ(&odds.sources(), &all.sources());
  EXPECT_EQ(odds.plan().items(), 0U);
  EXPECT_EQ(odds.wanting({}).plan().items(), all.plan().items());
}

TEST(Sides, DrawADriverThatIsOnlyWatched) {
  const Model model(test::small_inputs());
  const Sides sides = model.compile({});
  Wanted wanted;
  for (const Quantity& quantity : sides.plan().wiring.quantities)
    if (quantity.kind == Kind::driver) wanted.keep.watched.push_back(quantity.id);
  const Sides watching = sides.wanting(wanted);
  EXPECT_EQ(watching.plan().kept_quantities.size(), wanted.keep.watched.size());
  EXPECT_EQ(watching.sources()[0]->baseline().size(), watching.plan().drivers.size());
}

TEST(Model, RefusesADriverThatThereIsNot) {
  const Model model(test::small_inputs());
  EXPECT_EQ(test::message_of([&] { model.compile({test::small_variant("x", "small.levle", Operation::add, 1)}); }),
            "unknown driver 'small.levle'. Did you mean 'small.level'?");
}

TEST(Sides, OutliveTheirModelAndTheVariantsThatTheyWereMadeOf) {
  Sides sides = Model(test::small_inputs()).compile({test::small_variant("up", "small.level", Operation::add, 1)});
  EXPECT_EQ(sides.plan().sides[1].name, "up");
  EXPECT_EQ(sides.inputs().trusts[1].code, "B");
  const Sides copy = sides;
  EXPECT_EQ(copy.held_plan(), sides.held_plan());
}

}  // namespace
}  // namespace uor::model
