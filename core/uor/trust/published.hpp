// What CQC has published of a trust: its latest use-of-resources rating, and the ratings of the five key questions.
#pragma once

#include <string>
#include <string_view>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// Which rows of a table of assessments count.
struct PublishedBy {
  std::string date;     // as "2019-03-31"; empty: all
  bool before = false;  // published before that date, not on it
};

/// Of `code` in the CSV `text` (columns ods_code, report_date, uor_rating, the five questions, overall_quality,
/// combined, source_url): the latest of each rating that is stated by then. A year, or a year and month alone, count
/// from their first day.
PublishedRatings published_ratings(const std::string& text, const std::string& path, const std::string& code,
                                   const PublishedBy& by = {});

/// "requires improvement" for 2; "not stated" for 0.
std::string_view words_of_rating(int grade);

/// "use of resources inadequate (26 June 2018); safe requires improvement, ...; quality ..., combined ...": all that is
/// stated.
std::string in_words(const PublishedRatings& published);

}  // namespace uor::trust
