// Everything that a report shows of one trust.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/report/assumptions.hpp"
#include "core/uor/report/bridge.hpp"
#include "core/uor/report/changes.hpp"
#include "core/uor/report/evidence.hpp"
#include "core/uor/report/holding.hpp"
#include "core/uor/report/kloes.hpp"
#include "core/uor/report/known.hpp"
#include "core/uor/report/metrics.hpp"
#include "core/uor/report/money.hpp"
#include "core/uor/report/odds.hpp"
#include "core/uor/report/pounds.hpp"
#include "core/uor/report/prompts.hpp"
#include "core/uor/report/ratios.hpp"
#include "core/uor/report/received.hpp"
#include "core/uor/report/schemes.hpp"
#include "core/uor/report/score_beside.hpp"
#include "core/uor/report/statement.hpp"
#include "core/uor/report/support.hpp"

namespace uor::report {

struct TrustFigures {
  std::string code, name, type, region, stp;
  std::uint64_t trials = 0;
  int metrics_reported = 0;
  std::size_t metrics_of_framework = 0;
  bool in_scope = true;        // false: outside the framework's scope, rated because somebody asked for it
  bool combined_given = true;  // false: no combined ratings were given yet when this one is struck
  Known known;                 // how much of the picture is the trust's own, in words
  std::string prices;          // of national figures beside a metric: "in prices of March 2019"
  std::vector<std::string> warnings;
  std::vector<std::string> peers, peer_names;  // codes, nearest first or as chosen
  bool peers_chosen = false;                   // by the trust
  trust::PublishedRatings published;
  std::string steady_words;      // from which change on a metric is not steady over twelve months
  std::vector<Odds> odds;        // [side]
  std::vector<Changes> changes;  // [side - 1]: from the baseline
  std::vector<Kloe> kloes;
  std::vector<Metric> metrics;
  std::vector<Ratio> ratios;
  std::vector<AskedPrompt> prompts;
  std::vector<GivenEvidence> evidence;
  Money money;
  Statement statement;
  OwnForecast own_forecast;
  Bridge bridge;
  std::vector<Pounds> pounds;            // [side - 1]: against the baseline
  ScoreBeside score_beside;              // the policy's first
  std::vector<ScoreBeside> more_beside;  // and its further ones
  Schemes schemes;
  std::vector<Holding> limiters, characteristics;
  std::vector<Assumption> assumptions;
  std::vector<ReceivedRating> received;  // the ratings that the trust receives, in the baseline
  SupportNeeds support;                  // in the baseline, by the rules
  std::optional<Study> study;            // of the baseline: what limits cost, what unknowns are worth
};

/// "use of resources inadequate (26 June 2018), safe ...", and where from; empty where nothing is known.
std::string published_words(const TrustFigures& figures);

/// "Rated today (...): inadequate 11 %, ..."; empty where it was not studied.
std::string today_words(const TrustFigures& figures);

TrustFigures figures_of_trust(const View& view, const Context& context, const Rules& rules);

Json json_of(const TrustFigures& figures);

}  // namespace uor::report
