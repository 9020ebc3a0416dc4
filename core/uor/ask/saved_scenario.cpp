#include "core/uor/ask/saved_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "core/uor/workbook/derived_text.hpp"

namespace uor::ask {

namespace {

using workbook::toml_text;

/// What names of scenarios and files may have.
std::string safe_name(std::string name) {
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_'; }, '_');
  return name;
}

const char* word_of(Operation operation) {
  switch (operation) {
    case Operation::set:
      return "set";
    case Operation::add:
      return "add";
    case Operation::multiply:
      break;
  }
  return "multiply";
}

std::string text_of(const scenario::Adjustment& entry) {
  std::string text = fmt::format("\n[[change]]\ndriver = {}\n", toml_text(entry.driver));
  if (entry.operates) text += fmt::format("{} = {}\n", word_of(entry.operation), entry.value);
  if (entry.limits.at_least) text += fmt::format("at_least = {}\n", *entry.limits.at_least);
  if (entry.limits.at_most) text += fmt::format("at_most = {}\n", *entry.limits.at_most);
  if (entry.dated) text += fmt::format("from_month = {}\n", entry.from_month);
  return text;
}

std::string text_of(const scenario::RunSettings& run, const std::string& trust, std::uint64_t points) {
  const bool is_file = trust.find_first_of("/.\\") != std::string::npos;
  std::string text =
      fmt::format("\n[run]\ntrusts = [{}]\nmonths = {}\ntrials = {}\npoints = \"sobol\"\nseed = {}\n",
                  toml_text(is_file ? std::filesystem::absolute(trust).string() : trust), run.months, points, run.seed);
  if (run.policy != "framework") text += fmt::format("policy = {}\n", toml_text(run.policy));
  if (run.assessment_month) text += fmt::format("assessment_month = {}\n", *run.assessment_month);
  if (!run.publication_lag) text += "publication_lag = false\n";
  if (!run.common_factors) text += "common_factors = false\n";
  return text;
}

}  // namespace

std::string file_of_saved(const OddsRequest& request) { return "live-" + safe_name(request.trust) + ".toml"; }

std::string text_of_saved(const OddsRequest& request, const model::Inputs& inputs, const std::string& trust,
                          bool any_scope) {
  scenario::Scenario made;
  for (const std::string& option : request.set) scenario::apply_set_option(made, option);
  const std::string name = "live-" + safe_name(request.trust);
  std::string text = fmt::format(
      "# Levers as they stood on the live page. The same odds to the bit: uor run {0}.toml{3}\n"
      "schema = 1\nname = {1}\ntitle = {2}\nquestion = \"What would follow?\"\n",
      name, toml_text(name), toml_text("Levers of " + request.trust + " as set on the live page"),
      any_scope ? " --any-scope" : "");
  text += text_of(inputs.scenario.run, trust, std::max(request.points, whole_trials));
  if (!made.variants.empty())
    for (const scenario::Adjustment& entry : made.variants.front().adjustments) text += text_of(entry);
  return text;
}

}  // namespace uor::ask
