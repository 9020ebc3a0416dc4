#include "core/uor/shard/identity.hpp"

#include <gtest/gtest.h>

#include "core/uor/run/engine.hpp"
#include "tests/core/small_model.hpp"

namespace uor::shard {
namespace {

model::Header header_of(const model::Inputs& inputs) { return run::Engine(inputs).header(); }

TEST(Identity, IsThatOfTheSameRunWithMoreTrialsAndThreads) {
  model::Inputs more = test::small_inputs(5000);
  more.threads = 3;
  more.batch_trials = 8;
  EXPECT_EQ(identity_of(header_of(test::small_inputs(1000))), identity_of(header_of(more)));
}

TEST(Identity, NamesWhatIsOtherwise) {
  const model::Header was = header_of(test::small_inputs());
  const auto says = [&](auto change) {
    model::Header is = was;
    change(is);
    return difference(identity_of(was), identity_of(is));
  };
  EXPECT_EQ(says([](model::Header&) {}), "");
  EXPECT_EQ(says([](model::Header& h) { h.seed = 77; }), "seed 77, where this run has " + std::to_string(was.seed));
  EXPECT_EQ(says([](model::Header& h) { h.version = "9.9"; }).substr(0, 11), "version 9.9");
  EXPECT_EQ(says([](model::Header& h) { h.plugins[0].sha256 = "0"; }).substr(0, 6), "plugin");
  EXPECT_EQ(says([](model::Header& h) { h.plugins.pop_back(); }).substr(0, 6), "plugin");
  EXPECT_EQ(says([](model::Header& h) { h.months = 3; }), "months 3, where this run has 12");
  EXPECT_EQ(says([](model::Header& h) { h.points = Points::sobol; }), "points sobol, where this run has random");
  EXPECT_EQ(says([](model::Header& h) { h.trusts[0].code = "ZZZ"; }), "trusts ZZZ B, where this run has A B");
  EXPECT_EQ(says([](model::Header& h) { h.keep.scores = true; }).substr(0, 11), "kept trials");
  EXPECT_EQ(says([](model::Header& h) {
              for (model::InputText& input : h.inputs)
                if (input.role == "policy") input.sha256 = "0";
            }).substr(0, 7),
            "policy ");
}

}  // namespace
}  // namespace uor::shard
