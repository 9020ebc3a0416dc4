#include "core/uor/analyse/changed_facts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/uor/model/facts.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::analyse {

namespace {

constexpr const char* not_given = "not given";

std::string number(double value) { return fmt::format("{}", value); }

std::string with_rounding(const trust::Reported& reported) {
  return number(reported.value) + (reported.rounding > 0 ? " ±" + number(reported.rounding) : "");
}

/// "of November 2018, ward audit": what was said of a reported figure besides its value.
std::string said_of(const trust::Reported& reported) {
  std::vector<std::string> said;
  if (!reported.month.empty()) said.push_back("of " + trust::date_in_words(reported.month));
  if (!reported.source.empty()) said.push_back(reported.source);
  return fmt::format("{}", fmt::join(said, ", "));
}

KnownFact known_of(const trust::Field& field, const trust::Trust& trust, const policy::Policy& policy) {
  const model::Fact fact = model::resolve_fact(field, trust, policy);
  const bool yes_or_no = field.unit == "yes=1";
  if (fact.is_reported()) {
    const trust::Reported& reported = trust.reported.at(field.id);
    const std::string answer = reported.value > 0.5 ? "yes" : "no";
    if (reported.summed) return {reported.value, number(reported.value), "derived", trust::summed_words};
    return {reported.value, yes_or_no ? answer : with_rounding(reported), "reported", said_of(reported)};
  }
  if (fact.is_derived()) {
    const double value = fact.distribution.parameters[0];
    return {value, number(value), "derived", fact.equation};
  }
  if (fact.how == model::How::settled) return {{}, "from other figures", "derived", fact.source};
  if (!fact.accounts.empty())
    return {{}, "from the accounts", "derived", fmt::format("{}", fmt::join(fact.accounts, ", "))};
  if (fact.is_unknown()) return {{}, not_given, fact.how == model::How::part_drawn ? "drawn" : not_given, fact.source};
  Distribution drawn = fact.distribution;
  drawn.truncate_lower = drawn.truncate_upper = {};  // the field's own range
  return {{}, not_given, "drawn", to_string(drawn) + (fact.ratio_of.empty() ? "" : " x " + fact.ratio_of)};
}

bool same(const KnownFact& a, const KnownFact& b) {
  return a.text == b.text && a.origin == b.origin && a.detail == b.detail;
}

/// Two facts that read alike and differ in what is behind them say what that is.
void tell_apart(KnownFact& from, KnownFact& to) {
  if (from.text != to.text || from.origin != to.origin) return;
  for (KnownFact* fact : {&from, &to})
    fact->text += fact->detail.empty() ? " (no month or source)" : " (" + fact->detail + ")";
}

void add(std::vector<ChangedFact>& changed, ChangedFact fact) {
  if (same(fact.from, fact.to)) return;
  tell_apart(fact.from, fact.to);
  changed.push_back(std::move(fact));
}

KnownFact known_text(const std::string& text) {
  return text.empty() ? KnownFact{{}, not_given, not_given, ""} : KnownFact{{}, text, "reported", ""};
}

/// Grades as the framework words them; what lies between as a number.
std::string grade_in_words(double grade) {
  const int whole = static_cast<int>(std::lround(grade));
  if (std::abs(grade - whole) > 1e-9 || whole < 1 || whole > 4) return number(grade);
  std::string words = policy::rating_ids[static_cast<std::size_t>(whole - 1)];
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

KnownFact judged_of(const trust::Trust& trust, const std::string& prompt) {
  const auto found = trust.judged.find(prompt);
  if (found == trust.judged.end()) return {{}, not_given, "drawn", "not judged"};
  return {found->second.value, grade_in_words(found->second.value), "judged", ""};
}

void add_judged(std::vector<ChangedFact>& changed, const trust::Trust& from, const trust::Trust& to,
                const policy::Policy& policy) {
  std::set<std::string> prompts;
  for (const auto* trust : {&from, &to})
    for (const auto& [prompt, judged] : trust->judged) prompts.insert(prompt);
  for (const std::string& prompt : prompts) {
    const auto row = std::find_if(policy.prompts.begin(), policy.prompts.end(),
                                  [&](const policy::Prompt& one) { return one.id == prompt; });
    add(changed, {prompt, row == policy.prompts.end() ? prompt : row->text, "rating", judged_of(from, prompt),
                  judged_of(to, prompt)});
  }
}

const SavingsScheme* scheme_named(const trust::Trust& trust, const std::string& name) {
  const auto found = std::find_if(trust.schemes.begin(), trust.schemes.end(),
                                  [&](const SavingsScheme& scheme) { return scheme.name == name; });
  return found == trust.schemes.end() ? nullptr : &*found;
}

/// One thing that a file says of a scheme, and how to read it off one.
struct SchemePart {
  const char *id, *title, *unit;
  KnownFact (*of)(const SavingsScheme&);
};

KnownFact stated(double value) { return {value, number(value), "reported", ""}; }
KnownFact stated(const std::string& text) { return {{}, text, "reported", ""}; }
KnownFact unsaid(const std::string& meaning) { return {{}, meaning, not_given, ""}; }

KnownFact stated(const Distribution& distribution) {
  return distribution.is_constant() ? stated(distribution.parameters[0]) : stated(to_string(distribution));
}

std::string effect_words(const SavingsScheme& scheme) {
  return fmt::format("{} {} {}", name_of(scheme.operation), scheme.driver, scheme.change);
}

constexpr std::array<SchemePart, 7> scheme_parts = {
    {{"acts", "acts on", "",
      [](const SavingsScheme& scheme) {
        const bool through = scheme.category == SchemeCategory::through_driver;
        return stated(through ? effect_words(scheme) : std::string(name_of(scheme.category)));
      }},
     {"plan", "plan of the year", "GBP m", [](const SavingsScheme& scheme) { return stated(scheme.plan_gbp_m); }},
     {"start_month", "starts in month", "months",
      [](const SavingsScheme& scheme) { return stated(scheme.start_month); }},
     {"recurrent", "recurrent share", "percent",
      [](const SavingsScheme& scheme) { return stated(scheme.recurrent_percent); }},
     {"delivery", "delivery", "percent",
      [](const SavingsScheme& scheme) {
        return scheme.delivery ? stated(*scheme.delivery) : unsaid("as the programme");
      }},
     {"delay", "delay", "months", [](const SavingsScheme& scheme) { return stated(scheme.delay_months); }},
     {"delivered_to_date", "delivered to date", "GBP m", [](const SavingsScheme& scheme) {
        return scheme.delivered_to_date_gbp_m ? stated(*scheme.delivered_to_date_gbp_m) : unsaid(not_given);
      }}}};

/// Of a scheme that one side lacks, every part that the other side states.
void add_scheme(std::vector<ChangedFact>& changed, const std::string& name, const SavingsScheme* from,
                const SavingsScheme* to) {
  for (const SchemePart& part : scheme_parts) {
    const KnownFact was = from == nullptr ? unsaid("no such scheme") : part.of(*from);
    const KnownFact is = to == nullptr ? unsaid("no such scheme") : part.of(*to);
    const bool unstated = was.origin == not_given && is.origin == not_given;
    if (unstated) continue;
    add(changed, {fmt::format("scheme {}.{}", name, part.id), fmt::format("Savings scheme {}, {}", name, part.title),
                  part.unit, was, is});
  }
}

void add_schemes(std::vector<ChangedFact>& changed, const trust::Trust& from, const trust::Trust& to) {
  std::vector<std::string> names;
  for (const auto* trust : {&from, &to})
    for (const SavingsScheme& scheme : trust->schemes)
      if (std::find(names.begin(), names.end(), scheme.name) == names.end()) names.push_back(scheme.name);
  for (const std::string& name : names) add_scheme(changed, name, scheme_named(from, name), scheme_named(to, name));
}

std::string text_of(const std::vector<std::string>& codes) { return fmt::format("{}", fmt::join(codes, ", ")); }

std::string subject_of(const trust::Evidence& piece) {
  return fmt::format("{} of {}", trust::name_of(piece.kind), piece.about);
}

/// What a trust says on one subject, with its figures.
std::string said_on(const trust::Trust& trust, const std::string& subject) {
  std::string said;
  for (const trust::Evidence& piece : trust.evidence) {
    if (subject_of(piece) != subject) continue;
    said += (said.empty() ? "" : "; ") + piece.text;
    for (const auto& figure : {piece.value, piece.benchmark, piece.before, piece.after, piece.finding})
      if (figure) said += fmt::format(", {:.6g}", *figure);
  }
  return said;
}

void add_evidence(std::vector<ChangedFact>& changed, const trust::Trust& from, const trust::Trust& to) {
  std::set<std::string> subjects;
  for (const auto* trust : {&from, &to})
    for (const trust::Evidence& piece : trust->evidence) subjects.insert(subject_of(piece));
  for (const std::string& subject : subjects)
    add(changed,
        {subject, "Evidence: " + subject, "", known_text(said_on(from, subject)), known_text(said_on(to, subject))});
}

}  // namespace

std::vector<ChangedFact> changed_facts(const trust::Trust& from, const policy::Policy& from_policy,
                                       const trust::Trust& to, const policy::Policy& to_policy,
                                       const std::vector<trust::Field>& fields) {
  std::vector<ChangedFact> changed;
  add(changed, {"name", "Name", "", known_text(from.name), known_text(to.name)});
  add(changed, {"type", "Type of trust", "", known_text(from.type), known_text(to.type)});
  add(changed, {"policy_year", "Policy year", "", known_text(from.policy_year), known_text(to.policy_year)});
  add(changed, {"peers", "Peers of its choice", "", known_text(text_of(from.peers)), known_text(text_of(to.peers))});
  for (const trust::Field& field : fields)
    add(changed,
        {field.id, field.title, field.unit, known_of(field, from, from_policy), known_of(field, to, to_policy)});
  add_judged(changed, from, to, to_policy);
  add_evidence(changed, from, to);
  add_schemes(changed, from, to);
  return changed;
}

namespace {

constexpr std::size_t shown_digits = 12;  // of a SHA-256

std::string file_of(const model::InputText& input) {
  return fmt::format("{} (SHA-256 {})", input.path, input.sha256.substr(0, shown_digits));
}

std::string inputs_of(const model::Header& header, const std::string& role) {
  std::vector<std::string> files;
  for (const model::InputText& input : header.inputs)
    if (input.role == role) files.push_back(role == "option" ? "--set " + input.text : file_of(input));
  return files.empty() ? "none" : fmt::format("{}", fmt::join(files, ", "));
}

/// Whether the texts of a role are the same, wherever they were read.
bool same_inputs(const model::Header& a, const model::Header& b, const std::string& role) {
  const auto texts = [&](const model::Header& header) {
    std::vector<std::string> found;
    for (const model::InputText& input : header.inputs)
      if (input.role == role) found.push_back(input.text);
    return found;
  };
  return texts(a) == texts(b);
}

std::string plugin_of(const model::Header& header, const std::string& id) {
  for (const model::PluginInfo& plugin : header.plugins)
    if (plugin.id == id) return fmt::format("{} (SHA-256 {})", plugin.version, plugin.sha256.substr(0, shown_digits));
  return "not loaded";
}

}  // namespace

std::vector<RunDifference> run_differences(const model::Header& from, const model::Header& to) {
  std::vector<RunDifference> found;
  const auto note = [&](const std::string& what, const std::string& was, const std::string& is) {
    if (was != is) found.push_back({what, was, is});
  };
  if (!same_inputs(from, to, "policy")) note("policy", inputs_of(from, "policy"), inputs_of(to, "policy"));
  if (!same_inputs(from, to, "scenario"))
    note("scenario", from.scenario_name + ", " + inputs_of(from, "scenario"),
         to.scenario_name + ", " + inputs_of(to, "scenario"));
  note("options", inputs_of(from, "option"), inputs_of(to, "option"));
  note("seed", fmt::format("{}", from.seed), fmt::format("{}", to.seed));
  note("trials", fmt::format("{}", from.trials), fmt::format("{}", to.trials));
  note("months", fmt::format("{}", from.months), fmt::format("{}", to.months));
  note("month of the rating", fmt::format("{}", from.assessment_month), fmt::format("{}", to.assessment_month));
  note("points", std::string(name_of(from.points)), std::string(name_of(to.points)));
  note("benchmarks", from.moving_benchmarks ? "moving" : "fixed", to.moving_benchmarks ? "moving" : "fixed");
  std::set<std::string> plugins;
  for (const model::Header* header : {&from, &to})
    for (const model::PluginInfo& plugin : header->plugins) plugins.insert(plugin.id);
  for (const std::string& id : plugins) note("plugin " + id, plugin_of(from, id), plugin_of(to, id));
  note("program", "uor " + from.version, "uor " + to.version);
  note("commit", from.commit, to.commit);
  return found;
}

}  // namespace uor::analyse
