#include "core/uor/report/published_json.hpp"

#include "core/uor/policy/policy.hpp"

namespace uor::report {

using Json = nlohmann::ordered_json;

namespace {

Json rating_or_null(int grade) {
  return grade == 0 ? Json() : Json(policy::rating_ids[static_cast<std::size_t>(grade - 1)]);
}

}  // namespace

Json json_of_published(const trust::PublishedRatings& published) {
  if (trust::in_words(published).empty()) return {};
  Json quality = Json::object();
  for (std::size_t q = 0; q < policy::question_ids.size(); ++q)
    quality[policy::question_ids[q]] = rating_or_null(published.quality[q]);
  return {{"date", published.date},
          {"use_of_resources", rating_or_null(published.use_of_resources)},
          {"quality_questions", quality},
          {"quality", rating_or_null(published.overall_quality)},
          {"combined", rating_or_null(published.combined)},
          {"source", published.source}};
}

}  // namespace uor::report
