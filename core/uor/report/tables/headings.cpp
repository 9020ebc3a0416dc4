#include "core/uor/report/tables/headings.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace uor::report::tables {

namespace {

struct Heading {
  std::string_view id, words;
};

constexpr std::array<Heading, 30> all_headings = {{{"odds", "How likely is each rating?"},
                                                   {"months", "Rating odds by month"},
                                                   {"from-to", "From rating to rating"},
                                                   {"brief", "How resources are used"},
                                                   {"movers", "What moves"},
                                                   {"changed", "What the scenario changed"},
                                                   {"changed-several", "What changed between the scenarios"},
                                                   {"kloes", "Key lines of enquiry"},
                                                   {"prompts", "What assessors ask"},
                                                   {"evidence", "Evidence that was given"},
                                                   {"metrics", "Initial metrics"},
                                                   {"statements", "Income, costs, cash and savings"},
                                                   {"bridge", "From plan to underlying position"},
                                                   {"fund", "Sustainability funding"},
                                                   {"finance-score", "Finance score"},
                                                   {"schemes", "Savings by scheme"},
                                                   {"support", "Interim support"},
                                                   {"received", "The ratings that a trust receives"},
                                                   {"support-needs", "Support needs"},
                                                   {"practice", "Good practice: the best by metric"},
                                                   {"limits", "What holds the rating down"},
                                                   {"characteristics", "Characteristics of each rating"},
                                                   {"assumed", "What was assumed, and what that costs"},
                                                   {"sector", "How many trusts hold each rating?"},
                                                   {"trusts", "Trust by trust"},
                                                   {"method", "Method and sources"},
                                                   {"provenance", "Provenance"},
                                                   {"between", "What changed between the runs"},
                                                   {"between-differs", "Which facts differ?"},
                                                   {"between-sector", "How many more trusts hold each rating?"}}};

}  // namespace

std::string heading_of(std::string_view id) {
  const auto* const found =
      std::find_if(all_headings.begin(), all_headings.end(), [&](const Heading& heading) { return heading.id == id; });
  assert(found != all_headings.end());
  return std::string(found->words);
}

}  // namespace uor::report::tables
