#include "core/uor/report/kloes.hpp"

#include <algorithm>

#include "core/uor/policy/policy.hpp"

namespace uor::report {

namespace {

KloeSide side_of(const tally::SideSummary& summary, std::size_t kloe) {
  const tally::Counts4& counts = summary.kloe[kloe];
  KloeSide side;
  for (std::size_t grade = 0; grade < 4; ++grade) {
    side.odds[grade] = analyse::of_side(
        summary, [&](const tally::SideCounts& part) { return analyse::probabilities(part.kloe[kloe])[grade]; });
  }
  const analyse::Estimate good =
      analyse::of_side(summary, [&](const tally::SideCounts& part) { return analyse::at_least(part.kloe[kloe], 3); });
  side.below_good = {1 - good.value, good.standard_error};
  side.likeliest = static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin()) + 1;
  return side;
}

}  // namespace

namespace {

/// As the policy calls it.
std::string title_in_policy(const std::vector<policy::Kloe>& rows, const std::string& kloe) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const policy::Kloe& one) { return one.id == kloe; });
  return row == rows.end() ? kloe : row->title;
}

}  // namespace

std::string kloe_title(const model::Header& header, const std::vector<policy::Kloe>& rows, const std::string& kloe) {
  const auto found = std::find(header.kloes.begin(), header.kloes.end(), kloe);
  const auto index = static_cast<std::size_t>(found - header.kloes.begin());
  return index < header.kloe_titles.size() ? header.kloe_titles[index] : title_in_policy(rows, kloe);
}

std::string short_kloe_title(const model::Header& header, const std::vector<policy::Kloe>& rows,
                             const std::string& kloe) {
  const std::string title = kloe_title(header, rows, kloe);
  return title == title_in_policy(rows, kloe) ? kloe : title;
}

std::vector<Kloe> kloes_of(const View& view, const std::vector<policy::Kloe>& rows) {
  std::vector<Kloe> kloes;
  for (std::size_t i = 0; i < view.header.kloes.size(); ++i) {
    const std::string& id = view.header.kloes[i];
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const policy::Kloe& one) { return one.id == id; });
    const bool known = row != rows.end();
    Kloe kloe{id,
              kloe_title(view.header, rows, id),
              known ? row->question : "",
              known ? row->weight : 0,
              line_of(view, id + ".score"),
              {}};
    for (std::size_t side = 0; side < view.sides(); ++side) kloe.sides.push_back(side_of(view.side(side), i));
    kloes.push_back(std::move(kloe));
  }
  return kloes;
}

Json json_of(const KloeSide& side) {
  return {{"odds", json_of(side.odds)},
          {"below_good", json_of(side.below_good)},
          {"likeliest", policy::rating_ids[static_cast<std::size_t>(side.likeliest - 1)]}};
}

Json json_of(const Kloe& kloe) {
  return {{"id", kloe.id},
          {"title", kloe.title},
          {"question", kloe.question},
          {"weight", kloe.weight},
          {"score", kloe.score ? json_of(*kloe.score) : Json()},
          {"sides", json_list(kloe.sides)}};
}

}  // namespace uor::report
