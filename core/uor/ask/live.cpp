#include "core/uor/ask/live.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/uor/ask/inputs.hpp"
#include "core/uor/ask/live_page.hpp"
#include "core/uor/ask/paths.hpp"
#include "core/uor/ask/problem.hpp"
#include "core/uor/ask/saved_scenario.hpp"
#include "core/uor/ask/trusts.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/book.hpp"

namespace uor::ask {

using report::Json;

namespace {

/// A scenario that ships, or a TOML file that asks a question.
bool is_scenario(const Library& library, const std::string& subject) {
  if (!ends_like(subject, ".toml")) {
    const std::vector<std::string> ship = scenarios_in(library.home() / "scenarios");
    return std::find(ship.begin(), ship.end(), subject) != ship.end();
  }
  const std::string text = read_text_file(subject, "scenario or trust file");
  return text.find("\nquestion") != std::string::npos || text.rfind("question", 0) == 0;
}

bool is_code(const std::string& name) { return name.find_first_of("/.:\\") == std::string::npos && name != "all"; }

}  // namespace

Live::Live(LiveRequest request) : request_(std::move(request)) {
  for (const std::string& subject : request_.subjects) add(subject);
  if (given_.empty()) {
    for (const std::string& name : read_scenario(scenario_path(library_.home(), scenario_)).run.trusts)
      if (name != "all") add_trust(beside(scenario_path(library_.home(), scenario_), name));
  }
  first_ = given_.empty() ? any_trust(library_).front().code : given_.front().code;
  trust(first_);  // what is wrong with it is said before a page opens
}

void Live::add(const std::string& subject) {
  if (!is_scenario(library_, subject)) {
    add_trust(subject);
    if (!workbook::is_workbook(subject) || read_scenario(subject).variants.empty()) return;
  }
  if (scenario_ != "baseline" && scenario_ != subject)
    throw Error(fmt::format("'{}' is a second scenario beside '{}'; a page has one", subject, scenario_));
  scenario_ = subject;
}

void Live::add_trust(const std::string& subject) {
  const trust::Trust trust = find_trusts(library_, {subject}).front();
  for (const Given& known : given_)
    if (known.code == trust.code)
      throw Error(fmt::format("trust '{}' is named twice, as '{}' and as '{}'", known.code, known.subject, subject));
  given_.push_back({trust.code, subject, trust.name});
}

std::string Live::subject_of(const std::string& code) const {
  for (const Given& given : given_)
    if (given.code == code) return given.subject;
  if (!is_code(code)) throw Error(fmt::format("trust '{}': is no code (files are named when the server starts)", code));
  return code;
}

model::Inputs Live::inputs_of(const std::string& code) const {
  RunRequest run;
  run.scenario = scenario_;
  run.trust = {subject_of(code)};
  run.trials = whole_trials;
  run.points = std::string(name_of(Points::sobol));
  run.any_scope = request_.any_scope;
  run.model.spelling = request_.spelling;
  model::Inputs inputs = problem_of(library_, run);
  if (inputs.scenario.run.benchmarks == scenario::Benchmarks::moving)
    throw Error(inputs.scenario.run.benchmarks_where,
                "benchmarks that move with all trusts are of the sector; a page has those that are fixed");
  return inputs;
}

/// Under the lock, so that two who ask for one trust wait for one model.
std::shared_ptr<LiveTrust> Live::trust(const std::string& code) {
  const std::scoped_lock alone(mutex_);
  const auto found = std::find_if(trusts_.begin(), trusts_.end(), [&](const auto& kept) { return kept.first == code; });
  if (found != trusts_.end()) {
    trusts_.splice(trusts_.begin(), trusts_, found);
    return found->second;
  }
  trusts_.emplace_front(code, std::make_shared<LiveTrust>(inputs_of(code)));
  if (trusts_.size() > most_live_trusts) trusts_.pop_back();
  return trusts_.front().second;
}

Json Live::trusts() const {
  Json list = Json::array();
  const auto is_given = [&](const std::string& code) {
    return std::any_of(given_.begin(), given_.end(), [&](const Given& given) { return given.code == code; });
  };
  for (const Given& given : given_) list.push_back({{"code", given.code}, {"name", given.name}, {"given", true}});
  for (const trust::Trust& trust : library_.sector(request_.any_scope ? trust::Scope::any : trust::Scope::framework)) {
    if (!is_given(trust.code)) list.push_back({{"code", trust.code}, {"name", trust.name}, {"given", false}});
  }
  return {{"first", first_}, {"trusts", list}};
}

Json Live::page(const std::string& code, run::Workers& workers, const std::stop_token& stop) {
  const std::shared_ptr<LiveTrust> of = trust(code);
  const std::string path = scenario_path(library_.home(), scenario_);
  return page_of(library_, *of, scenario_ == "baseline" ? scenario::Scenario{} : read_scenario(path), workers, stop);
}

Json Live::odds(const OddsRequest& request, run::Workers& workers, const std::stop_token& stop) {
  Json answer = trust(request.trust)->odds(request.set, request.points, request.detail, workers, stop);
  answer["request"] = request.as_asked;
  return answer;
}

Json Live::money(const OddsRequest& request, run::Workers& workers, const std::stop_token& stop) {
  Json answer = trust(request.trust)->money(request.set, workers, stop);
  answer["request"] = request.as_asked;
  return answer;
}

Json Live::saved_scenario(const OddsRequest& request) {
  const model::Inputs& inputs = trust(request.trust)->model().inputs();
  return {{"name", file_of_saved(request)},
          {"text", text_of_saved(request, inputs, subject_of(request.trust), request_.any_scope)}};
}

}  // namespace uor::ask
