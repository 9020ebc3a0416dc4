#include "core/uor/decide/players.hpp"

#include <algorithm>

namespace uor::decide {

namespace {

using scenario::Adjustment;
using scenario::Variant;
using scenario::Vary;

bool same(const scenario::Limits& a, const scenario::Limits& b) {
  return a.at_least == b.at_least && a.at_most == b.at_most;
}

bool same(const scenario::For& a, const scenario::For& b) { return a.trusts == b.trusts && a.group == b.group; }

bool same(const Distribution& a, const Distribution& b) {
  return a.shape == b.shape && a.parameters == b.parameters && a.truncate_lower == b.truncate_lower &&
         a.truncate_upper == b.truncate_upper;
}

/// What every entry has.
template <typename Entry>
bool same_course(const Entry& a, const Entry& b) {
  return a.driver == b.driver && a.operation == b.operation && a.from_month == b.from_month &&
         a.to_month == b.to_month && a.dated == b.dated && a.decided == b.decided && same(a.limits, b.limits) &&
         same(a.who, b.who);
}

bool same(const Adjustment& a, const Adjustment& b) {
  return same_course(a, b) && a.value == b.value && a.operates == b.operates;
}

bool same(const Vary& a, const Vary& b) {
  return same_course(a, b) && same(a.distribution, b.distribution) && a.each == b.each &&
         a.persistence == b.persistence && a.offset == b.offset && a.slope == b.slope && a.stream == b.stream &&
         a.hold == b.hold;
}

/// In what it costs; its change is an entry.
bool same(const scenario::Action& a, const scenario::Action& b) {
  return a.one_off_gbp_m == b.one_off_gbp_m && a.yearly_gbp_m == b.yearly_gbp_m;
}

bool same(const SavingsScheme& a, const SavingsScheme& b) {
  const bool deliveries =
      a.delivery.has_value() == b.delivery.has_value() && (!a.delivery || same(*a.delivery, *b.delivery));
  return deliveries && a.name == b.name && a.category == b.category && a.plan_gbp_m == b.plan_gbp_m &&
         a.start_month == b.start_month && a.recurrent_percent == b.recurrent_percent &&
         same(a.delay_months, b.delay_months) && a.delivered_to_date_gbp_m == b.delivered_to_date_gbp_m &&
         a.driver == b.driver && a.operation == b.operation && a.change == b.change;
}

template <typename Entry>
bool all_same(const std::vector<Entry>& a, const std::vector<Entry>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Entry& x, const Entry& y) { return same(x, y); });
}

template <typename Entry>
std::vector<Entry> of_driver(const std::vector<Entry>& entries, const std::string& driver) {
  std::vector<Entry> found;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(found),
               [&](const Entry& entry) { return entry.driver == driver; });
  return found;
}

bool differs(const Variant& from, const Variant& to, const std::string& driver) {
  return !all_same(of_driver(from.adjustments, driver), of_driver(to.adjustments, driver)) ||
         !all_same(of_driver(from.varies, driver), of_driver(to.varies, driver)) ||
         !all_same(of_driver(from.actions, driver), of_driver(to.actions, driver));
}

/// Each once, as they come.
std::vector<std::string> drivers_of(const std::vector<const Variant*>& variants) {
  std::vector<std::string> drivers;
  const auto add = [&](const std::string& driver) {
    if (std::find(drivers.begin(), drivers.end(), driver) == drivers.end()) drivers.push_back(driver);
  };
  for (const Variant* variant : variants) {
    for (const Adjustment& entry : variant->adjustments) add(entry.driver);
    for (const Vary& entry : variant->varies) add(entry.driver);
  }
  return drivers;
}

template <typename Entry>
void take_over(std::vector<Entry>& entries, const std::vector<Entry>& others, const std::string& driver) {
  std::erase_if(entries, [&](const Entry& entry) { return entry.driver == driver; });
  for (const Entry& entry : of_driver(others, driver)) entries.push_back(entry);
}

}  // namespace

std::vector<Player> players_between(const Variant& from, const Variant& to) {
  std::vector<Player> players;
  for (const std::string& driver : drivers_of({&to, &from}))
    if (differs(from, to, driver)) players.push_back({driver});
  if (!all_same(from.schemes, to.schemes)) players.push_back({schemes_player});
  return players;
}

Variant with_players(const Variant& from, const Variant& to, const std::vector<Player>& players,
                     const std::vector<bool>& taking_part) {
  Variant made = from;
  for (std::size_t i = 0; i < players.size(); ++i) {
    if (!taking_part[i]) continue;
    if (players[i].id == schemes_player) {
      made.schemes = to.schemes;
    } else {
      take_over(made.adjustments, to.adjustments, players[i].id);
      take_over(made.varies, to.varies, players[i].id);
      take_over(made.actions, to.actions, players[i].id);
    }
  }
  return made;
}

}  // namespace uor::decide
