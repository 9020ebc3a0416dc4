#include "cli/report_context.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/paths.hpp"
#include "cli/report_programmes.hpp"
#include "cli/result_inputs.hpp"
#include "cli/setup.hpp"
#include "core/uor/trust/peers.hpp"

namespace uor::cli {

namespace {

std::optional<trust::Trust> trust_if_read(const model::Header& header, const model::TrustInfo& info,
                                          const trust::Fields& fields, std::vector<std::string>& notes) {
  try {
    return trust_of(header, info, fields);
  } catch (const Error& error) {
    notes.push_back(fmt::format("reported values of {} are left out ({})", info.code, error.what()));
    return std::nullopt;
  }
}

class PeerFinder {
 public:
  explicit PeerFinder(const trust::Fields& fields)
      : sector_(trust::sector_trusts(data_folder().string(), fields)),
        weights_(trust::read_peer_weights((data_folder() / "peer_weights.csv").string(), fields)) {}

  report::Peers of(const trust::Trust& trust) const {
    report::Peers peers;
    peers.codes = trust::nearest_peers(trust, sector_, weights_);
    peers.medians = trust::peer_medians(peers.codes, sector_);
    return peers;
  }

 private:
  std::vector<trust::Trust> sector_;
  std::vector<trust::PeerWeight> weights_;
};

}  // namespace

policy::Policy policy_of_run(const model::Header& header, std::vector<std::string>& notes) {
  for (const model::InputText& input : header.inputs) {
    if (input.role != "policy") continue;
    try {
      return policy::parse_policy(input.text, input.path, policies_folder().string(), policy_options(header));
    } catch (const Error& error) {
      notes.push_back(fmt::format("benchmarks and titles are of today's policy, not of the run's ({})", error.what()));
    }
  }
  return shipped_policy();
}

report::Context report_context(const Arguments& arguments, const store::Result& result) {
  report::Context context;
  context.policy = policy_of_run(result.header, context.notes);
  const trust::Fields fields = trust_fields();
  context.fields = fields.all();
  const PeerFinder peers(fields);
  const Programmes programmes(arguments, result, context.notes);
  for (std::size_t i = 0; i < result.header.trusts.size(); ++i) {
    report::TrustContext about;
    about.trust = trust_if_read(result.header, result.header.trusts[i], fields, context.notes);
    if (about.trust) {
      about.peers = peers.of(*about.trust);
      about.programmes = programmes.of(*about.trust);
    }
    context.trusts.push_back(std::move(about));
  }
  return context;
}

}  // namespace uor::cli
