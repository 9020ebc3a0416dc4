#include "core/uor/report/tables/between.hpp"

#include <fmt/format.h>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/tables/from_to.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

std::string from_one_to_other(const AgainstFirst& one) {
  return fmt::format("from \u201c{}\u201d to \u201c{}\u201d", side_label(one.from, one.to),
                     side_label(one.to, one.from));
}

}  // namespace

Comparisons comparisons_of(const std::vector<Figures>& runs) {
  Comparisons found;
  for (const Figures& run : runs)
    if (run.against_first && run.against_first->why_not.empty()) found.push_back(&*run.against_first);
  return found;
}

std::string side_label(const SideName& side, const SideName& other) {
  return side.title == other.title ? fmt::format("{} ({})", side.title, side.file) : side.title;
}

std::vector<ChangesPart> parts_of(const Comparisons& all, std::size_t trust) {
  std::vector<ChangesPart> parts;
  for (const AgainstFirst* one : all)
    parts.push_back({one->trusts[trust].changes, side_label(one->from, one->to), side_label(one->to, one->from)});
  return parts;
}

Table compared(const Comparisons& all) {
  Table table{"compared", "What is compared", "", {text(""), text("Scenario"), text("Result file")}};
  table.add({std::string("From"), all.front()->from.title, all.front()->from.file});
  for (const AgainstFirst* one : all) table.add({std::string("To"), one->to.title, one->to.file});
  return table;
}

Table changed_counts(const AgainstFirst& one) {
  Table table{"changed-counts",
              fmt::format("Number of trusts with each rating, of {}, {}: mean of trials", one.sector->trusts,
                          from_one_to_other(one)),
              "",
              {text("Rating"), figures("From"), figures("To"), figures("Change, paired")}};
  for (std::size_t grade = rating_names.size(); grade-- > 0;) {
    const analyse::Change& trusts = one.sector->ratings[grade].trusts;
    table.add({std::string(rating_names[grade]), Amount{trusts.from, 2}, Amount{trusts.to, 2}, change(trusts, 2)});
  }
  return table;
}

Table moved_trusts(const AgainstFirst& one) {
  Table table{
      "moved-trusts",
      "Trust by trust, what moved most first, " + from_one_to_other(one),
      mark_in_words,
      {text("Trust"), text("Name"), figures("Good or better, % of trials, from"), figures("To"),
       figures("Change in points"), figures("Expected rating, from"), figures("To"), figures("Change of rating")}};
  table.sortable = true;
  std::vector<analyse::Ranked> ranked;
  for (const MovedTrust& row : one.rows) ranked.push_back({row.good_or_better.change, row.name, row.code});
  for (const std::size_t at : analyse::by_size(ranked)) {
    const MovedTrust& row = one.rows[at];
    const analyse::Change &odds = row.good_or_better, &rating = row.expected_rating;
    table.add({row.code, row.name, Share{odds.from}, Share{odds.to},
               Change{odds.change, odds.standard_error, 1, true, odds.basis, true}, Amount{rating.from, 2},
               Amount{rating.to, 2}, change(rating, 3)});
  }
  return table;
}

Table from_to_between(const ChangesPart& part) {
  return from_to(part.changes.from_to,
                 fmt::format("From the rating with \u201c{}\u201d (rows) to that with \u201c{}\u201d (columns): trials",
                             part.from, part.to));
}

}  // namespace uor::report::tables
