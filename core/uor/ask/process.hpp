// How an assessment is run: steps with lead times and the agenda of the day, rows of policies/process.toml.
#pragma once

#include <string>
#include <vector>

#include "core/uor/base/date.hpp"

namespace uor::ask {

/// Something that is due `months` and `days` from the day of the visit, before it when negative.
struct ProcessStep {
  std::string id, title, owner, standing, source;
  int months = 0, days = 0;
};

struct Session {
  std::string from, to, title, what;
  std::vector<std::string> kloes, attend;  // no one of the trust attends where empty
};

struct Process {
  std::vector<ProcessStep> steps;
  std::vector<Session> sessions;
  std::vector<std::string> arrangements;
};

/// Error naming file:line:column, value and a likely fix.
Process read_process(const std::string& path);

/// The day on which a step is due; months first, the last day of a month where it has no such day. `visit` is a day.
Date due(const ProcessStep& step, const Date& visit);

/// "1 month before", "14 days before", "7 days after", "on the day".
std::string lead_words(const ProcessStep& step);

}  // namespace uor::ask
