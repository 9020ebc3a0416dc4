#include "cli/published_screen.hpp"

#include "cli/text.hpp"

namespace uor::cli {

void print_published(const trust::PublishedRatings& published, const Style& style) {
  const std::string words = trust::in_words(published);
  if (words.empty()) return;
  print(wrap("Last published: ", words, 2));
  constexpr std::size_t indent = 2;
  if (!published.source.empty())
    print(wrap("  ", style.faint(shorten(published.source, screen_width - indent)), indent));
}

}  // namespace uor::cli
