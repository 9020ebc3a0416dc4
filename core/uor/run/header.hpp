// The header of a run: names, provenance, and what a user must be told.
#pragma once

#include <memory>
#include <vector>

#include "core/uor/run/driver_source.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/run/plan.hpp"

namespace uor::run {

/// `sources` are those of inputs.trusts, in order.
Header make_header(const Inputs& inputs, const Plan& plan, const std::vector<std::unique_ptr<DriverSource>>& sources);

/// What was published of a trust of a run, by its header.
trust::PublishedRatings published_of(const Header& header, const std::string& code);

}  // namespace uor::run
