// What a page asks while levers move: a trust, what drivers are set to, and how many points.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/report/json.hpp"

namespace uor::ask {

/// Which trials may be asked for: the first quarter of the least run of Sobol points as a first look, or whole ones.
inline constexpr std::uint64_t first_look_points = 1024, most_points = 65536;

/// The odds with their change, errors and key lines; or also what takes longer: metrics, ratings by month and the range
/// that allows for the fit.
enum class Detail { odds, all };

struct OddsRequest {
  std::string trust;             // a code that ships, or one of those that the server was given
  std::vector<std::string> set;  // DRIVER=VALUE, as scenario::apply_set_option() reads it
  std::uint64_t points = 4096;
  Detail detail = Detail::all;
  std::string page;       // who asks: a newer request of a page takes the place of its older ones; empty: nobody's
  report::Json as_asked;  // to be given back with the answer
};

/// Error naming the member, for a text that is no JSON, an unknown member (with the nearest name), one of another type
/// or a number of points that cannot be had.
OddsRequest parse_odds_request(const std::string& text);

/// The same without detail, for what else is asked of a trust as it is set.
OddsRequest parse_setting(const std::string& text);

}  // namespace uor::ask
