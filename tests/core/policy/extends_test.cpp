#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/policy/policy.hpp"
#include "tests/core/policy/small_policy.hpp"

namespace uor::policy {
namespace {

using testing::HasSubstr;

const std::string policies = std::string(UOR_SOURCE_DIR) + "/policies";

/// A policy file with `text` in a folder of its own.
class Extending {
 public:
  explicit Extending(const std::string& text)
      : folder_(std::filesystem::temp_directory_path() / ("uor_extends_" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
    std::ofstream(path()) << "schema = 1\nextends = \"framework\"\n" << text;
  }
  ~Extending() { std::filesystem::remove_all(folder_); }
  Extending(const Extending&) = delete;
  Extending& operator=(const Extending&) = delete;

  std::string path() const { return (folder_ / "house.toml").string(); }
  Policy read(const std::vector<std::string>& options = {}) const { return read_policy(path(), policies, options); }

 private:
  std::filesystem::path folder_;
};

Policy extended(const std::string& text) { return Extending(text).read(); }
std::string refusal(const std::string& text) {
  return test::message_of([&] { extended(text); });
}

const Policy& shipped() {
  static const Policy policy = read_policy("framework", policies);
  return policy;
}

std::string limiter_row(const std::string& id, double probability) {
  return "[[rating.limiter]]\nid = \"" + id +
         "\"\ntitle = \"Ours\"\nwhen = [{quantity = \"metric.ie_margin\", below = 0}]\n" +
         "best = \"good\"\nprobability = " + std::to_string(probability) +
         "\nstanding = \"assumed\"\nsource = \"us\"\n";
}

const std::string sixth =
    "[[kloe]]\nid = \"digital\"\ntitle = \"Digital\"\nquestion = \"How digital?\"\nweight = 0.2\n"
    "standing = \"assumed\"\nsource = \"us\"\n";

double sum_of_weights(const Policy& policy) {
  double sum = 0;
  for (const Kloe& kloe : policy.rating.kloes) sum += kloe.weight;
  return sum;
}

TEST(Extends, OneChangedNumberIsAFileOfThreeLines) {
  const Policy policy = extended("fit.cuts.good = 2.4\n");
  EXPECT_EQ(policy.name, "house");
  EXPECT_EQ(policy.default_year, shipped().default_year);
  EXPECT_EQ(policy.rating.cut_good, 2.4);
  EXPECT_EQ(policy.rating.cut_outstanding, shipped().rating.cut_outstanding);
  ASSERT_EQ(policy.changed.size(), 1u);
  EXPECT_EQ(policy.changed[0].path, "fit.cuts.good");
  EXPECT_THAT(policy.changed[0].file, HasSubstr("house.toml"));
}

TEST(Extends, AnOptionChangesItFurther) {
  const Extending file("fit.cuts.good = 2.4\n");
  const Policy policy = file.read({"fit.cuts.good=2.5"});
  EXPECT_EQ(policy.rating.cut_good, 2.5);
  EXPECT_EQ(policy.changed.back().from, 2.4);
}

TEST(Extends, ANumberThatNoPolicyBelowHasIsRefusedWithItsPlace) {
  EXPECT_THAT(refusal("fit.cuts.god = 2.4\n"),
              HasSubstr("house.toml:3:16: the policy has no number 'fit.cuts.god'. Did you mean 'fit.cuts.good'?"));
  EXPECT_THAT(refusal("rating.cuts.good = 2.4\n"),
              HasSubstr("has no effect (the policy's [fit] replaces it), set fit.cuts.good"));
}

TEST(Extends, ARowWithAnIdThatExistsReplacesItInItsPlace) {
  const Policy policy = extended(limiter_row("agency_above_ceiling", 0.3));
  ASSERT_EQ(policy.rating.limiters.size(), shipped().rating.limiters.size());
  for (std::size_t i = 0; i < policy.rating.limiters.size(); ++i)
    EXPECT_EQ(policy.rating.limiters[i].id, shipped().rating.limiters[i].id);
  const auto row = std::find_if(policy.rating.limiters.begin(), policy.rating.limiters.end(),
                                [](const Limiter& limiter) { return limiter.id == "agency_above_ceiling"; });
  EXPECT_EQ(row->title, "Ours");
  EXPECT_EQ(row->probability, 0.3);  // not the fit's, which is of the row that is gone
}

TEST(Extends, RemoveDropsARowAndSaysWhatElseGoes) {
  const Policy policy = extended("remove = [\"kloe.support\"]\n");
  EXPECT_EQ(policy.rating.find_kloe("support"), nullptr);
  EXPECT_NEAR(sum_of_weights(policy), 1, 1e-12);
  ASSERT_EQ(policy.removed.size(), 2u);
  EXPECT_EQ(policy.removed[0].what, "[[kloe]] 'support'");
  EXPECT_EQ(policy.removed[1].what, "[[rating.limiter]] 'outstanding_needs_good_support'");
  EXPECT_EQ(policy.removed[1].why, "rests on kloe.support");
  EXPECT_THAT(
      refusal("remove = [\"kloe.suport\"]\n"),
      HasSubstr("remove names 'kloe.suport', which no row of the policies below has. Did you mean 'kloe.support'?"));
}

TEST(Extends, ASixthKeyLineTakesItsWeightFromTheOthersInProportion) {
  const Policy policy = extended(sixth);
  ASSERT_EQ(policy.rating.kloes.size(), 6u);
  EXPECT_EQ(policy.rating.kloes.back().id, "digital");
  EXPECT_EQ(policy.rating.kloes.back().weight, 0.2);
  EXPECT_NEAR(sum_of_weights(policy), 1, 1e-12);
  for (const Kloe& kloe : shipped().rating.kloes)
    EXPECT_NEAR(policy.rating.find_kloe(kloe.id)->weight, 0.8 * kloe.weight, 1e-12);
}

TEST(Extends, IsReadBackFromItsText) {
  const Policy policy = extended("fit.cuts.good = 2.4\n" + sixth);
  const Policy again = parse_policy(policy.text, "run.h5", policies);
  EXPECT_EQ(again.name, "house");
  EXPECT_EQ(again.text, policy.text);
  EXPECT_EQ(again.rating.cut_good, 2.4);
  EXPECT_EQ(again.rating.kloes.size(), 6u);
}

TEST(Extends, APolicyThatExtendsItselfIsRefused) {
  const std::string own = "schema = 1\nextends = \"own.toml\"\n";
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "own.toml";
  std::ofstream(path) << own;
  EXPECT_THAT(test::message_of([&] { read_policy(path.string(), policies); }), HasSubstr("extends itself"));
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace uor::policy
