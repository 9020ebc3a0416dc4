#include "core/uor/ask/unknowns.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/uor/base/unjudged.hpp"
#include "core/uor/model/facts.hpp"

namespace uor::ask {

namespace {

class Unknowns {
 public:
  Unknowns(const model::Inputs& inputs, const trust::Fields& fields) : inputs_(inputs), fields_(fields) {}

  void add(const Quantity& driver, const analyse::Worth& worth) {
    const auto unknown = meaning_of(driver);
    if (!unknown) return;
    const bool judged = driver.driver.fact.empty() && driver.id == unknown->second;
    const auto [at, added] =
        by_place_.emplace(unknown->second, Unknown{unknown->first, unknown->second, judged, worth,
                                                   judged ? unjudged_in_words(driver.driver.distribution) : ""});
    if (!added && worth.share > at->second.worth.share) at->second.worth = worth;  // one fact behind two drivers
  }

  /// The largest share first.
  std::vector<Unknown> sorted() const {
    std::vector<Unknown> all;
    for (const auto& entry : by_place_) all.push_back(entry.second);
    std::stable_sort(all.begin(), all.end(),
                     [](const Unknown& a, const Unknown& b) { return a.worth.share > b.worth.share; });
    return all;
  }

 private:
  using Meaning = std::optional<std::pair<std::string, std::string>>;

  /// Title and place of a driver that stands for a fact or a prompt; nothing for the chances of the year ahead.
  Meaning meaning_of(const Quantity& driver) const {
    if (!driver.driver.fact.empty()) return fact(driver.driver.fact);
    for (const policy::FieldDefault& rule : inputs_.policy.field_defaults)
      if (rule.drawn_as == driver.id) return fact(rule.field);
    for (const policy::Prompt& prompt : inputs_.policy.prompts)
      if (prompt.judged && prompt.held_by[0] == driver.id) return {{prompt.text, driver.id}};
    return {};
  }

  Meaning fact(const std::string& id) const {
    const trust::Field* field = fields_.find(id);
    const auto& reported = inputs_.trusts.front().reported;
    const auto given = reported.find(id);
    if (field == nullptr) return {};
    if (given == reported.end()) {
      const model::Fact fact = model::resolve_fact(*field, inputs_.trusts.front(), inputs_.policy);
      return fact.how == model::How::settled ? Meaning{} : Meaning{{field->title, id}};
    }
    if (given->second.rounding > 0) return {{field->title + ", more exactly", id}};
    return {};
  }

  const model::Inputs& inputs_;
  const trust::Fields& fields_;
  std::map<std::string, Unknown> by_place_;
};

}  // namespace

std::vector<Unknown> sorted_unknowns(const model::Inputs& inputs, const trust::Fields& fields,
                                     const model::Header& header, const std::vector<analyse::Worth>& worths) {
  Unknowns unknowns(inputs, fields);
  for (const analyse::Worth& worth : worths) unknowns.add(header.drivers[worth.driver], worth);
  return unknowns.sorted();
}

}  // namespace uor::ask
