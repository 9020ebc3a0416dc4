#include "core/uor/report/evidence.hpp"

#include "core/uor/model/evidence.hpp"

namespace uor::report {

std::vector<GivenEvidence> evidence_of(const policy::Policy& policy, const std::optional<trust::Trust>& trust) {
  std::vector<GivenEvidence> given;
  if (!trust) return given;
  for (const model::WeighedEvidence& one : model::weighed_evidence(*trust, policy))
    given.push_back({trust::name_of(one.piece->kind), one.kloe, one.title, one.piece->text, one.piece->source,
                     one.piece->date, one.moves, one.why});
  return given;
}

Json json_of(const GivenEvidence& evidence) {
  return {{"kind", evidence.kind},     {"kloe", evidence.kloe}, {"about", evidence.about}, {"text", evidence.text},
          {"source", evidence.source}, {"date", evidence.date}, {"moves", evidence.moves}, {"why", evidence.why}};
}

}  // namespace uor::report
