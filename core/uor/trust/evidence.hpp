// What a trust or its assessors give beside metrics and judgements, in the classes of the framework (figure 2).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/base/toml.hpp"

namespace uor::trust {

/// One piece. `about` is a key line (commentary, local intelligence), a metric (context, intervention) or an additional
/// metric: an id of the policy's, or a title with its own key line.
struct Evidence {
  enum class Kind { commentary, context, intervention, additional, local } kind = Kind::commentary;
  std::string about, kloe, text, source, date;  // date: "2018-06"; kloe: of an additional metric that the policy lacks
  std::optional<double> value, benchmark;       // of an additional metric
  std::optional<double> before, after;          // of an intervention, in the unit of the metric
  std::optional<double> finding;                // of local intelligence: 1 inadequate to 4 outstanding
  int polarity = 0;                             // of an additional metric that the policy lacks: +1 higher is better
  Where where;
  bool operator==(const Evidence& other) const;
};

/// "commentary", "context", "intervention", "additional metric", "local intelligence".
const char* name_of(Evidence::Kind kind);

/// Keys of a trust file that hold evidence.
inline constexpr const char* evidence_keys[] = {"commentary", "context", "intervention", "additional",
                                                "local_intelligence"};

/// All of a trust file, in the order above. Which key lines and metrics there are, the policy says.
std::vector<Evidence> read_evidence(const TomlTable& root);

}  // namespace uor::trust
