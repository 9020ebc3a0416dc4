#include "cli/requests.hpp"

#include <algorithm>
#include <limits>

namespace uor::cli {

namespace {

/// Fills each member of a request from the option of its name, where that is given.
class MembersFromWords {
 public:
  explicit MembersFromWords(const Arguments& arguments) : arguments_(arguments) {}

  void operator()(const std::string& name, std::optional<std::string>& member) const {
    if (arguments_.has(option(name))) member = arguments_.text(option(name));
  }
  void operator()(const std::string& name, std::vector<std::string>& member) const {
    member = arguments_.texts(option(name));
  }
  void operator()(const std::string& name, bool& member) const { member = arguments_.has(option(name)); }
  void operator()(const std::string& name, std::optional<std::uint64_t>& member, std::uint64_t lower,
                  std::uint64_t upper) const {
    member = arguments_.whole_number(option(name), lower, upper);
  }
  void operator()(const std::string& name, std::optional<double>& member, double lower, double upper) const {
    member = arguments_.number(option(name), lower, upper);
  }

 private:
  static std::string option(std::string name) {
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
  }

  const Arguments& arguments_;
};

constexpr const char* quality_policy = "quality";  // policies/quality.toml

constexpr std::uint64_t any = std::numeric_limits<std::uint64_t>::max();

}  // namespace

ask::ModelRequest model_request(const Arguments& arguments) {
  ask::ModelRequest request;
  ask::each_model_member(request, MembersFromWords(arguments));
  request.spelling = ask::Spelling::option;
  return request;
}

ask::ShippedFacts shipped_facts(const Arguments& arguments) {
  return arguments.has("no-shipped-facts") ? ask::ShippedFacts::left_out : ask::ShippedFacts::under_own;
}

ask::RunRequest run_request(const Arguments& arguments, const std::string& scenario, const Words& trusts) {
  ask::RunRequest request;
  ask::each_member(request, MembersFromWords(arguments));
  request.scenario = scenario;
  request.trust = trusts;
  request.model.spelling = ask::Spelling::option;
  return request;
}

ask::FiguresRequest figures_request(const Arguments& arguments) {
  return {arguments.texts("trust"), arguments.has("quick"), model_request(arguments)};
}

ask::RatingRequest rating_request(const Arguments& arguments) {
  ask::RatingRequest request;
  request.trust = arguments.positional().at(0);
  request.trials =
      arguments.whole_number("trials", ask::fewest_rating_trials, ask::most_rating_trials).value_or(request.trials);
  request.seed = arguments.whole_number("seed", 0, any);
  request.month = arguments.whole_number("month", 1, scenario::max_months);
  request.any_scope = arguments.has("any-scope");
  request.no_shipped_facts = arguments.has("no-shipped-facts");
  request.model = model_request(arguments);
  return request;
}

ask::RatedRequest rated_request(const Arguments& arguments) {
  ask::RatedRequest request;
  if (arguments.has("assessments")) request.assessments = arguments.text("assessments");
  request.trials =
      arguments.whole_number("trials", ask::fewest_rated_trials, ask::most_rated_trials).value_or(request.trials);
  request.seed = arguments.whole_number("seed", 0, ask::most_rated_seed);
  request.at_report_date = arguments.has("at-report-date");
  request.hindsight = arguments.has("hindsight");
  request.forecast = arguments.has("forecast");
  request.any_scope = arguments.has("any-scope");
  request.model = model_request(arguments);
  request.same_day_quality = arguments.has("same-day-quality");
  if (arguments.has("with-quality") || request.same_day_quality) request.model.policy = quality_policy;
  return request;
}

}  // namespace uor::cli
