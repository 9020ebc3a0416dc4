#include "core/uor/run/header.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "core/uor/base/sha256.hpp"
#include "core/uor/run/driver_source.hpp"
#include "core/uor/run/moving.hpp"
#include "core/uor/run/own_figures.hpp"
#include "core/uor/run/timing.hpp"
#include "core/uor/run/today.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::run {
namespace {

/// Empty, or that the policy has no numbers of the trust's year.
std::string year_warning(const trust::Trust& trust, const policy::Policy& policy) {
  if (trust.policy_year.empty() || policy.year_parameters.count(trust.policy_year) > 0) return "";
  std::vector<std::string> years;
  for (const auto& [year, values] : policy.year_parameters) years.push_back(year);
  return fmt::format(
      "policy_year is {}, of which the policy '{}' has no numbers of its own (it has {}): those that hold "
      "in all years are used, with benchmarks of {}",
      trust.policy_year, policy.name, fmt::join(years, ", "), policy.default_year);
}

TrustInfo trust_info(const trust::Trust& trust, const DriverSource& source, const policy::Policy& policy) {
  TrustInfo info;
  info.code = trust.code;
  info.name = trust.name;
  info.type = trust.type;
  info.text = trust.text;
  info.path = trust.path;
  info.metrics_reported = source.metrics_reported();
  info.assumed = source.assumed();
  for (const trust::Finding& finding : trust::reconcile(trust).findings) info.warnings.push_back(to_string(finding));
  if (std::string warning = year_warning(trust, policy); !warning.empty()) info.warnings.push_back(std::move(warning));
  info.warnings.insert(info.warnings.end(), source.warnings().begin(), source.warnings().end());
  return info;
}

InputText input_text(const std::string& role, const std::string& path, const std::string& text) {
  return {role, path, sha256_hex(std::as_bytes(std::span(text.data(), text.size()))), text};
}

/// Beside a text that was derived from a workbook: which file that was, told by its digest.
void add_workbook(std::vector<InputText>& inputs, const std::string& path, const std::string& sha256) {
  const auto same = [&](const InputText& input) { return input.role == "workbook" && input.sha256 == sha256; };
  if (!sha256.empty() && std::none_of(inputs.begin(), inputs.end(), same)) {
    inputs.push_back({"workbook", path, sha256, ""});
  }
}

/// What --set added: every variant has the same.
std::vector<std::string> set_options(const scenario::Scenario& scenario) {
  const std::string mark = "--set ";
  std::vector<std::string> options;
  if (scenario.variants.empty()) return options;
  for (const scenario::Change& change : scenario.variants.front().changes)
    if (change.where.file.starts_with(mark)) options.push_back(change.where.file.substr(mark.size()));
  return options;
}

std::vector<Quantity> quantities_at(const Plan& plan, const std::vector<std::size_t>& indices) {
  std::vector<Quantity> quantities;
  for (const std::size_t index : indices) quantities.push_back(plan.wiring.quantities[index]);
  return quantities;
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

/// Below this many, a rating that never came up may still have odds of some percent (rule of three: 3/n at 95 %).
constexpr std::uint64_t fewest_trials_with_errors = 100;

/// Empty, or of which pilot years ratings are.
std::string pilot_note(const Inputs& inputs) {
  std::set<std::string> years;
  for (const trust::Trust& trust : inputs.trusts) {
    const std::string& year = trust.policy_year.empty() ? inputs.policy.default_year : trust.policy_year;
    if (inputs.policy.indicative_years.contains(year)) years.insert(year);
  }
  if (years.empty()) return "";
  return fmt::format(
      "indicative (shadow) rating: those of {} were pilots that were not published, before combined ratings were given",
      fmt::join(years, " and "));
}

/// What a reader must know before reading the figures.
std::vector<std::string> notes_of(const Inputs& inputs, const Plan& plan) {
  const scenario::RunSettings& run = inputs.scenario.run;
  std::vector<std::string> notes = timing_notes(inputs, plan);
  if (!run.until_se && run.trials < fewest_trials_with_errors) {
    notes.push_back(
        fmt::format("{} {} than can show their own error: the ± of a share near 0 or 100 % says nothing "
                    "below {} trials",
                    run.trials, run.trials == 1 ? "trial is fewer" : "trials are fewer", fewest_trials_with_errors));
  }
  if (!run.common_factors) {
    notes.push_back("common factors are off: every trust has luck of its own, as if trusts were independent");
  }
  if (std::string note = pilot_note(inputs); !note.empty()) notes.push_back(std::move(note));
  for (const trust::Trust& trust : inputs.trusts) {
    for (std::string& note : figure_notes(trust, inputs, plan)) notes.push_back(std::move(note));
  }
  if (plan.moving) {
    for (std::string& note : moving_notes(inputs)) notes.push_back(std::move(note));
  }
  if (const policy::Agreement& agreed = inputs.policy.rating.agreed; !agreed.always_as_proposed()) {
    notes.push_back(
        fmt::format("ratings are the agreed ones: CQC lowers {:.0f} % of the proposals by a grade and "
                    "raises {:.0f} %",
                    100 * agreed.lowered, 100 * agreed.raised));
  }
  return notes;
}

}  // namespace

trust::PublishedRatings published_of(const Header& header, const std::string& code) {
  trust::PublishedRatings published;
  for (const InputText& input : header.inputs) {
    if (input.role != published_role) continue;
    published = trust::published_ratings(input.text, input.path, code);
    if (!published.text.empty()) break;
  }
  published.looked_up = true;
  return published;
}

Header make_header(const Inputs& inputs, const Plan& plan, const std::vector<std::unique_ptr<DriverSource>>& sources) {
  Header header;
  header.scenario_name = inputs.scenario.name;
  header.scenario_title = inputs.scenario.title;
  header.question = inputs.scenario.question;
  if (plan.sides.size() == 2 && scenario::is_of_options(inputs.scenario.variants[0])) {
    header.question = plan.sides[1].title + ": what would follow?";
  }
  for (const Side& side : plan.sides) {
    header.sides.push_back(side.name);
    header.side_titles.push_back(side.title.empty() ? side.name : side.title);
  }
  for (std::size_t i = 0; i < inputs.trusts.size(); ++i)
    header.trusts.push_back(trust_info(inputs.trusts[i], *sources[i], inputs.policy));
  header.months = plan.months;
  header.assessment_month = plan.assessment_month;
  header.trials = inputs.scenario.run.trials;
  header.seed = inputs.scenario.run.seed;
  header.points = inputs.scenario.run.points;
  if (inputs.scenario.run.until_se) {
    header.stop = {*inputs.scenario.run.until_se, inputs.scenario.run.max_trials, false};
  }
  header.keep = inputs.keep;
  header.kloes.assign(policy::kloe_ids.begin(), policy::kloe_ids.end());
  header.summarised = quantities_at(plan, plan.summarised);
  header.metrics = quantities_at(plan, plan.metrics);
  header.drivers = quantities_at(plan, plan.kept_drivers);
  header.driver_monthly = plan.kept_driver_monthly;
  header.quantities = quantities_at(plan, plan.kept_quantities);
  for (const policy::Limiter& limiter : inputs.policy.rating.limiters) header.limiters.push_back(limiter.id);
  for (const policy::Characteristic& held : inputs.policy.rating.characteristics)
    header.characteristics.push_back(held.id);
  for (const host::Plugin& plugin : inputs.catalogue->plugins()) {
    header.plugins.push_back({plugin.id(), plugin.version(), plugin.path(), plugin.sha256()});
  }
  header.inputs.push_back(input_text("scenario", inputs.scenario.path, inputs.scenario.text));
  header.inputs.push_back(input_text("policy", inputs.policy.path, inputs.policy.text));
  for (const std::string& option : set_options(inputs.scenario))
    header.inputs.push_back(input_text("option", "--set", option));
  for (const trust::Trust& trust : inputs.trusts) header.inputs.push_back(input_text("trust", trust.path, trust.text));
  for (const trust::Trust& trust : inputs.trusts) {
    if (trust.published.text.empty()) continue;
    header.inputs.push_back(input_text(published_role, "data/assessments.csv", trust.published.text));
  }
  add_workbook(header.inputs, inputs.scenario.path, inputs.scenario.workbook_sha256);
  for (const trust::Trust& trust : inputs.trusts) add_workbook(header.inputs, trust.path, trust.workbook_sha256);
  header.moving_benchmarks = plan.moving.has_value();
  header.notes = notes_of(inputs, plan);
  header.version = inputs.version;
  header.commit = inputs.commit;
  header.host = host_name();
  return header;
}

}  // namespace uor::run
