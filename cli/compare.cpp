// `uor compare`: scenarios of one or several result files against the first, paired trial by trial.
#include <fmt/format.h>

#include <cstdio>

#include "cli/attributed.hpp"
#include "cli/command.hpp"
#include "cli/compare_csv.hpp"
#include "cli/compare_json.hpp"
#include "cli/compare_screen.hpp"
#include "cli/text.hpp"
#include "cli/unsealed.hpp"
#include "core/uor/analyse/comparable.hpp"
#include "core/uor/ask/decide_request.hpp"
#include "core/uor/ask/what_differs.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Every side against the first: [side - 1].
std::vector<ask::ComparedTrusts> compare_all(const ask::ComparedSides& compared, const std::string& one_trust) {
  const ask::ComparedSide& from = compared.sides[0];
  const bool few = !one_trust.empty() || from.header().trusts.size() <= most_full_screens;
  const ask::ReadKept kept = few ? ask::ReadKept::yes : ask::ReadKept::no;
  std::vector<ask::ComparedTrusts> all;
  for (std::size_t to = 1; to < compared.sides.size(); ++to) {
    if (one_trust.empty()) {
      all.push_back(ask::compare_trusts(from, compared.sides[to], kept));
    } else {
      const std::size_t trust = analyse::find_trust(from.header(), one_trust);
      all.push_back({{ask::compare_trust(from, compared.sides[to], trust, kept)}, {}});
    }
  }
  return all;
}

/// Positions in the first header of the trusts that were compared.
std::vector<std::size_t> chosen_trusts(const model::Header& header, const std::string& one_trust) {
  if (!one_trust.empty()) return {analyse::find_trust(header, one_trust)};
  std::vector<std::size_t> trusts(header.trusts.size());
  for (std::size_t i = 0; i < trusts.size(); ++i) trusts[i] = i;
  return trusts;
}

/// Of the trusts that are shown, the place of each among them by what moved most, from 1.
std::vector<std::size_t> ranks_of(const model::Header& header, const std::vector<analyse::Comparison>& compared,
                                  const std::vector<std::size_t>& trusts) {
  model::Header shown;
  for (const std::size_t trust : trusts) shown.trusts.push_back(header.trusts[trust]);
  std::vector<std::size_t> ranks(trusts.size());
  const std::vector<std::size_t> order = moved_most(shown, compared);
  for (std::size_t place = 0; place < order.size(); ++place) ranks[order[place]] = place + 1;
  return ranks;
}

report::WhatDiffers side_differing(const ask::Library& library, const ask::ComparedSides& compared, std::size_t side,
                                   std::size_t trust) {
  return ask::what_differs(library, *compared.sides[0].file, *compared.sides[side].file, trust);
}

Json comparison_json(const ask::Library& library, const ask::ComparedSides& compared,
                     const std::vector<std::size_t>& trusts, const std::vector<ask::ComparedTrusts>& all) {
  const model::Header& header = compared.sides[0].header();
  Json comparisons = Json::array();
  for (std::size_t i = 0; i < all.size(); ++i) {
    Json comparison = {{"to", json_of_side(compared.sides[i + 1])}};
    if (all[i].sector.trusts > 1) comparison["sector"] = json_of_sector_comparison(all[i].sector);
    Json list = Json::array();
    const std::vector<std::size_t> ranks = ranks_of(header, all[i].trusts, trusts);
    for (std::size_t t = 0; t < trusts.size(); ++t) {
      list.push_back(json_of_comparison(header.trusts[trusts[t]], all[i].trusts[t]));
      list.back()["rank"] = ranks[t];
      list.back()["differs"] = report::json_of(side_differing(library, compared, i + 1, trusts[t]));
    }
    comparison["trusts"] = list;
    comparisons.push_back(comparison);
  }
  return {{"version", header.version},
          {"months", header.months},
          {"assessment_month", header.assessment_month},
          {"trials", header.trials},
          {"seed", header.seed},
          {"notes", compared.notes},
          {"from", json_of_side(compared.sides[0])},
          {"comparisons", comparisons}};
}

/// [side - 1]: what made the odds of good or better differ from the first side's.
std::vector<decide::Attributed> reasons_of(const ask::Library& library, const ask::ComparedSides& compared) {
  std::vector<decide::Attributed> reasons;
  for (std::size_t to = 1; to < compared.sides.size(); ++to)
    reasons.push_back(ask::attribution(library, compared.sides[0], compared.sides[to], decide::Goal::good));
  return reasons;
}

void print_csv(const ask::Library& library, const ask::ComparedSides& compared, const std::vector<std::size_t>& trusts,
               const std::vector<ask::ComparedTrusts>& all) {
  print_comparison_csv_head();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].sector.trusts > 1) print_sector_comparison_csv(compared.sides[0], compared.sides[i + 1], all[i].sector);
    for (std::size_t t = 0; t < trusts.size(); ++t)
      print_comparison_csv(compared.sides[0], compared.sides[i + 1], compared.sides[0].header().trusts[trusts[t]],
                           all[i].trusts[t], side_differing(library, compared, i + 1, trusts[t]));
  }
}

void print_screens(const ask::Library& library, const ask::ComparedSides& compared,
                   const std::vector<std::size_t>& trusts, const std::vector<ask::ComparedTrusts>& all,
                   const Style& style) {
  print_comparison_heading(compared, style);
  std::vector<analyse::Comparison> shown;
  if (trusts.size() > most_full_screens) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      print_sector_comparison(compared, i + 1, all[i], style);
    }
  } else {
    for (std::size_t t = 0; t < trusts.size(); ++t) {
      std::vector<analyse::Comparison> comparisons;
      for (const ask::ComparedTrusts& one : all) comparisons.push_back(one.trusts[t]);
      print_trust_comparison(library, compared, trusts[t], comparisons, style);
      shown.insert(shown.end(), comparisons.begin(), comparisons.end());
    }
  }
  print_legend(shown);
}

}  // namespace

int compare_command(const Words& words) {
  Options options("Options", screen_width);
  add_value(options, "trust", "CODE", "one of the files' trusts in full, instead of all");
  add_trust_file(options);
  add_flag(options, "why", "what made the odds of good or better differ, in shares that add up");
  add_flag(options, "json", "print one JSON object instead of the screen");
  add_flag(options, "csv", "print comma-separated values, one change a line");
  constexpr std::size_t most_files = 64;
  const Usage usage = {
      "compare",
      "RUN.h5[:SCENARIO] [RUN.h5[:SCENARIO]]... [options]",
      "Sets scenarios beside each other, trial by trial: every other one against the first. A file alone\n"
      "is its baseline and all its scenarios; beside others it is its last scenario, unless one is named.\n"
      "Files must have the same trusts, seed, trials, months and model, so that their draws are the same.",
      {"uor compare runs/cip_slippage-RF4.h5 runs/recovery_plan-RF4.h5",
       "uor compare runs/cip_slippage-RF4.h5:all_10 runs/cip_slippage-RF4.h5:all_40"},
      1,
      most_files};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  heed_trust_file(*arguments);
  const ask::Library library;
  const std::string trust = arguments->text("trust");
  const ask::ComparedSides compared = ask::compared_sides(arguments->positional(), trust);
  const std::vector<ask::ComparedTrusts> all = compare_all(compared, trust);
  const std::vector<std::size_t> trusts = chosen_trusts(compared.sides[0].header(), trust);
  if (arguments->has("why") && arguments->has("csv")) throw Error("--why and --csv: choose one");
  const std::vector<decide::Attributed> reasons =
      arguments->has("why") ? reasons_of(library, compared) : std::vector<decide::Attributed>();
  if (arguments->has("json")) {
    Json comparison = comparison_json(library, compared, trusts, all);
    for (std::size_t i = 0; i < reasons.size(); ++i) comparison["comparisons"][i]["why"] = json_of(reasons[i]);
    fmt::print("{}\n", report::text_of(comparison, 2));
  } else if (arguments->has("csv")) {
    print_csv(library, compared, trusts, all);
  } else {
    const Style style = Style::of_standard_output(*arguments);
    print_screens(library, compared, trusts, all, style);
    for (const decide::Attributed& reason : reasons) print_block(attributed_block(reason, style));
  }
  return 0;
}

}  // namespace uor::cli
