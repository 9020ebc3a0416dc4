// Figures with a fixed number of decimals, as people read them: what rounds to nought has no minus.
#pragma once

#include <string>

namespace uor {

/// "-1.25" for -1.249 and two places; "0.00", never "-0.00". "nan" and "inf" as they are.
std::string decimals(double value, int places);
/// The same with a plus before what is above nought: "+1.25", "-1.25", "+0.00".
std::string signed_decimals(double value, int places);

}  // namespace uor
