// What a page shows of a trust before a lever moves.
#pragma once

#include <stop_token>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/live_trust.hpp"

namespace uor::ask {

/// {code, name, known, months, assessment_month, kloes: [{id, title}], cuts, levers, options}. A lever has {id, title,
/// unit, today, low, high, step, whole, in_hand, lead_months, acts_from, reaches}: the month from which it acts,
/// counted from April, and whether anything that it changes is published before the rating; cost in words. An option of
/// the scenario has {name, title, set} with what --set can say of it, and `left_out`, drivers of the rest.
report::Json page_of(const Library& library, const LiveTrust& trust, const scenario::Scenario& scenario,
                     run::Workers& workers, const std::stop_token& stop);

}  // namespace uor::ask
