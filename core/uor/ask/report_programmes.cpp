#include "core/uor/ask/report_programmes.hpp"

#include <fmt/format.h>

#include "core/uor/ask/inputs.hpp"
#include "core/uor/ask/result_inputs.hpp"

namespace uor::ask {

namespace {

std::string category_name(double code) {
  constexpr std::array<const char*, 5> names = {"through_driver", "pay", "nonpay", "income", "not_cash"};
  const auto index = static_cast<std::size_t>(code);
  return code >= 0 && index < names.size() ? names[index] : "";
}

/// What the plugins declare for a trust that states no schemes, under the policy's names.
report::Programme typical_programme(const host::Catalogue& catalogue, const policy::Shown& shown) {
  report::Programme programme;
  programme.typical = true;
  for (std::size_t slot = 0; slot < max_schemes; ++slot) {
    const std::string stem = fmt::format("{}_{}_", shown.role("scheme"), slot + 1);
    const Quantity *share = catalogue.find(stem + "share"), *category = catalogue.find(stem + "category");
    if (share == nullptr || category == nullptr) return {};
    const bool named = slot < shown.typical_schemes.size();
    programme.schemes.push_back({named ? shown.typical_schemes[slot] : fmt::format("Scheme {}", slot + 1),
                                 category_name(category->driver.distribution.parameters[0]),
                                 share->driver.distribution.parameters[0]});
  }
  return programme;
}

report::Programme programme_of(const std::vector<SavingsScheme>& schemes) {
  report::Programme programme;
  const double plan = plan_of(schemes);
  for (const SavingsScheme& scheme : schemes)
    programme.schemes.push_back({scheme.name, category_name(static_cast<double>(scheme.category)),
                                 plan > 0 ? 100 * scheme.plan_gbp_m / plan : 0});
  return programme;
}

}  // namespace

Programmes::Programmes(const Library& library, const ModelRequest& request, const store::Result& result,
                       const policy::Shown& shown, std::vector<std::string>& notes)
    : sides_(result.header.sides.size()) {
  try {
    scenario_ = scenario_of(library, result);
    typical_ = typical_programme(*load_plugins(library, request), shown);
  } catch (const Error& error) {
    scenario_.reset();
    notes.push_back(fmt::format("plans of single savings schemes are left out ({})", error.what()));
  }
}

std::vector<report::Programme> Programmes::of(const trust::Trust& trust) const {
  if (!scenario_ || typical_.schemes.empty()) return {};
  const report::Programme own = trust.schemes.empty() ? typical_ : programme_of(trust.schemes);
  std::vector<report::Programme> programmes(sides_, own);
  for (std::size_t variant = 0; variant < scenario_->variants.size() && variant + 1 < sides_; ++variant)
    if (!scenario_->variants[variant].schemes.empty())
      programmes[variant + 1] = programme_of(scenario_->variants[variant].schemes);
  return programmes;
}

}  // namespace uor::ask
