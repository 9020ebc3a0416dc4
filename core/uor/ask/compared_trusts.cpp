#include "core/uor/ask/compared_trusts.hpp"

#include <algorithm>

#include "core/uor/analyse/comparable.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/ask/report_context.hpp"

namespace uor::ask {

namespace {

/// Rows that both headers have: positions in one and the other.
template <typename Row, typename Id>
void add_kept(analyse::PairedMeans& means, store::Kept which, const ComparedSide& from, const ComparedSide& to,
              std::size_t from_trust, std::size_t to_trust, const std::vector<Row>& from_rows,
              const std::vector<Row>& to_rows, Id id) {
  const auto month = static_cast<std::size_t>(from.header().assessment_month - 1);
  for (std::size_t i = 0; i < from_rows.size(); ++i) {
    const auto found =
        std::find_if(to_rows.begin(), to_rows.end(), [&](const Row& row) { return id(row) == id(from_rows[i]); });
    if (found == to_rows.end()) continue;
    const auto j = static_cast<std::size_t>(found - to_rows.begin());
    means[id(from_rows[i])] =
        analyse::change_of_mean(store::read_kept(*from.file, which, from.side, from_trust, i, month),
                                store::read_kept(*to.file, which, to.side, to_trust, j, month));
  }
}

analyse::PairedMeans kept_means(const ComparedSide& from, const ComparedSide& to, std::size_t from_trust,
                                std::size_t to_trust) {
  analyse::PairedMeans means;
  const model::Header &a = from.header(), &b = to.header();
  const bool by_month = a.keep.metrics_by_month && b.keep.metrics_by_month;
  if (by_month || (a.keep.metrics && b.keep.metrics))
    add_kept(means, by_month ? store::Kept::metric : store::Kept::final_metric, from, to, from_trust, to_trust,
             a.metrics, b.metrics, [](const Quantity& metric) { return metric.id; });
  if (a.keep.scores && b.keep.scores)
    add_kept(means, store::Kept::score, from, to, from_trust, to_trust, a.kloes, b.kloes,
             [](const std::string& kloe) { return kloe + ".score"; });
  return means;
}

using Grades = std::vector<std::uint8_t>;

Grades grades_of(const ComparedSide& side, store::Final which, std::size_t trust) {
  return store::read_final(side.file->path, which, side.side, trust);
}

analyse::Comparison compare_pairs(const ComparedSide& from, const ComparedSide& to, std::size_t trust, ReadKept kept,
                                  const tally::Migration& rating) {
  const std::size_t other = analyse::find_trust(to.header(), from.header().trusts[trust].code);
  const Grades before = grades_of(from, store::Final::combined, trust);
  const Grades after = grades_of(to, store::Final::combined, other);
  const auto means = kept == ReadKept::yes ? kept_means(from, to, trust, other) : analyse::PairedMeans{};
  return analyse::compare({from.header(), from.file->summaries[trust], from.side},
                          {to.header(), to.file->summaries[other], to.side}, rating, analyse::pair_up(before, after),
                          means);
}

}  // namespace

analyse::Comparison compare_trust(const ComparedSide& from, const ComparedSide& to, std::size_t trust, ReadKept kept) {
  const std::size_t other = analyse::find_trust(to.header(), from.header().trusts[trust].code);
  if (!to.unpaired.empty())
    return analyse::compare_unpaired({from.header(), from.file->summaries[trust], from.side},
                                     {to.header(), to.file->summaries[other], to.side});
  const Grades before = grades_of(from, store::Final::rating, trust),
               after = grades_of(to, store::Final::rating, other);
  return compare_pairs(from, to, trust, kept, analyse::pair_up(before, after));
}

report::Pounds pounds_between(const Library& library, const ComparedSide& from, const ComparedSide& to,
                              std::size_t trust) {
  std::vector<std::string> ignored;
  const std::size_t other = analyse::find_trust(to.header(), from.header().trusts[trust].code);
  const report::View was{from.header(), from.file->summaries[trust]}, is{to.header(), to.file->summaries[other]};
  return report::pounds_of({was, from.side}, {is, to.side}, policy_of_run(library, from.header(), ignored).shown);
}

ComparedTrusts compare_trusts(const ComparedSide& from, const ComparedSide& to, ReadKept kept) {
  if (!to.unpaired.empty()) return {{compare_trust(from, to, 0, kept)}, {}};
  analyse::SectorPairs pairs(from.header().trials);
  ComparedTrusts compared;
  for (std::size_t trust = 0; trust < from.header().trusts.size(); ++trust) {
    const std::size_t other = analyse::find_trust(to.header(), from.header().trusts[trust].code);
    const Grades before = grades_of(from, store::Final::rating, trust);
    const Grades after = grades_of(to, store::Final::rating, other);
    pairs.add(before, after);
    compared.trusts.push_back(compare_pairs(from, to, trust, kept, analyse::pair_up(before, after)));
  }
  compared.sector = pairs.finish();
  if (from.file->sector && to.file->sector) {
    const bool one_baseline = std::all_of(compared.trusts.begin(), compared.trusts.end(),
                                          [](const analyse::Comparison& trust) { return trust.same_baseline; });
    compared.sector = analyse::in_closed_form(compared.sector, *from.file->sector, from.side, *to.file->sector, to.side,
                                              one_baseline);
  }
  return compared;
}

}  // namespace uor::ask
