#include "core/uor/base/toml_distribution.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"

namespace uor {
namespace {

using test::message_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TomlTable parse(const std::string& text) { return TomlTable::parse(text, "f.toml"); }

std::vector<double> parameters(const std::string& table) {
  return read_distribution(parse("distribution = {" + table + "}\n")).parameters;
}

std::string refusal(const std::string& text) {
  return message_of([&] { read_distribution(parse(text)); });
}

std::string correlation_refusal(const std::string& text, std::size_t count) {
  return message_of([&] { read_correlation(parse(text), count); });
}

TEST(TomlDistribution, EveryShapeIsReadInTheOrderOfItsParameters) {
  EXPECT_THAT(parameters("shape = \"constant\", value = 3"), ElementsAre(3));
  EXPECT_THAT(parameters("shape = \"normal\", mean = 1, sd = 2"), ElementsAre(1, 2));
  EXPECT_THAT(parameters("shape = \"lognormal\", median = 1, sigma = 0.2"), ElementsAre(1, 0.2));
  EXPECT_THAT(parameters("shape = \"triangular\", lower = 0, mode = 1, upper = 3"), ElementsAre(0, 1, 3));
  EXPECT_THAT(parameters("shape = \"pert\", lower = 0, mode = 1, upper = 3"), ElementsAre(0, 1, 3));
  EXPECT_THAT(parameters("shape = \"beta\", lower = 0, upper = 1, alpha = 2, beta = 5"), ElementsAre(0, 1, 2, 5));
  EXPECT_THAT(parameters("shape = \"uniform\", lower = 0, upper = 1"), ElementsAre(0, 1));
  EXPECT_THAT(parameters("shape = \"discrete\", values = [1, 2], weights = [3, 4]"), ElementsAre(1, 3, 2, 4));
  EXPECT_THAT(parameters("shape = \"bernoulli\", probability = 0.3"), ElementsAre(0.3));
  EXPECT_THAT(parameters("shape = \"empirical\", sample = [3, 1, 2]"), ElementsAre(3, 1, 2));
  EXPECT_THAT(parameters("shape = \"quartiles\", lower = 6, median = 7, upper = 9"), ElementsAre(6, 7, 9));
}

TEST(TomlDistribution, MayStandBesideItsParameters) {
  const TomlTable table = parse("driver = \"d\"\ndistribution = \"normal\"\nmean = 0\nsd = 1\ntruncate = [-1, 1]\n");
  const Distribution distribution = read_distribution(table);
  EXPECT_EQ(distribution.shape, Shape::normal);
  EXPECT_THAT(distribution.parameters, ElementsAre(0, 1));
  EXPECT_EQ(distribution.truncate_lower, -1.0);
  EXPECT_EQ(distribution.truncate_upper, 1.0);
  EXPECT_THAT(distribution_keys_beside(table), ElementsAre("mean", "sd", "truncate"));
  EXPECT_TRUE(distribution_keys_beside(parse("distribution = {shape = \"normal\"}\n")).empty());
}

TEST(TomlDistribution, MayBeTruncatedOnOneSide) {
  const Distribution distribution =
      read_distribution(parse("distribution = {shape = \"normal\", mean = 0, sd = 1, truncate = [0, inf]}\n"));
  EXPECT_EQ(distribution.truncate_lower, 0.0);
  EXPECT_FALSE(distribution.truncate_upper.has_value());
}

TEST(TomlDistribution, OfAnUnknownShapeIsRefusedWithTheNearest) {
  EXPECT_THAT(refusal("distribution = \"norml\"\n"),
              HasSubstr("f.toml:1:16: unknown distribution 'norml'. Did you mean 'normal'? Known: constant, normal"));
}

TEST(TomlDistribution, WithAnUnknownOrMissingParameterIsRefused) {
  EXPECT_EQ(refusal("distribution = {shape = \"normal\", mean = 0, std = 1}\n"),
            "f.toml:1:45: unknown key 'std' in [distribution]. Did you mean 'sd'?");
  EXPECT_EQ(refusal("distribution = {shape = \"normal\", mean = 0}\n"),
            "f.toml:1:16: the key 'sd' is missing in [distribution], add it");
}

TEST(TomlDistribution, WithParametersThatItsShapeDoesNotAllowIsRefused) {
  EXPECT_EQ(refusal("distribution = {shape = \"normal\", mean = 0, sd = -1}\n"),
            "f.toml:1:16: not a valid normal distribution (sd must be > 0, is -1), correct it");
}

TEST(TomlDistribution, OfDiscreteValuesNeedsAWeightEach) {
  EXPECT_EQ(refusal("distribution = {shape = \"discrete\", values = [1, 2], weights = [1]}\n"),
            "f.toml:1:64: 1 weights for 2 values, give one weight a value");
}

TEST(TomlCorrelation, OneNumberHoldsForEveryPair) {
  EXPECT_THAT(read_correlation(parse("correlation = 0.5\n"), 2), ElementsAre(1, 0.5, 0.5, 1));
}

TEST(TomlCorrelation, AMatrixIsReadByRows) {
  EXPECT_THAT(read_correlation(parse("correlation = [[1, -0.2], [-0.2, 1]]\n"), 2), ElementsAre(1, -0.2, -0.2, 1));
}

TEST(TomlCorrelation, OutsideItsRangeIsRefused) {
  EXPECT_EQ(correlation_refusal("correlation = 1.5\n", 2),
            "f.toml:1:15: 'correlation' is 1.5 (out of range), it must be from -1 to 1");
  EXPECT_EQ(correlation_refusal("correlation = [[1, 2], [2, 1]]\n", 2),
            "f.toml:1:15: entry 1, 2 of the correlation is 2 (out of range), it must be from -1 to 1");
}

TEST(TomlCorrelation, OfOneLeavesNothingToDraw) {
  for (const char* text : {"correlation = 1\n", "correlation = 1.0\n", "correlation = -1\n"})
    EXPECT_THAT(correlation_refusal(text, 2), HasSubstr("(the drivers would move ")) << text;
  EXPECT_THAT(correlation_refusal("correlation = [[1, 1], [1, 1]]\n", 2),
              HasSubstr("f.toml:1:15: entry 1, 2 of the correlation is 1 (the drivers would move as one)"));
}

TEST(TomlCorrelation, OfManyDriversCannotBeFarBelowZero) {
  EXPECT_THAT(correlation_refusal("correlation = -0.6\n", 3), HasSubstr("it must be above -0.5"));
  EXPECT_THAT(read_correlation(parse("correlation = -0.6\n"), 2), ElementsAre(1, -0.6, -0.6, 1));
}

TEST(TomlDistribution, WithNumbersBeyondAnyQuantityIsRefusedByPlace) {
  for (const char* text : {"distribution = {shape = \"discrete\", values = [1, 2], weights = [1e308, 1e308]}\n",
                           "distribution = {shape = \"uniform\", lower = -1e308, upper = 1e308}\n",
                           "distribution = {shape = \"normal\", mean = 0, sd = 1e300}\n",
                           "distribution = {shape = \"lognormal\", median = 1, sigma = 1e9}\n",
                           "distribution = {shape = \"empirical\", sample = [-1e308, 1e308]}\n",
                           "distribution = {shape = \"pert\", lower = -1e308, mode = 0, upper = 1e308}\n",
                           "distribution = {shape = \"normal\", mean = nan, sd = 1}\n"})
    EXPECT_THAT(refusal(text), StartsWith("f.toml:1:")) << text;
}

TEST(TomlCorrelation, OfAnotherSizeIsRefused) {
  EXPECT_THAT(correlation_refusal("correlation = [[1, 0], [0, 1]]\n", 3), HasSubstr("is not a matrix of 3 by 3"));
}

TEST(TomlCorrelation, ThatIsNotSymmetricOrHasNoUnitDiagonalIsRefused) {
  EXPECT_EQ(correlation_refusal("correlation = [[1, 0.1], [0.2, 1]]\n", 2),
            "f.toml:1:15: entry 1, 2 of the correlation is 0.1 but entry 2, 1 is 0.2 (not symmetric), make them equal");
  EXPECT_EQ(correlation_refusal("correlation = [[0.9, 0], [0, 1]]\n", 2),
            "f.toml:1:15: entry 1, 1 of the correlation is 0.9 (a diagonal entry), it must be 1");
}

TEST(TomlCorrelation, NeedsTwoDriversAndNoneTwice) {
  EXPECT_EQ(message_of([] { read_members(parse("drivers = [\"a\"]\n")); }),
            "f.toml:1:11: a correlation needs at least two drivers, add one or delete it");
  EXPECT_EQ(message_of([] { read_members(parse("drivers = [\"a\", \"b\", \"a\"]\n")); }),
            "f.toml:1:11: driver 'a' is listed twice, delete one");
}

}  // namespace
}  // namespace uor
