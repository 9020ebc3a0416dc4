// The key lines of enquiry: score, odds of what the score rounds to, and what moved.
#pragma once

#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"
#include "core/uor/report/line.hpp"
#include "core/uor/report/odds.hpp"

namespace uor::report {

struct KloeSide {
  Odds4 odds{};                  // of the rating that the score rounds to, at the assessment month
  analyse::Estimate below_good;  // share of trials
  int likeliest = 1;             // 1 inadequate to 4 outstanding
};

struct Kloe {
  std::string id, title, question;
  double weight = 0;          // in the rating's score, as the policy states it
  std::optional<Line> score;  // 1 to 4, by month
  std::vector<KloeSide> sides;
};

/// As the plugin that scores the key line with this id calls it, or the policy (`rows`) where the file does not say.
std::string kloe_title(const model::Header& header, const std::vector<policy::Kloe>& rows, const std::string& id);

/// The same for narrow columns: one word for the lines as the framework (`rows`) names them, which is their id.
std::string short_kloe_title(const model::Header& header, const std::vector<policy::Kloe>& rows, const std::string& id);

std::vector<Kloe> kloes_of(const View& view, const std::vector<policy::Kloe>& rows);

Json json_of(const KloeSide& side);
Json json_of(const Kloe& kloe);

}  // namespace uor::report
