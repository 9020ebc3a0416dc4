#include "core/uor/base/column.hpp"
#include "core/uor/host/verify.hpp"
#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::host {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

constexpr std::size_t trial_count = 16;

/// One batch of a plugin's first node, with every input 50, as a run would make it.
class Batch {
 public:
  explicit Batch(const std::string& name, int month = 3)
      : plugin_(path_of(name)), inputs_(1, trial_count), outputs_(1, trial_count) {
    std::fill_n(inputs_.row(0), trial_count, 50.0);
    batch_.first_trial = 512;
    batch_.trial_count = trial_count;
    batch_.month = month;
    batch_.inputs = &in_;
    batch_.outputs = &out_;
  }

  void evaluate() {
    poison(out_, trial_count);
    plugin_.evaluate(0, batch_);
  }
  Verdict verdict() const { return verify(declared(), out_, trial_count); }
  std::string problem() const { return explain(declared(), verdict().violation.value().value); }
  double output(std::size_t trial) const { return out_[trial]; }

 private:
  const Quantity& declared() const { return plugin_.quantities().back(); }

  Plugin plugin_;
  Columns inputs_, outputs_;
  uor_batch batch_{};
  const double* in_ = inputs_.row(0);
  double* out_ = outputs_.row(0);
};

TEST(Evaluating, GivesWhatTheNodeWrites) {
  Batch batch("plain");
  batch.evaluate();
  EXPECT_EQ(batch.output(15), 50.0);
  EXPECT_FALSE(batch.verdict().violation);
  EXPECT_EQ(batch.verdict().implausible, 0U);
}

TEST(Evaluating, RunsTheVariantThatWasChosen) {
  const Environment lowest("UOR_ISA", "2");
  Batch batch("levels");
  batch.evaluate();
  EXPECT_EQ(batch.output(0), 2.0);
}

TEST(Evaluating, NamesPluginNodeMonthAndTrialsOfAnError) {
  Batch batch("returns_error");
  EXPECT_EQ(refusal([&] { batch.evaluate(); }, Fault::run),
            "plugin 'returns_error', node 'returns_error.node', month 3, trials 512 to 527: the share is not to my "
            "liking");
}

TEST(Evaluating, DoesNotCallAgainAfterFatal) {
  Batch batch("returns_fatal");
  EXPECT_THAT(refusal([&] { batch.evaluate(); }, Fault::run), EndsWith("no message given"));
  EXPECT_THAT(refusal([&] { batch.evaluate(); }, Fault::run), EndsWith("is not to be called again"));
}

TEST(Evaluating, CatchesWhatIsThrown) {
  Batch batch("throws_in_evaluate", 1);
  EXPECT_THAT(refusal([&] { batch.evaluate(); }, Fault::run),
              EndsWith("an exception left the plugin: the ledger is closed"));
}

TEST(Evaluating, CatchesWhatIsNoException) {
  Batch batch("throws_in_evaluate", 2);
  EXPECT_THAT(refusal([&] { batch.evaluate(); }, Fault::run), EndsWith("an exception left the plugin"));
}

TEST(Verifying, FindsATrialThatWasNotWritten) {
  Batch batch("unwritten");
  batch.evaluate();
  ASSERT_TRUE(batch.verdict().violation);
  EXPECT_EQ(batch.verdict().violation->trial, trial_count - 1);
  EXPECT_EQ(batch.problem(), "was not written");
}

TEST(Verifying, FindsAValueOutOfRange) {
  Batch batch("out_of_range");
  batch.evaluate();
  EXPECT_EQ(batch.problem(), "is 150 (possible are 0 to 100 percent)");
}

TEST(Verifying, FindsAValueThatIsNotFinite) {
  Batch batch("not_finite");
  batch.evaluate();
  EXPECT_EQ(batch.problem(), "is infinite");
}

}  // namespace
}  // namespace uor::host
