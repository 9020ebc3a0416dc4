#include "core/uor/report/origin.hpp"

#include "core/uor/base/characters.hpp"

namespace uor::report {

namespace {

void add_files(Origin& origin, const model::Header& header) {
  for (const model::InputText& input : header.inputs)
    origin.inputs.push_back({input.role, input.role == "option" ? "--set " + input.text : input.path, input.sha256});
  for (const model::PluginInfo& plugin : header.plugins)
    origin.plugins.push_back({plugin.id, plugin.version, plugin.sha256});
}

}  // namespace

Origin origin_of(const store::Result& result, const policy::Policy& policy) {
  const model::Header& header = result.header;
  Origin origin;
  origin.file = valid_utf8(result.path);
  origin.scenario = header.scenario_name;
  origin.title = header.scenario_title;
  origin.question = header.question.empty() ? header.scenario_title : header.question;
  origin.sides = header.sides;
  origin.side_titles = header.side_titles;
  origin.months = header.months;
  origin.assessment_month = header.assessment_month;
  origin.trials = header.trials;
  origin.seed = header.seed;
  origin.version = header.version;
  origin.commit = header.commit;
  origin.host = header.host;
  origin.started = result.started;
  origin.finished = result.finished;
  origin.seconds = result.seconds;
  add_files(origin, header);
  origin.notes = header.notes;
  origin.points = name_of(header.points);
  origin.until_se = header.stop.until_se;
  origin.moving_benchmarks = header.moving_benchmarks;
  origin.policy_title = policy.title;
  origin.fitted = policy.fitted;
  origin.steps = policy.steps;
  for (const policy::Source& source : policy.sources) ++origin.standing[std::string(name_of(source.standing))];
  return origin;
}

Json json_of(const Origin::Input& input) {
  return {{"role", input.role}, {"path", input.path}, {"sha256", input.sha256}};
}

Json json_of(const Origin::Plugin& plugin) {
  return {{"id", plugin.id}, {"version", plugin.version}, {"sha256", plugin.sha256}};
}

Json json_of(const Origin& origin) {
  return {{"file", origin.file},
          {"scenario", origin.scenario},
          {"title", origin.title},
          {"question", origin.question},
          {"sides", origin.sides},
          {"side_titles", origin.side_titles},
          {"months", origin.months},
          {"assessment_month", origin.assessment_month},
          {"trials", origin.trials},
          {"seed", origin.seed},
          {"version", origin.version},
          {"commit", origin.commit},
          {"host", origin.host},
          {"started", origin.started},
          {"finished", origin.finished},
          {"seconds", origin.seconds},
          {"inputs", json_list(origin.inputs)},
          {"plugins", json_list(origin.plugins)},
          {"notes", origin.notes},
          {"points", origin.points},
          {"until_se", origin.until_se},
          {"moving_benchmarks", origin.moving_benchmarks},
          {"policy", {{"title", origin.policy_title}, {"fitted", origin.fitted}, {"standing", origin.standing}}}};
}

}  // namespace uor::report
