#include "core/uor/model/make_header.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/uor/base/characters.hpp"
#include "core/uor/base/sha256.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/own_figures.hpp"
#include "core/uor/model/peers_in_run.hpp"
#include "core/uor/model/timing.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/trust/overlay.hpp"
#include "core/uor/trust/published.hpp"
#include "core/uor/trust/scope.hpp"

namespace uor::model {
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

/// The financial year and the month of it in which the rating is struck.
struct Struck {
  std::string year;
  int month_of_year;
};
Struck struck(const trust::Trust& trust, const policy::Policy& policy, int assessment_month) {
  const std::string& first = trust.policy_year.empty() ? policy.default_year : trust.policy_year;
  return {policy_year_label(first, year_of(assessment_month)), month_of_year(assessment_month)};
}

TrustInfo trust_info(const trust::Trust& trust, const DriverSource& source, const policy::Policy& policy,
                     int assessment_month) {
  TrustInfo info;
  info.code = trust.code;
  info.name = trust.name;
  info.type = trust.type;
  info.region = trust.region;
  info.stp = trust.stp;
  info.text = trust.text;
  info.path = valid_utf8(trust.path);
  info.in_scope = trust.in_scope;
  const Struck when = struck(trust, policy, assessment_month);
  info.combined_given = policy.combined_given(when.year, when.month_of_year);
  info.metrics_reported = source.metrics_reported();
  info.assumed = source.assumed();
  info.warnings = trust.notes;
  if (!trust.in_scope) {
    info.warnings.push_back(trust::scope_words(trust) + ": these are not odds of a rating that anyone will give");
  }
  for (const trust::Finding& finding : trust::reconcile(trust).findings) info.warnings.push_back(to_string(finding));
  if (std::string warning = year_warning(trust, policy); !warning.empty()) info.warnings.push_back(std::move(warning));
  info.warnings.insert(info.warnings.end(), source.warnings().begin(), source.warnings().end());
  for (std::string& warning : info.warnings) warning = valid_utf8(warning);  // they name files
  return info;
}

InputText input_text(const std::string& role, const std::string& path, const std::string& text) {
  return {role, valid_utf8(path), sha256_hex(std::as_bytes(std::span(text.data(), text.size()))), text};
}

/// Beside a text that was derived from a workbook: which file that was, told by its digest.
void add_workbook(std::vector<InputText>& inputs, const std::string& path, const std::string& sha256) {
  const auto same = [&](const InputText& input) { return input.role == "workbook" && input.sha256 == sha256; };
  if (!sha256.empty() && std::none_of(inputs.begin(), inputs.end(), same)) {
    inputs.push_back({"workbook", valid_utf8(path), sha256, ""});
  }
}

/// What --set added: every variant has the same.
std::vector<std::string> set_options(const scenario::Scenario& scenario) {
  std::vector<std::string> options;
  if (scenario.variants.empty()) return options;
  for (const scenario::Adjustment& adjustment : scenario.variants.front().adjustments)
    if (!adjustment.option.empty()) options.push_back(adjustment.option);
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

/// Trusts that nobody will rate, and ratings that nobody gave when these are struck.
void note_what_is_not_given(const Inputs& inputs, const std::vector<TrustInfo>& trusts, int assessment_month,
                            std::vector<std::string>& notes) {
  std::vector<std::string> outside, without;
  std::set<std::string> when;
  for (std::size_t i = 0; i < trusts.size(); ++i) {
    if (!trusts[i].in_scope) outside.push_back(trusts[i].code);
    if (trusts[i].combined_given) continue;
    without.push_back(trusts[i].code);
    when.insert(struck(inputs.trusts[i], inputs.policy, assessment_month).year);
  }
  if (!outside.empty()) {
    notes.push_back(fmt::format("{} {} outside the framework's scope: odds as if the framework rated {}",
                                fmt::join(outside, ", "), outside.size() == 1 ? "is" : "are",
                                outside.size() == 1 ? "it" : "them"));
  }
  if (!without.empty()) {
    const std::string whose = without.size() == trusts.size() ? "" : fmt::format(" of {}", fmt::join(without, ", "));
    notes.push_back(
        fmt::format("ratings combined with quality{} are left out: none were given yet in month {} of the run, in {}",
                    whose, assessment_month, fmt::join(when, ", ")));
  }
}

bool is_weight(const std::string& path) {
  return path.find(".weights.") != std::string::npos || (path.starts_with("kloe.") && path.ends_with(".weight"));
}

/// What counts otherwise than the policy's files say at first sight.
void note_policy(const Inputs& inputs, std::vector<std::string>& notes) {
  const policy::Policy& policy = inputs.policy;
  const auto noted = [&](const policy::ChangedNumber& number) {
    return number.file.empty() && std::find(inputs.noted_options.begin(), inputs.noted_options.end(), number.option) !=
                                      inputs.noted_options.end();
  };
  for (const policy::ChangedNumber& number : policy.changed) {
    if (noted(number)) continue;
    notes.push_back(
        fmt::format("the policy is changed: {} is {:.6g}, not {:.6g} ({}){}", number.path, number.to, number.from,
                    number.file.empty() ? "--policy-set" : std::filesystem::path(number.file).filename().string(),
                    is_weight(number.path) ? "; other weights scaled to sum 1" : ""));
  }
  for (const policy::RemovedRow& row : policy.removed)
    notes.push_back(fmt::format("the policy is without {} of the one that it extends ({})", row.what, row.why));
  std::vector<std::string> edited;
  for (const policy::ReplacedNumber& number : policy.replaced)
    if (number.edited)
      edited.push_back(
          fmt::format("{} {:.6g} (what counts is {} {:.6g})", number.row, number.in_row, number.fitted, number.counts));
  if (!edited.empty())
    notes.push_back(fmt::format(
        "edited since the policy was fitted, and without effect until it is fitted again: {}; "
        "`uor fit` fits it, --policy-set {}=VALUE changes what counts",
        fmt::join(edited, ", "), std::find_if(policy.replaced.begin(), policy.replaced.end(), [](const auto& one) {
                                   return one.edited;
                                 })->fitted));
}

using Sources = std::vector<std::unique_ptr<DriverSource>>;

/// Whether a driver is one constant for the trust, which the limit does not move.
bool idle_limit(const DriverSource& source, std::size_t quantity, const SideDriver::Step& step) {
  for (const DriverSource::Baseline& baseline : source.baseline()) {
    if (baseline.quantity != quantity) continue;
    const bool beyond =
        step.hold == scenario::Hold::at_most ? baseline.constant > step.value : baseline.constant < step.value;
    return baseline.stream == npos && baseline.ratio_of == npos && !beyond;
  }
  return true;
}

/// A cap or a floor alone on a driver that stays where it is, such as one whose usual value means "not given".
void note_idle_limits(const Inputs& inputs, const Plan& plan, const Sources& sources, std::vector<std::string>& notes) {
  for (std::size_t side = 1; side < plan.sides.size(); ++side) {
    for (const SideDriver& driver : plan.sides[side].drivers) {
      if (driver.steps.size() != 1 || driver.steps[0].hold == scenario::Hold::no || driver.steps[0].vary != nullptr)
        continue;
      const SideDriver::Step& step = driver.steps[0];
      bool idle = true, for_any = false;
      for (std::size_t i = 0; i < sources.size(); ++i) {
        const trust::Trust& trust = inputs.trusts[i];
        if (step.who != nullptr && !step.who->holds(trust.code, trust.type)) continue;
        for_any = true;
        idle = idle && idle_limit(*sources[i], driver.quantity, step);
      }
      if (!idle || !for_any) continue;  // where it is for no trust of this run, a note says that
      const Quantity& quantity = plan.wiring.quantities[driver.quantity];
      notes.push_back(fmt::format("{}: {} never lies beyond {} (usually it is {}), so that limit changes nothing",
                                  plan.sides[side].name, quantity.id, step.value, quantity.nominal));
    }
  }
}

/// Key lines are named by the plugin that scores them.
void add_titles(const Inputs& inputs, Header& header) {
  const auto& plugins = inputs.catalogue->plugins();
  for (const policy::Kloe& kloe : inputs.policy.rating.kloes) {
    const auto found = std::find_if(plugins.begin(), plugins.end(),
                                    [&](const host::Plugin& plugin) { return plugin.kloe() == kloe.id; });
    header.kloe_titles.push_back(found == plugins.end() ? kloe.title : found->title());
  }
  for (const policy::Limiter& limiter : inputs.policy.rating.limiters) header.limiter_titles.push_back(limiter.title);
  for (const policy::Characteristic& held : inputs.policy.rating.characteristics)
    header.characteristic_titles.push_back(held.title);
}

/// Whether a plugin is one of those that come with the program.
bool ships(const host::Plugin& plugin) {
  const std::filesystem::path folder = std::filesystem::path(plugin.path()).parent_path();
  const std::vector<std::string> shipped = host::default_folders();
  return std::any_of(shipped.begin(), shipped.end(), [&](const std::string& one) {
    std::error_code ignored;
    return std::filesystem::equivalent(one, folder, ignored);
  });
}

/// The rating's numbers stand for the scores of the plugins that they were fitted with.
void note_other_plugins(const Inputs& inputs, std::vector<std::string>& notes) {
  if (!inputs.policy.fitted) return;
  std::vector<std::string> others;
  for (const host::Plugin& plugin : inputs.catalogue->plugins()) {
    if (!plugin.kloe().empty() && !ships(plugin))
      others.push_back(fmt::format("'{}' ({}, {})", plugin.title(), plugin.id(), plugin.version()));
  }
  if (others.empty()) return;
  notes.push_back(fmt::format(
      "weights, cuts and limits of the rating were fitted to the plugins that ship, and not to {}: the odds "
      "hold as far as its scores are like those that it replaces",
      fmt::join(others, ", ")));
}

constexpr std::size_t most_named = 5;  // trusts of which notes speak one by one

/// Facts that ship beside those of a file: of few trusts which, of many how many.
void note_shipped_facts(const Inputs& inputs, std::vector<std::string>& notes) {
  constexpr const char* way_out = "; --no-shipped-facts leaves them out";
  std::size_t trusts = 0, facts = 0;
  for (const trust::Trust& trust : inputs.trusts) {
    trusts += trust.shipped.empty() ? 0 : 1;
    facts += trust.shipped.size();
  }
  if (trusts > most_named) {
    notes.push_back(fmt::format("of {} trusts facts that ship count beside their own, {:.0f} a trust on the average{}",
                                trusts, static_cast<double>(facts) / static_cast<double>(trusts), way_out));
    return;
  }
  for (const trust::Trust& trust : inputs.trusts)
    if (const std::string words = trust::shipped_words(trust, inputs.fields); !words.empty())
      notes.push_back(words + way_out);
}

/// Of which month figures are, and what credit they have; of many trusts for the first ones.
void note_figures(const Inputs& inputs, const Plan& plan, std::vector<std::string>& notes) {
  std::size_t named = 0, more = 0;
  for (const trust::Trust& trust : inputs.trusts) {
    std::vector<std::string> own = figure_notes(trust, inputs, plan);
    if (own.empty()) continue;
    if (++named > most_named) {
      ++more;
      continue;
    }
    for (std::string& note : own) notes.push_back(std::move(note));
  }
  if (more > 0)
    notes.push_back(fmt::format("figures of {} more trusts have months of their own in the like way", more));
}

/// What a reader must know before reading the figures.
std::vector<std::string> notes_of(const Inputs& inputs, const Plan& plan, const std::vector<TrustInfo>& trusts,
                                  const Sources& sources) {
  const scenario::RunSettings& run = inputs.scenario.run;
  std::vector<std::string> notes = inputs.notes;
  note_shipped_facts(inputs, notes);
  note_policy(inputs, notes);
  note_what_is_not_given(inputs, trusts, plan.assessment_month, notes);
  for (std::string& note : timing_notes(inputs, plan)) notes.push_back(std::move(note));
  note_idle_limits(inputs, plan, sources, notes);
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
  note_figures(inputs, plan, notes);
  note_other_plugins(inputs, notes);
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

void add_question(const Inputs& inputs, const Plan& plan, Header& header) {
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
}

void add_settings(const Inputs& inputs, const Plan& plan, Header& header) {
  const scenario::RunSettings& run = inputs.scenario.run;
  header.months = plan.months;
  header.assessment_month = plan.assessment_month;
  header.trials = run.trials;
  header.seed = run.seed;
  header.points = run.points;
  if (run.until_se) header.stop = {*run.until_se, run.max_trials, false};
  header.moving_benchmarks = plan.moving.has_value();
  header.in_closed_form = plan.in_closed_form;
  header.fit_draws = plan.range_draws() > 0 ? plan.range_draws() - 1 : 0;
}

/// What the policy's rows name: key lines, cuts, limiters, characteristics, scores beside the rating.
void add_rows(const policy::Policy& policy, Header& header) {
  const policy::Rating& rating = policy.rating;
  header.cuts = {rating.cut_requires_improvement, rating.cut_good, rating.cut_outstanding};
  for (const policy::Kloe& kloe : rating.kloes) header.kloes.push_back(kloe.id);
  for (const policy::Limiter& limiter : rating.limiters) header.limiters.push_back(limiter.id);
  for (const policy::Characteristic& held : rating.characteristics) header.characteristics.push_back(held.id);
  const std::vector<policy::ShownBeside>& beside = policy.shown.beside;
  for (std::size_t row = 1; row < beside.size(); ++row) {
    header.more_beside.push_back(beside[row].id);
    header.more_beside_titles.push_back(beside[row].title);
  }
}

void add_trust_texts(const std::vector<trust::Trust>& trusts, std::vector<InputText>& texts) {
  for (const trust::Trust& trust : trusts) texts.push_back(input_text("trust", trust.path, trust.text));
  for (const trust::Trust& trust : trusts)
    if (!trust.published.text.empty())
      texts.push_back(input_text(published_role, "data/assessments.csv", trust.published.text));
  for (const trust::Trust& trust : trusts)
    if (!trust.shipped_text.empty()) texts.push_back(input_text("shipped", trust.shipped_path, trust.shipped_text));
}

/// Everything that the run was read from, verbatim.
void add_texts(const Inputs& inputs, std::vector<InputText>& texts) {
  if (!inputs.loaded.empty()) texts.push_back(input_text(loaded_role, inputs.loaded, ""));
  texts.push_back(input_text("scenario", inputs.scenario.path, inputs.scenario.text));
  texts.push_back(input_text("policy", inputs.policy.path, inputs.policy.text));
  for (const std::string& option : set_options(inputs.scenario)) texts.push_back(input_text("option", "--set", option));
  for (const policy::ChangedNumber& number : inputs.policy.changed)
    if (number.file.empty()) texts.push_back(input_text("policy_option", "--policy-set", number.option));
  add_trust_texts(inputs.trusts, texts);
  add_workbook(texts, inputs.scenario.path, inputs.scenario.workbook_sha256);
  for (const trust::Trust& trust : inputs.trusts) add_workbook(texts, trust.path, trust.workbook_sha256);
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
  add_question(inputs, plan, header);
  for (std::size_t i = 0; i < inputs.trusts.size(); ++i)
    header.trusts.push_back(trust_info(inputs.trusts[i], *sources[i], inputs.policy, plan.assessment_month));
  add_settings(inputs, plan, header);
  add_rows(inputs.policy, header);
  header.metrics = quantities_at(plan, plan.metrics);
  list_columns(header, plan);
  add_titles(inputs, header);
  for (const host::Plugin& plugin : inputs.catalogue->plugins()) {
    header.plugins.push_back({plugin.id(), plugin.version(), valid_utf8(plugin.path()), plugin.sha256()});
  }
  add_texts(inputs, header.inputs);
  header.notes = notes_of(inputs, plan, header.trusts, sources);
  header.version = inputs.version;
  header.commit = inputs.commit;
  header.host = host_name();
  return header;
}

void list_columns(Header& header, const Plan& plan) {
  header.keep = plan.wanted.keep;
  header.summarised = plan.items() == 0 ? std::vector<Quantity>{} : quantities_at(plan, plan.summarised);
  header.drivers = quantities_at(plan, plan.kept_drivers);
  header.driver_monthly = plan.kept_driver_monthly;
  header.quantities = quantities_at(plan, plan.kept_quantities);
}

}  // namespace uor::model
