#include "core/uor/ask/draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/policy/no_single_metric.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/trust/month.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::ask {

namespace {

using report::DraftSentence;

constexpr double least_move = 0.01;  // of the odds, below which a report has no room for a limit

/// "trusts.csv", "mine.toml line 12": without its folder, as a report is passed on.
std::string place_words(const Where& where) {
  const std::string file = std::filesystem::path(where.file).filename().string();
  return where.line > 0 ? fmt::format("{} line {}", file, where.line) : file;
}

/// Who says what the trust reports of a field: its own words, else where it stands.
std::string reported_words(const trust::Trust& trust, const std::string& id) {
  const auto found = trust.reported.find(id);
  if (found == trust.reported.end()) return "worked out from other reported figures";
  const trust::Reported& reported = found->second;
  std::string words = reported.source.empty() ? place_words(reported.where) : reported.source;
  if (!reported.month.empty()) words += ", of " + trust::date_in_words(reported.month);
  return words;
}

constexpr std::array<const char*, 5> quarter_words = {
    "", "in the best quarter of trusts", "in the second quarter of trusts", "in the third quarter of trusts",
    "in the worst quarter of trusts"};

/// What is said of one key line.
class KloeDraft {
 public:
  KloeDraft(const RateStudy& study, const model::Inputs& inputs, const policy::Kloe& row)
      : study_(study), inputs_(inputs), row_(row), out_{row.id, row.title, row.question, {}, {}, {}} {}

  report::DraftKloe draft() && {
    add_score();
    std::size_t unknown = 0, all = 0;
    for (const RatedMetric& metric : study_.metrics) {
      if (metric.part.kloe != row_.id) continue;
      ++all;
      if (metric.source == "drawn") {
        ++unknown;
      } else {
        add_metric(metric);
      }
    }
    add_prompts();
    if (unknown > 0)
      out_.how.push_back(
          {fmt::format("{} of {} initial metrics are not reported, and nothing is said of them.", unknown, all),
           "trust file"});
    return std::move(out_);
  }

 private:
  void add_score() {
    for (const analyse::TermShare& share : study_.terms)
      if (share.term.quantity == row_.score())
        out_.how.push_back({fmt::format("The key line scores {:.2f} of 4 on the average over trials.", share.mean),
                            "simulated from all that is known of it"});
  }

  void add_metric(const RatedMetric& metric) {
    const policy::Metric& row = *inputs_.policy.find_metric(metric.part.id);
    const std::string source = fmt::format("{}; national figures: {} ({})", reported_words(trust(), metric.part.id),
                                           row.source, name_of(row.standing));
    const std::string value =
        fmt::format("{}: {}, national median {}", metric.title, report::with_unit(metric.part.value, metric.unit),
                    report::with_unit(metric.median, metric.unit));
    const std::string where = metric.quarter > 0 ? std::string(", ") + quarter_words.at(metric.quarter) : "";
    out_.how.push_back({value + where + ".", source});
    if (metric.quarter == 1) out_.outstanding.push_back({value + where + ".", source});
    if (metric.quarter == 4) out_.improvement.push_back({value + where + ".", source});
    add_change(metric);
  }

  void add_change(const RatedMetric& metric) {
    using Direction = analyse::YearChange::Direction;
    if (metric.change.direction == Direction::not_known) return;
    const DraftSentence said = {
        fmt::format("{} over twelve months: {}.", metric.title, analyse::in_words(metric.change)),
        reported_words(trust(), metric.part.id + "_year_ago")};
    out_.how.push_back(said);
    if (metric.change.direction == Direction::deteriorated) out_.improvement.push_back(said);
  }

  void add_prompts() {
    std::size_t open = 0;
    for (const policy::Prompt& prompt : inputs_.policy.prompts) {
      if (prompt.kloe != row_.id || !prompt.judged) continue;
      const auto found = trust().judged.find(prompt.id);
      if (found == trust().judged.end()) {
        ++open;
        continue;
      }
      const int grade = static_cast<int>(std::lround(found->second.value));
      const DraftSentence said = {fmt::format("{} Judged {}.", prompt.text, report::lower(report::rating_name(grade))),
                                  "judged in " + place_words(found->second.where)};
      out_.how.push_back(said);
      if (grade == 4) out_.outstanding.push_back(said);
      if (grade <= 2) out_.improvement.push_back(said);
    }
    if (open > 0)
      out_.how.push_back(
          {fmt::format("{} that people judge {} not been judged.",
                       open == 1 ? "1 prompt" : fmt::format("{} prompts", open), open == 1 ? "has" : "have"),
           "trust file"});
  }

  const trust::Trust& trust() const { return inputs_.trusts.front(); }

  const RateStudy& study_;
  const model::Inputs& inputs_;
  const policy::Kloe& row_;
  report::DraftKloe out_;
};

std::string odds_words(const analyse::Shares4& odds) {
  std::string words;
  for (std::size_t grade = odds.size(); grade-- > 0;)
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", report::lower(report::rating_names[grade]),
                         report::percent(odds[grade]));
  return words;
}

/// The largest change of an odd that the limit makes.
double moved_by(const RateStudy& study, const RatedLimiter& limiter) {
  double most = 0;
  for (std::size_t grade = 0; grade < 4; ++grade)
    most = std::max(most, std::abs(study.rating[grade].value - limiter.without[grade]));
  return most;
}

/// Limits that move the odds by a percent or more, the costliest first.
std::vector<DraftSentence> rating_statements(const RateStudy& study, const policy::Policy& policy) {
  std::vector<DraftSentence> all;
  for (const RatedLimiter& limiter : study.limiters) {
    if (moved_by(study, limiter) < least_move) continue;
    const auto row = std::find_if(policy.rating.limiters.begin(), policy.rating.limiters.end(),
                                  [&](const policy::Limiter& one) { return one.id == limiter.id; });
    all.push_back(
        {fmt::format("{}: it applies in {} of trials. Without it the odds would be: {}.", limiter.title,
                     report::percent(analyse::share(limiter.fired, study.trials).value), odds_words(limiter.without)),
         row == policy.rating.limiters.end() ? "policy" : row->source});
  }
  all.push_back({policy::no_single_metric, "framework, August 2017, paragraph 15"});
  return all;
}

}  // namespace

report::Draft draft_of(const Library& library, const RatingRequest& request) {
  const RatedInputs asked = rated_inputs(library, request);
  const RateStudy study = rating_of(library, asked);
  report::Draft draft;
  draft.code = study.code;
  draft.name = study.name;
  draft.known = library.report_rules().known(study.known).words();
  draft.basis = words_of_today(study.closed_months, study.label, study.ships);
  draft.shadow = study.indicative;
  for (std::size_t grade = 0; grade < 4; ++grade) draft.odds[grade] = study.rating[grade].value;
  draft.proposed = analyse::likeliest(study.rating);
  draft.last_published = trust::in_words(study.published);
  draft.rating = rating_statements(study, asked.inputs.policy);
  for (const policy::Kloe& row : asked.inputs.policy.rating.kloes)
    draft.kloes.push_back(KloeDraft(study, asked.inputs, row).draft());
  draft.received = study.received;
  draft.support = study.support;
  return draft;
}

}  // namespace uor::ask
