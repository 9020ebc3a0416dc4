// Which raw trials a run keeps, in words.
#pragma once

#include <string>

#include "core/uor/model/keep.hpp"

namespace uor::ask {

/// "summary", "all", or some of ratings, scores, metrics, metrics_by_month and drivers, joined with commas. Error
/// for another word; `named` is what it calls the text.
model::Keep keep_of(const std::string& text, const std::string& named);

}  // namespace uor::ask
