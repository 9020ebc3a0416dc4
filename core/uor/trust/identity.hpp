// What names a trust in a file: its code and its years.
#pragma once

#include <string>

#include "core/uor/base/error.hpp"

namespace uor::trust {

/// Error unless `code` can name a trust (letters, digits, '_' and '-') and is not the reserved word "all".
void check_code(const std::string& code, const Where& where);

/// Error that names `what` ("policy year") unless `year` is a financial year such as "2018/19".
void check_financial_year(const std::string& what, const std::string& year, const Where& where);

}  // namespace uor::trust
