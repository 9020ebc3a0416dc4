#include "core/uor/ask/report_context.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/ask/report_programmes.hpp"
#include "core/uor/ask/result_inputs.hpp"
#include "core/uor/trust/peers.hpp"

namespace uor::ask {

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

std::string name_of_trust(const std::vector<trust::Trust>& sector, const std::string& code) {
  for (const trust::Trust& one : sector)
    if (one.code == code) return one.name;
  return "";
}

report::Peers peers_of(const Library& library, const trust::Trust& trust, const std::vector<trust::Trust>& sector) {
  report::Peers peers;
  peers.codes = trust::peers_of(trust, sector, library.peer_weights());
  peers.medians = trust::peer_medians(peers.codes, sector);
  peers.chosen = !trust.peers.empty();
  for (const std::string& code : peers.codes) peers.names.push_back(name_of_trust(sector, code));
  return peers;
}

}  // namespace

const policy::Policy& policy_of_run(const Library& library, const model::Header& header,
                                    std::vector<std::string>& notes) {
  for (const model::InputText& input : header.inputs) {
    if (input.role != "policy") continue;
    try {
      return library.policy_in(input.text, input.path, policy_options(header));
    } catch (const Error& error) {
      notes.push_back(fmt::format("benchmarks and titles are of today's policy, not of the run's ({})", error.what()));
    }
  }
  return library.policy("framework");
}

report::Context report_context(const Library& library, const ModelRequest& request, const store::Result& result) {
  report::Context context;
  context.policy = policy_of_run(library, result.header, context.notes);
  const trust::Fields& fields = library.fields();
  context.fields = fields.all();
  const std::vector<trust::Trust> sector = peer_sector_of(library, result.header);
  const Programmes programmes(library, request, result, context.policy.shown, context.notes);
  for (std::size_t i = 0; i < result.header.trusts.size(); ++i) {
    report::TrustContext about;
    about.trust = trust_if_read(result.header, result.header.trusts[i], fields, context.notes);
    if (about.trust) {
      about.peers = peers_of(library, *about.trust, sector);
      about.programmes = programmes.of(*about.trust);
    }
    context.trusts.push_back(std::move(about));
  }
  return context;
}

}  // namespace uor::ask
