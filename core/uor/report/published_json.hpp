// The ratings that were last published of a trust, as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "core/uor/trust/published.hpp"

namespace uor::report {

/// {date, use_of_resources, quality_questions {question: rating}, quality, combined, source}; null for what is not
/// known, and in all where nothing is.
nlohmann::ordered_json json_of_published(const trust::PublishedRatings& published);

}  // namespace uor::report
