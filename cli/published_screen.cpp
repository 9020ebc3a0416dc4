#include "cli/published_screen.hpp"

#include "cli/text.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::cli {

namespace {

nlohmann::ordered_json rating_or_null(int grade) {
  if (grade == 0) return nullptr;
  return policy::rating_ids[static_cast<std::size_t>(grade - 1)];
}

}  // namespace

void print_published(const trust::PublishedRatings& published, const Style& style) {
  const std::string words = trust::in_words(published);
  if (words.empty()) return;
  print(wrap("Last published: ", words, 2));
  constexpr std::size_t indent = 2;
  if (!published.source.empty())
    print(wrap("  ", style.faint(shorten(published.source, screen_width - indent)), indent));
}

nlohmann::ordered_json json_of_published(const trust::PublishedRatings& published) {
  if (trust::in_words(published).empty()) return nullptr;
  nlohmann::ordered_json quality = nlohmann::ordered_json::object();
  for (const trust::PublishedQuestion& one : published.quality) quality[one.question] = rating_or_null(one.grade);
  return {{"date", published.date},
          {"use_of_resources", rating_or_null(published.use_of_resources)},
          {"quality_questions", quality},
          {"quality", rating_or_null(published.overall_quality)},
          {"combined", rating_or_null(published.combined)},
          {"source", published.source}};
}

}  // namespace uor::cli
