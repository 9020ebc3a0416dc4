// The sections of one trust.
#include "core/uor/policy/no_single_metric.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/headline.hpp"
#include "core/uor/report/tables/assumptions.hpp"
#include "core/uor/report/tables/changes.hpp"
#include "core/uor/report/tables/document.hpp"
#include "core/uor/report/tables/evidence.hpp"
#include "core/uor/report/tables/from_to.hpp"
#include "core/uor/report/tables/headings.hpp"
#include "core/uor/report/tables/holding.hpp"
#include "core/uor/report/tables/kloes.hpp"
#include "core/uor/report/tables/metrics.hpp"
#include "core/uor/report/tables/odds.hpp"
#include "core/uor/report/tables/odds_by_month.hpp"
#include "core/uor/report/tables/pounds.hpp"
#include "core/uor/report/tables/prompts.hpp"
#include "core/uor/report/tables/schemes.hpp"
#include "core/uor/report/tables/score_beside.hpp"
#include "core/uor/report/tables/statement.hpp"
#include "core/uor/report/tables/support_needs.hpp"

namespace uor::report::tables {

namespace {

/// One trust on all sides, from which each section is made.
class TrustSections {
 public:
  TrustSections(const Figures& run, const TrustFigures& trust) : run_(run), trust_(trust) {}

  std::vector<Section> all() && {
    all_.push_back(head());
    add("odds", {rating_odds(run_, trust_), one_number(run_, trust_), fit_ranges(run_, trust_)});
    if (trust_.odds[0].combined_given) all_.back().tables.push_back(combined_odds(run_, trust_));
    add("months", {odds_by_month(run_, trust_)});
    add_changes();
    add("kloes", {kloes(run_, trust_)});
    add_metrics();
    add_money();
    add("prompts", {prompts(trust_)});
    add("evidence", {evidence(trust_)});
    add("received", {received(run_, trust_)});
    add_support_needs();
    add("limits", {limits(run_, trust_)}, {policy::no_single_metric});
    add("characteristics", characteristics_of_all());
    add("assumed", {assumptions(trust_)});
    return std::move(all_);
  }

 private:
  using Tables = std::vector<Table>;
  using Paragraphs = std::vector<std::string>;
  std::size_t sides() const { return trust_.odds.size(); }

  /// Without a section where no table has rows.
  void add(const char* id, const Tables& wanted, const Paragraphs& paragraphs = {}) {
    Section section{3, heading_of(id), paragraphs};
    for (const Table& table : wanted)
      if (!table.empty()) section.tables.push_back(table);
    if (!section.tables.empty()) all_.push_back(std::move(section));
  }

  template <typename TableOf>
  Tables by_side(std::size_t first, std::size_t count, TableOf table_of) const {
    Tables found;
    for (std::size_t side = first; side < count; ++side) found.push_back(table_of(run_, trust_, side));
    return found;
  }

  void add_metrics() {
    Tables wanted = by_side(0, sides(), opportunities);
    wanted.insert(wanted.begin(), metrics(run_, trust_));
    wanted.push_back(ratios(run_, trust_));
    add("metrics", wanted, {trust_.steady_words});
  }

  Section head() const {
    Section section{2, trust_.name + " " + trust_.code};
    if (!trust_.in_scope) section.paragraphs = {"Outside the framework's scope: nobody will give it a rating."};
    for (const std::string& warning : trust_.warnings) section.paragraphs.push_back("Warning: " + warning);
    section.paragraphs.push_back(trust_.known.words());
    for (std::size_t side = sides() > 1 ? 1 : 0; side < sides(); ++side)
      section.paragraphs.push_back(headline(run_, trust_, side));
    for (const std::string& words : {today_words(trust_), published_words(trust_)})
      if (!words.empty()) section.paragraphs.push_back(words);
    return section;
  }

  Tables movers_by_side() const {
    Tables found;
    for (std::size_t side = 1; side < sides(); ++side) {
      found.push_back(movers(trust_.changes[side - 1]));
      found.back().caption += ", with \u201c" + run_.origin.side_titles[side] + "\u201d";
    }
    return found;
  }

  void add_changes() {
    if (sides() == 1) return;
    add("from-to", by_side(1, sides(), [](const auto& run, const auto& trust, std::size_t side) {
          return from_to(run, trust, side);
        }));
    add("movers", movers_by_side());
    std::vector<ChangesPart> parts;
    for (std::size_t side = 1; side < sides(); ++side)
      parts.push_back({trust_.changes[side - 1], run_.origin.side_titles[0], run_.origin.side_titles[side]});
    Tables changed;
    if (parts.size() > 1) changed.push_back(changed_odds(parts));
    for (const ChangesPart& part : parts)
      for (Table& table : tables_of_changes(part)) changed.push_back(std::move(table));
    add(sides() > 2 ? "changed-several" : "changed", changed);
  }

  void add_support_needs() {
    Section section{3, heading_of("support-needs")};
    for (const std::string& words : {trust_.support.together, trust_.support.since})
      if (!words.empty()) section.paragraphs.push_back(words);
    const Table table = support_needs(run_, trust_);
    if (!table.empty()) section.tables.push_back(table);
    if (!section.tables.empty() || !section.paragraphs.empty()) all_.push_back(std::move(section));
  }

  void add_money() {
    add("statements", statements());
    Tables steps;
    if (!trust_.bridge.sides.empty()) steps.push_back(bridge(run_, trust_));
    if (!trust_.own_forecast.sides.empty()) steps.push_back(own_forecast(run_, trust_));
    steps.push_back(pounds(run_, trust_));
    add("bridge", steps);
    if (!trust_.money.fund.empty()) add("fund", {fund(run_, trust_)});
    add("finance-score", scores_beside());
    const bool saves = !trust_.schemes.sides.empty() && !trust_.schemes.sides[0].empty();
    if (saves) add("schemes", by_side(0, sides(), schemes));
    add("support", lines(trust_.money.support));
  }

  Tables scores_beside() const {
    std::vector<const ScoreBeside*> scores = {&trust_.score_beside};
    for (const ScoreBeside& further : trust_.more_beside) scores.push_back(&further);
    Tables found;
    for (const ScoreBeside* score : scores)
      for (std::size_t side = 0; side < sides() && !score->share.empty() && !score->share[0].empty(); ++side)
        found.push_back(score_beside(run_, trust_, *score, side));
    return found;
  }

  Tables statements() const {
    Tables found = by_side(0, trust_.statement.sides.size(), statement);
    for (std::size_t side = 0; side < found.size(); ++side) found[side].note = trust_.statement.steps[side];
    for (Table& table : lines(trust_.money.statements)) found.push_back(std::move(table));
    return found;
  }

  /// Those that the page shows.
  Tables lines(const std::vector<Line>& lines) const {
    Tables found;
    for (const std::string& id : trust_.money.on_page)
      for (const Line& one : lines)
        if (one.id == id) found.push_back(line(run_, trust_, one));
    return found;
  }

  Tables characteristics_of_all() const {
    Tables found;
    for (std::size_t grade = policy::rating_ids.size(); grade-- > 0;)
      found.push_back(characteristics(run_, trust_, policy::rating_ids[grade]));
    return found;
  }

  const Figures& run_;
  const TrustFigures& trust_;
  std::vector<Section> all_;
};

}  // namespace

std::vector<Section> sections_of_trust(const Figures& run, const TrustFigures& trust) {
  return TrustSections(run, trust).all();
}

}  // namespace uor::report::tables
