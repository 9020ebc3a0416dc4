// The month that a figure is of.
#pragma once

#include <string>
#include <string_view>

#include "core/uor/base/error.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// "2018-11" from whatever day or month read_date reads; Error naming `subject` for a year alone and for what is no
/// date.
std::string read_month(std::string_view text, const std::string& subject, const Where& where);

/// Error when it means nothing of which month `field` is: only metrics are published late.
void check_takes_month(const Field& field, const Where& where);

/// "November 2018" from "2018-11", "26 June 2018" from "2018-06-26", "2019" as it is.
std::string date_in_words(const std::string& date);

}  // namespace uor::trust
