// The header of a run: names, provenance, and what a user must be told.
#pragma once

#include <memory>
#include <vector>

#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/header.hpp"
#include "core/uor/model/inputs.hpp"
#include "core/uor/model/plan.hpp"

namespace uor::model {

/// `sources` are those of inputs.trusts, in order.
Header make_header(const Inputs& inputs, const Plan& plan, const std::vector<std::unique_ptr<DriverSource>>& sources);

/// What the run keeps and sums up, when the plan is asked for something else.
void list_columns(Header& header, const Plan& plan);

/// What was published of a trust of a run, by its header.
trust::PublishedRatings published_of(const Header& header, const std::string& code);

}  // namespace uor::model
